import { oidcSettings } from "@/lib/auth/oidc";
import { startOidc } from "@/lib/auth/oidc-start";
import { siteUrl } from "@/lib/auth/origin";
import { returnPath } from "@/lib/input/sign-in";

const goTo = (location: string, cookies: readonly string[] = []): Response => {
  const headers = new Headers({ location, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
};

/** Sends who signs in to the identity provider. Only a link on a page of ours starts that. */
export async function GET(request: Request): Promise<Response> {
  if (oidcSettings() === null) return goTo("/inloggen");
  const { searchParams } = new URL(request.url);
  const back = returnPath.parse(searchParams.get("terug") ?? "/");
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "same-site") return goTo("/inloggen");
  // The provider sends people back to NEXTAUTH_URL, and the cookies of this flow have to be there.
  const { host, origin } = siteUrl();
  if (request.headers.get("host") !== host)
    return goTo(`${origin}/inloggen/oidc?terug=${encodeURIComponent(back)}`);
  const { address, setCookies } = await startOidc(back);
  return goTo(address, setCookies);
}
