import { notFound } from "next/navigation";
import { rememberLanguage } from "@/lib/auth/reading-language";
import { isLocale, LOCALE_COOKIE } from "@/lib/views/locale";

const YEAR = 365 * 24 * 60 * 60;

/** Only the path counts, and only from a page of ours: a link elsewhere must not send a reader somewhere else. */
function cameFrom(request: Request): string {
  const site = request.headers.get("sec-fetch-site");
  const referer = request.headers.get("referer");
  if (referer === null || !URL.canParse(referer) || (site !== null && site !== "same-origin")) return "/";
  const { pathname, search } = new URL(referer);
  return pathname.startsWith("//") || pathname.startsWith("/taal/") ? "/" : pathname + search;
}

/**
 * Sets the language and goes back. Nothing else is stored than the language, here and for the mails of who is signed in,
 * so a plain link may do it.
 */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await rememberLanguage(locale);
  return new Response(null, {
    status: 303,
    headers: {
      location: cameFrom(request),
      "set-cookie": `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax`,
      "cache-control": "no-store",
    },
  });
}
