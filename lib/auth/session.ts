import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import {
  type EndReason,
  endSession,
  openSession,
  personOfSession,
  type SessionPerson,
} from "@/lib/db/sessions/session";
import type { AccountRow } from "@/lib/db/sign-in";
import { clientAddress } from "./client-address";
import { ABSOLUTE_SECONDS, authSecret, IDLE_SECONDS, SESSION_COOKIE } from "./session-settings";

/** The database knows only the hash: who reads it cannot take a session over. */
const idOf = (sid: string) => createHash("sha256").update(sid).digest("hex");

/** The session that the cookie names, whether or not it still holds. */
async function sessionId(): Promise<string | null> {
  const token = (await cookies()).get(SESSION_COOKIE.name)?.value;
  if (!token) return null;
  try {
    const decoded = await decode({ token, secret: authSecret() });
    return typeof decoded?.sid === "string" ? idOf(decoded.sid) : null;
  } catch {
    // Not ours, changed, or of another key: the same as no cookie.
    return null;
  }
}

async function endCurrent(reason: EndReason): Promise<void> {
  const id = await sessionId();
  if (id !== null) await endSession(id, reason, await clientAddress());
}

/** Every way of signing in ends here: makes the session's row and gives the random id that goes into the token. */
export async function beginSession(account: AccountRow, by: "password" | "oidc"): Promise<string> {
  await endCurrent("replaced");
  const sid = randomBytes(32).toString("base64url");
  await openSession(account, {
    id: idOf(sid),
    seconds: ABSOLUTE_SECONDS,
    origin: await clientAddress(),
    userAgent: (await headers()).get("user-agent")?.slice(0, 200) ?? null,
    by,
  });
  return sid;
}

/** The same token and cookie that next-auth makes at the end of its own flows. */
export async function setSessionCookie(sid: string): Promise<void> {
  const token = await encode({ token: { sid }, secret: authSecret(), maxAge: ABSOLUTE_SECONDS });
  (await cookies()).set(SESSION_COOKIE.name, token, SESSION_COOKIE.options);
}

/** Who is signed in, read from the database at every request; null for the public. */
export const currentPerson = cache(async (): Promise<SessionPerson | null> => {
  const id = await sessionId();
  return id === null ? null : personOfSession(id, IDLE_SECONDS, await clientAddress());
});

/** The browser still has a cookie of ours, but its session is over. */
export async function sessionIsOver(): Promise<boolean> {
  return (await cookies()).has(SESSION_COOKIE.name) && (await currentPerson()) === null;
}

/** Ends the session in the database first: a copied cookie is worth nothing after it. */
export async function signOut(): Promise<void> {
  await endCurrent("signed out");
  (await cookies()).set(SESSION_COOKIE.name, "", { ...SESSION_COOKIE.options, maxAge: 0 });
}
