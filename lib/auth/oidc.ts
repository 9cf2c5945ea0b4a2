import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { applyClaimedRoles } from "@/lib/db/people/claimed-roles";
import { type AccountRow, accountBySubject } from "@/lib/db/sign-in";
import { clientAddress } from "./client-address";
import { type Claims, claimedRoles, verifiedEmail } from "./oidc-claims";

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
}

/** The organisation's own identity provider, when the environment names one. */
export function oidcSettings(): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = process.env;
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, name: process.env.OIDC_NAME || "OpenID Connect" };
}

/** Our account of who came back from the provider; null when there is none. */
export interface OidcUser {
  readonly id: string;
  readonly account: AccountRow | null;
}

async function accountOf(claims: Claims, { issuer }: OidcSettings): Promise<AccountRow | null> {
  const origin = await clientAddress();
  const subject = { issuer, subject: claims.sub, verifiedEmail: verifiedEmail(claims) };
  const account = await accountBySubject(subject, origin);
  if (account === null || account.disabled) return null;
  const { OIDC_ROLE_CLAIM: roleClaim, OIDC_ORGANISATION_CLAIM: organisationClaim } = process.env;
  const claimed = claimedRoles(claims, { roleClaim, organisationClaim });
  if (claimed !== null) await applyClaimedRoles(account.personId, claimed, origin);
  return account;
}

export function oidcProvider(settings: OidcSettings): OAuthConfig<Claims> {
  return {
    id: "oidc",
    name: settings.name,
    type: "oauth",
    wellKnown: `${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: process.env.OIDC_SCOPE || "openid email profile" } },
    profile: async (claims): Promise<OidcUser> => ({
      id: claims.sub,
      account: await accountOf(claims, settings),
    }),
  };
}
