import { foreignOrigin, isOwnOrigin } from "@/lib/auth/origin";
import { signOut } from "@/lib/auth/session";

/** Not a server action: a whole new page and this header make sure that the browser keeps nothing of what was seen. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return foreignOrigin();
  await signOut();
  return new Response(null, {
    status: 303,
    headers: { location: "/", "clear-site-data": '"cache", "storage"', "cache-control": "no-store" },
  });
}

/** Somebody who types this address does not sign out: only the button does. */
export const GET = (): Response => new Response(null, { status: 303, headers: { location: "/" } });
