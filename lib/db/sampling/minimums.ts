import { cents } from "@/lib/domain/money";
import type { SampleMinimum } from "@/lib/domain/sampling/minimum";
import type { Tx } from "../transaction";

/** Until this transaction ends no setting is added: a sample that is drawn in it is drawn again with the very same ones. */
export async function holdMinimums(tx: Tx, programmeId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock_shared(hashtextextended(${`sample minimum ${programmeId}`}, 73))::text`;
}

/** Every setting that was there at an instant, to the millisecond, the newest first; all of them when none is asked. */
export async function readMinimums(
  tx: Tx,
  programmeId: string,
  at: Date | null = null,
): Promise<SampleMinimum[]> {
  const rows = await tx.sampleMinimum.findMany({
    where: { programmeId, ...(at === null ? {} : { createdAt: { lt: new Date(at.getTime() + 1) } }) },
    orderBy: [{ firstYear: "desc" }, { version: "desc" }],
  });
  return rows.map(({ firstYear, version, thresholdCents, source }) => ({
    firstYear,
    version,
    threshold: cents(thresholdCents),
    source,
  }));
}
