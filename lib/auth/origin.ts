import "server-only";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"] as const;

export const isLoopback = (hostname: string): boolean => LOOPBACK.some((name) => name === hostname);

/** Where people find this site. */
export function siteUrl(): URL {
  const { NEXTAUTH_URL = "", PORT = "3000" } = process.env;
  return new URL(URL.canParse(NEXTAUTH_URL) ? NEXTAUTH_URL : `http://localhost:${PORT}`);
}

/** True on somebody's own machine: the only place where practice accounts are offered without being asked to. */
export const servedLocally = (): boolean => isLoopback(siteUrl().hostname);

/**
 * The origins of our own pages: NEXTAUTH_URL and the list in APP_ORIGINS. Next compares Origin with X-Forwarded-Host,
 * which a client can write when the proxy in front does not; this list comes from the configuration only.
 */
export function ownOrigins(): ReadonlySet<string> {
  const site = siteUrl();
  const listed = (process.env.APP_ORIGINS ?? "").split(/[\s,]+/).filter((one) => URL.canParse(one));
  const origins = new Set(listed.map((one) => new URL(one).origin));
  origins.add(site.origin);
  if (isLoopback(site.hostname)) {
    for (const name of LOOPBACK) origins.add(`${site.protocol}//${name}${site.port && `:${site.port}`}`);
  }
  return origins;
}

/** For everything that writes: did a page of ours send this? Every browser says so in one of these two headers. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin === null ? headers.get("sec-fetch-site") === "same-origin" : ownOrigins().has(origin);
}

/** A server action, with script or without. */
export const isWrite = (headers: Headers): boolean =>
  headers.has("next-action") || headers.get("x-plain-post") === "1";

/** A page that a browser or the router fetches ahead: nobody looks at it yet. */
export const isPrefetch = (headers: Headers): boolean =>
  headers.has("next-router-prefetch") ||
  ["purpose", "sec-purpose", "x-purpose"].some((name) => /prefetch|preview/.test(headers.get(name) ?? ""));

export const foreignOrigin = (): Response =>
  Response.json(
    { type: "about:blank", title: "Forbidden", status: 403, detail: "This request came from another site." },
    { status: 403, headers: { "content-type": "application/problem+json" } },
  );
