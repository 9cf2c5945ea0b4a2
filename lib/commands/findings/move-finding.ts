import { recordAudit } from "@/lib/db/audit";
import { dateOf } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Actor, Grant } from "@/lib/domain/access";
import {
  type FindingAction,
  type FindingAgreement,
  type FindingEnd,
  mayHappen,
} from "@/lib/domain/findings/finding";
import { NotFound, Refusal } from "@/lib/domain/refusal";

/** A finding in the version that the page showed. */
export interface MovedFinding {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly finding: string;
  readonly version: number;
}

interface Happening {
  readonly action: FindingAction;
  readonly text?: string;
  readonly agreement?: FindingAgreement;
  readonly plannedOn?: string | null;
  readonly ending?: FindingEnd;
}

/** Another auditor than who wrote this version makes it known. @throws NotFound, Refusal `four_eyes`, `not_open`, `stale` */
export const issueFinding = (grant: Grant<"finding:write">, at: MovedFinding): Promise<void> =>
  happen(grant.actor, at, { action: "issued" });

/** Done with: put right, or standing as it is. @throws NotFound, Refusal `not_open`, `stale` */
export const closeFinding = (
  grant: Grant<"finding:write">,
  at: MovedFinding,
  input: { readonly ending: FindingEnd; readonly text: string },
): Promise<void> => happen(grant.actor, at, { action: "closed", ...input });

/** @throws NotFound, Refusal `not_open`, `stale` */
export const reopenFinding = (grant: Grant<"finding:write">, at: MovedFinding, text: string): Promise<void> =>
  happen(grant.actor, at, { action: "reopened", text });

/** It was no finding after all; it stays, with the reason, and counts no longer. @throws NotFound, Refusal `not_open` */
export const withdrawFinding = (
  grant: Grant<"finding:write">,
  at: MovedFinding,
  text: string,
): Promise<void> => happen(grant.actor, at, { action: "withdrawn", text });

/** What the municipality or the ministry says to it. @throws NotFound, Refusal `not_open`, `stale`, `not_allowed` */
export const answerFinding = (
  grant: Grant<"finding:respond">,
  at: MovedFinding,
  input: { readonly agreement: FindingAgreement; readonly text: string; readonly plannedOn: string | null },
): Promise<void> => happen(grant.actor, at, { action: "answered", ...input });

/** The database has the last word on who may do this when; here it is said early, and in the order people understand. */
async function happen(
  actor: Actor,
  { idempotencyKey: key, ...at }: MovedFinding,
  { plannedOn, ...what }: Happening,
): Promise<void> {
  const { programmeId, finding: id, version } = at;
  await inContext(actor, (tx) =>
    once(
      tx,
      actor,
      { key, action: `finding.${what.action}`, input: { ...at, ...what, plannedOn } },
      async () => {
        const finding = await tx.auditFinding.findFirst({ where: { id, programmeId } });
        if (finding === null) throw new NotFound(id);
        if (!mayHappen(finding, what.action)) throw new Refusal("not_open");
        await requireVersion(tx, actor, finding, { action: what.action, version });
        await tx.findingEvent.create({
          data: {
            findingId: id,
            programmeId,
            version,
            ...what,
            ...(plannedOn ? { plannedOn: dateOf(plannedOn) } : {}),
            personId: actor.personId ?? "",
          },
          select: { id: true },
        });
        await recordAudit(tx, actor, {
          action: `finding.${what.action}`,
          programmeId,
          municipalityId: finding.municipalityId,
          subjectKind: "finding",
          subjectId: id,
          facts: { number: finding.number, version, ...what },
        });
        return {};
      },
    ),
  );
}

async function requireVersion(
  tx: Tx,
  actor: Actor,
  finding: { readonly id: string; readonly version: number; readonly issuedVersion: number | null },
  { action, version }: { readonly action: FindingAction; readonly version: number },
): Promise<void> {
  const stands = action === "issued" ? finding.version : (finding.issuedVersion ?? finding.version);
  if (stands !== version) throw new Refusal("stale");
  if (action !== "issued") return;
  const own = await tx.findingVersion.count({
    where: { findingId: finding.id, version, writtenBy: actor.personId ?? "" },
  });
  if (own > 0) throw new Refusal("four_eyes");
}
