import { createHmac } from "node:crypto";
import type { Actor } from "@/lib/domain/access";

/** Longer than a transaction may last: a statement without its actor sees no rows. */
const LIFETIME_SECONDS = 120;

/** Signed statement of who acts, checked by security.claims() in the database. */
export function contextToken(
  actor: Pick<Actor, "personId" | "scope" | "organisationIds">,
  now = Date.now(),
  seconds = LIFETIME_SECONDS,
): string {
  const key = process.env.CONTEXT_KEY;
  if (!key || !/^[0-9a-f]{64}$/i.test(key)) throw new Error("CONTEXT_KEY must be 64 hexadecimal characters.");
  const expires = Math.floor(now / 1000) + seconds;
  const payload = ["v1", actor.scope, actor.personId ?? "", actor.organisationIds.join(","), expires].join(
    "|",
  );
  return `${payload}.${createHmac("sha256", Buffer.from(key, "hex")).update(payload).digest("hex")}`;
}
