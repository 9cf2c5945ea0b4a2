import "server-only";
import { recordAudit } from "@/lib/db/audit";
import { addJob } from "@/lib/db/exports/jobs";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";

export interface RequestedExport {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly kind: string;
  readonly format: string;
  readonly proved: boolean;
  readonly question: Readonly<Record<string, string | string[]>>;
  readonly language: "nl" | "en";
}

/** Asks the worker for an export; only who asked for it sees it. @returns its id */
export async function requestExport(
  { actor }: Grant<"export:read">,
  { idempotencyKey: key, ...input }: RequestedExport,
): Promise<string> {
  const { personId } = actor;
  if (personId === null) throw new Refusal("not_allowed");
  const { id } = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "export.request", input }, async () => {
      const job = await addJob(tx, { ...input, personId });
      await recordAudit(tx, actor, {
        action: "export.requested",
        programmeId: input.programmeId,
        subjectKind: "export_job",
        subjectId: job,
        origin: actor.origin,
        facts: { kind: input.kind, format: input.format, proved: input.proved, question: input.question },
      });
      return { id: job };
    }),
  );
  return id;
}
