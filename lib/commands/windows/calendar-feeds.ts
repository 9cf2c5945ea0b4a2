import { createHash, randomBytes } from "node:crypto";
import { recordAudit } from "@/lib/db/audit";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";

/** Only this is kept: a copy of the database does not give the address away. */
export const feedHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Makes a secret address for one's calendar: of one's own municipality, or of every window. @returns the secret, once */
export async function makeFeed(
  { actor }: Grant<"report:read">,
  input: { readonly programmeId: string; readonly language: "nl" | "en" },
): Promise<string> {
  const { personId } = actor;
  if (personId === null) throw new Refusal("not_allowed");
  const token = randomBytes(24).toString("base64url");
  const municipalityId = actor.scope === "municipality" ? (actor.organisationIds[0] ?? null) : null;
  await inContext(actor, async (tx) => {
    const made = await tx.calendarFeed.create({
      data: { ...input, personId, municipalityId, tokenHash: feedHash(token) },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "calendar.made",
      programmeId: input.programmeId,
      municipalityId,
      subjectKind: "calendar",
      subjectId: made.id,
    });
  });
  return token;
}

/** From now on the address answers to nobody. @throws NotFound when it is not one's own, or was revoked already */
export async function revokeFeed(
  { actor }: Grant<"report:read">,
  input: { readonly programmeId: string; readonly feedId: string },
): Promise<void> {
  await inContext(actor, async (tx) => {
    const { count } = await tx.calendarFeed.updateMany({
      where: { id: input.feedId, personId: actor.personId ?? "", revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new NotFound(input.feedId);
    await recordAudit(tx, actor, {
      action: "calendar.revoked",
      programmeId: input.programmeId,
      subjectKind: "calendar",
      subjectId: input.feedId,
    });
  });
}
