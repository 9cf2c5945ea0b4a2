import "server-only";
import type { AuthOptions } from "next-auth";
import { recordDenied } from "@/lib/db/sign-in";
import { clientAddress } from "./client-address";
import { type OidcUser, oidcProvider, oidcSettings } from "./oidc";
import { beginSession } from "./session";
import { ABSOLUTE_SECONDS, authSecret, COOKIES } from "./session-settings";

/** next-auth gives back as user what the provider's `profile` made. */
const accountOf = (user: unknown) => (user as Partial<OidcUser> | undefined)?.account ?? null;

const log = (level: string) => (code: string, facts?: unknown) => {
  const message =
    facts instanceof Error ? facts.message : (facts as { error?: Error } | undefined)?.error?.message;
  // Only the sentence: what comes with it holds codes and tokens.
  console.error(JSON.stringify({ level, event: `next-auth.${code}`, message }));
};

/** next-auth carries the flow of OpenID Connect; both ways of signing in end in the same session row and cookie. */
export function authOptions(): AuthOptions {
  const settings = oidcSettings();
  return {
    secret: authSecret(),
    providers: settings === null ? [] : [oidcProvider(settings)],
    session: { strategy: "jwt", maxAge: ABSOLUTE_SECONDS },
    jwt: { maxAge: ABSOLUTE_SECONDS },
    cookies: COOKIES,
    pages: { signIn: "/inloggen", error: "/inloggen" },
    logger: { error: log("error"), warn: log("warn"), debug: () => {} },
    callbacks: {
      async signIn({ user }) {
        if (accountOf(user) !== null) return true;
        await recordDenied(null, "sign-in.refused", { by: "oidc" }, await clientAddress());
        return "/inloggen?error=NoAccount";
      },
      async jwt({ user }) {
        const account = accountOf(user);
        return account === null ? {} : { sid: await beginSession(account, "oidc") };
      },
      redirect: ({ url, baseUrl }) => {
        const target = new URL(url, baseUrl);
        return target.origin === new URL(baseUrl).origin ? target.href : baseUrl;
      },
    },
  };
}
