import { recordAudit } from "@/lib/db/audit";
import { dateOf } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { askableLines } from "@/lib/db/sampling/askable-lines";
import { endRequest } from "@/lib/db/sampling/end-request";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";

export interface AskedEvidence {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly sampleId: string;
  /** Null: every item that nobody examined and about which nothing is asked yet. */
  readonly seq: bigint | null;
  readonly question: string;
  /** yyyy-mm-dd */
  readonly dueOn: string;
  readonly today: string;
}

/**
 * Asks the municipality of an item, or of every item that is left, to show what is behind it.
 * @throws NotFound, Refusal `blocked`
 */
export async function askEvidence(
  { actor }: Grant<"sample:manage">,
  { idempotencyKey: key, today, ...input }: AskedEvidence,
): Promise<void> {
  const { programmeId, sampleId, seq, question, dueOn } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "sample.ask", input }, async () => {
      if (dueOn < today)
        throw new Refusal("blocked", {}, [{ code: "sampling.reasons.due_past", field: "dueOn" }]);
      const lines = await askableLines(tx, { programmeId, sampleId, seq });
      if (lines.length === 0) throw new Refusal("blocked", {}, [{ code: "sampling.reasons.nothing_to_ask" }]);
      for (const { open: _, examined: __, ...line } of lines) {
        const made = await tx.evidenceRequest.create({
          data: {
            ...line,
            programmeId,
            sampleId,
            question,
            dueOn: dateOf(dueOn),
            askedBy: actor.personId ?? "",
          },
          select: { id: true },
        });
        await recordAudit(tx, actor, {
          action: "evidence-request.asked",
          programmeId,
          municipalityId: line.municipalityId,
          subjectKind: "evidence_request",
          subjectId: made.id,
          facts: { sampleId, seq: line.seq, dueOn },
        });
      }
      return {};
    }),
  );
}

/** A request that is asked no longer; it stays, with the reason. @throws NotFound, Refusal `not_open` */
export async function withdrawRequest(
  { actor }: Grant<"sample:manage">,
  input: {
    readonly idempotencyKey: string;
    readonly programmeId: string;
    readonly request: string;
    readonly note: string;
  },
): Promise<void> {
  const { idempotencyKey: key, ...asked } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "sample.withdraw-request", input: asked }, async () => {
      await endRequest(tx, actor, { ...asked, outcome: "withdrawn", documentId: null });
      return {};
    }),
  );
}

/**
 * The municipality answers with a document of the line, or with words when there is none.
 * @throws NotFound, Refusal `blocked`, `not_open`
 */
export async function answerRequest(
  { actor }: Grant<"report:fill">,
  input: {
    readonly idempotencyKey: string;
    readonly programmeId: string;
    readonly request: string;
    readonly document: string | null;
    readonly note: string | null;
  },
): Promise<void> {
  const { idempotencyKey: key, ...answer } = input;
  if (answer.document === null && answer.note === null)
    throw new Refusal("blocked", {}, [{ code: "sampling.reasons.empty_answer", field: "note" }]);
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "evidence-request.answer", input: answer }, async () => {
      const { document: documentId, ...rest } = answer;
      await endRequest(tx, actor, { ...rest, outcome: "answered", documentId });
      return {};
    }),
  );
}
