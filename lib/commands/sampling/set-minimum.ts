import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { Cents } from "@/lib/domain/money";

export interface MinimumInput {
  readonly idempotencyKey: string;
  readonly firstYear: number;
  readonly threshold: Cents;
  readonly source: string;
}

/** From a year on: from which amount in the year a scheme has an item of its own. Samples that were drawn stay as they are. */
export async function setSampleMinimum(
  { actor }: Grant<"sample:manage">,
  programmeId: string,
  { idempotencyKey: key, ...input }: MinimumInput,
): Promise<void> {
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "sample.minimum", input }, async () => {
      const { firstYear, threshold, source } = input;
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${programmeId}/${firstYear}`}, 71))::text`;
      const last = await tx.sampleMinimum.aggregate({
        where: { programmeId, firstYear },
        _max: { version: true },
      });
      const version = (last._max.version ?? 0) + 1;
      const made = await tx.sampleMinimum.create({
        data: {
          programmeId,
          firstYear,
          version,
          thresholdCents: threshold,
          source,
          createdBy: actor.personId,
        },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: "sample.minimum-set",
        programmeId,
        subjectKind: "sample_minimum",
        subjectId: made.id,
        facts: { ...input, version },
      });
      return {};
    }),
  );
}
