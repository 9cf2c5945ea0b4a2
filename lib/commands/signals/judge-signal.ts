import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { signalsOfYear } from "@/lib/db/signals/all-signals";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { factsText, type Judgement, yearOfKey } from "@/lib/domain/signals/signal";

export interface JudgedInput {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly key: string;
  /** The facts that the page showed. */
  readonly facts: string;
  readonly judgement: Judgement;
  readonly reason: string;
}

/**
 * What an auditor makes of a signal. It never becomes a finding by this: a finding is written down by itself.
 * @throws NotFound when nothing stands out any more, Refusal `stale` when it is something else now
 */
export async function judgeSignal(
  { actor }: Grant<"signal:judge">,
  { idempotencyKey, ...input }: JudgedInput,
): Promise<void> {
  await inContext(actor, (tx) =>
    once(tx, actor, { key: idempotencyKey, action: "signal.judge", input }, async () => {
      const { programmeId, key, facts, judgement, reason } = input;
      const year = yearOfKey(key);
      const signal =
        year === null
          ? undefined
          : (await signalsOfYear(tx, programmeId, year)).find((one) => one.key === key);
      if (signal === undefined) throw new NotFound(key);
      if (factsText(signal) !== facts) throw new Refusal("stale");
      const made = await tx.signalDisposition.create({
        data: { programmeId, key, facts, judgement, reason, decidedBy: actor.personId ?? "" },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: "signal.judged",
        programmeId,
        subjectKind: "signal",
        subjectId: made.id,
        facts: { key, judgement, reason },
      });
      return {};
    }),
  );
}
