import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { recordDenied } from "@/lib/db/sign-in";
import { actorFor, type Grant, issueGrant, type Permission } from "@/lib/domain/access";
import type { AuditAction } from "@/lib/domain/audit/audit-action";
import { NotFound } from "@/lib/domain/refusal";
import { clientAddress } from "./client-address";
import { isOwnOrigin, isWrite } from "./origin";
import { currentPerson } from "./session";

/** The grant when the signed-in person, or anyone at all, holds this permission now; else null. */
export async function tryAuthorize<P extends Permission>(permission: P): Promise<Grant<P> | null> {
  const actor = actorFor(await currentPerson(), permission) ?? actorFor(null, permission);
  return actor && issueGrant(permission, { ...actor, origin: await clientAddress() });
}

/** Once per request and reason: a page and its metadata both pass the gate. */
const recordOnce = cache(async (action: AuditAction, what: string): Promise<void> => {
  const [person, origin, path] = await Promise.all([currentPerson(), clientAddress(), requestPath()]);
  await recordDenied(person?.personId ?? null, action, { what, path }, origin);
});

async function requestPath(): Promise<string> {
  return (await headers()).get("x-path")?.slice(0, 500) ?? "/";
}

/**
 * The one gate, passed by every page, action and route handler. Reads person and roles from the database at every
 * request. Who is not signed in is sent to sign in; who lacks the permission gets the same answer as for a page that
 * does not exist, and so does a write that a page of another site sent. Every refusal is in the audit log.
 */
export async function authorize<P extends Permission>(permission: P): Promise<Grant<P>> {
  const sent = await headers();
  if (isWrite(sent) && !isOwnOrigin(sent)) {
    await recordOnce("access.foreign-origin", permission);
    notFound();
  }
  const grant = await tryAuthorize(permission);
  if (grant !== null) return grant;
  if ((await currentPerson()) === null) {
    redirect(`/inloggen?terug=${encodeURIComponent(await requestPath())}`);
  }
  await recordOnce("access.denied", permission);
  notFound();
}

/** A query's NotFound becomes the page that says so. A signed-in person who asks for what is not theirs is logged. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    if ((await currentPerson()) !== null) await recordOnce("access.not-found", error.message);
    notFound();
  }
}
