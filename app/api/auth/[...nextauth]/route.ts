import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Coming back from the identity provider, and what next-auth says when that went wrong. It offers more; we do not. */
const OPEN = new Set(["callback/oidc", "error", "signin"]);

/** Options are read at the request: a build knows no secrets. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!OPEN.has(nextauth.join("/"))) return new Response(null, { status: 404 });
  return (await NextAuth(request as never, context as never, authOptions())) as Response;
}
