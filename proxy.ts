import { type NextRequest, NextResponse } from "next/server";
import { AWAY, awayAnswer, readyNow } from "./ready-now";

const development = process.env.NODE_ENV === "development";

/** Nothing runs or loads that this page did not bring: a new nonce each time, no inline styles, Trusted Types. */
function policy(nonce: string): string {
  const directives = [
    "default-src 'none'",
    // React and the overlay of the development server evaluate strings; the built application does not.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(development ? [] : ["require-trusted-types-for 'script'", "trusted-types default nextjs"]),
    "report-uri /api/csp",
  ];
  return directives.join("; ");
}

/** A form that was posted without script. It only comes back as a page when it was refused. */
function isPlainPost(request: NextRequest): boolean {
  return request.method === "POST" && !request.headers.has("next-action");
}

/** Somebody opens a page; not a script that asks for a part of one, and not a file. */
function isPage({ method, headers, nextUrl }: NextRequest): boolean {
  const page = headers.get("accept")?.includes("text/html") === true && !headers.has("rsc");
  return method === "GET" && page && !nextUrl.pathname.startsWith("/api/") && nextUrl.pathname !== AWAY;
}

/**
 * Headers, and one page for while the database is away; never authorisation: what decides who sees what stands in the pages and in the database. Next reads
 * the nonce from the policy on the request, so whatever the client sent under that name is replaced.
 */
export async function proxy(request: NextRequest) {
  if (isPage(request) && !(await readyNow())) return awayAnswer(request.headers);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const value = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", value);
  headers.set("x-plain-post", isPlainPost(request) ? "1" : "0");
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", value);
  return response;
}

/**
 * Files of evidence and documents of claims go past. Of what passes here Next holds the body in memory and cuts it off at 10 MB, and the policy
 * of pages would take the place of the sandbox in which a document is given.
 */
export const config = {
  matcher: [
    {
      source:
        "/((?!_next/static|favicon.ico|programma/[^/]+/rapportages/[^/]+/bewijs/[^/]+$|programma/[^/]+/claims/[^/]+/document(?:/[^/]+)?$).*)",
    },
  ],
};
