/** Seconds without a request, and seconds in all, after which a session ends. */
export const IDLE_SECONDS = 30 * 60;
export const ABSOLUTE_SECONDS = 12 * 60 * 60;

/** `__Host-` makes browsers refuse the cookie from a subdomain, for a path, or without Secure. */
const hostCookie = (name: string, maxAge: number) => ({
  name: `__Host-geldstroom${name}`,
  options: { httpOnly: true, secure: true, sameSite: "lax", path: "/", maxAge } as const,
});

const FLOW_SECONDS = 15 * 60;

export const SESSION_COOKIE = hostCookie("", ABSOLUTE_SECONDS);

/** The names of next-auth for what it keeps while somebody is away at an identity provider. */
export const COOKIES = {
  sessionToken: SESSION_COOKIE,
  csrfToken: hostCookie("-csrf", FLOW_SECONDS),
  callbackUrl: hostCookie("-back", FLOW_SECONDS),
  pkceCodeVerifier: hostCookie("-pkce", FLOW_SECONDS),
  state: hostCookie("-state", FLOW_SECONDS),
  nonce: hostCookie("-nonce", FLOW_SECONDS),
};

export function authSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set.");
  return secret;
}
