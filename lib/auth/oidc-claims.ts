import { HELD_ROLES, type HeldRole } from "@/lib/domain/people/role-place";

/** What an identity provider says about somebody; only `sub` is always there. */
export interface Claims {
  readonly sub: string;
  readonly email?: unknown;
  readonly email_verified?: unknown;
  readonly [claim: string]: unknown;
}

/** A claim by its name, or by its path: "realm_access.roles". */
function claimAt(claims: Claims, path: string): unknown {
  if (path in claims) return claims[path];
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      claims,
    );
}

const words = (value: unknown): readonly string[] => {
  const list = Array.isArray(value) ? value : typeof value === "string" ? value.split(/[\s,]+/) : [];
  return list.filter((one): one is string => typeof one === "string" && one !== "");
};

export const verifiedEmail = ({ email, email_verified }: Claims): string | null =>
  email_verified === true && typeof email === "string" && email !== "" ? email : null;

export interface ClaimedRoles {
  readonly organisationCode: string | null;
  readonly roles: readonly HeldRole[];
}

/**
 * Organisation and roles as the provider gives them, or null when it is not asked to. A provider never makes
 * administrators: who takes it over should not be able to open every other door.
 */
export function claimedRoles(
  claims: Claims,
  { roleClaim, organisationClaim }: { readonly roleClaim?: string; readonly organisationClaim?: string },
): ClaimedRoles | null {
  if (!roleClaim || !organisationClaim) return null;
  const named = new Set(words(claimAt(claims, roleClaim)));
  const organisation = claimAt(claims, organisationClaim);
  return {
    organisationCode: typeof organisation === "string" && organisation !== "" ? organisation : null,
    roles: HELD_ROLES.filter((role) => role !== "administrator" && named.has(role)),
  };
}
