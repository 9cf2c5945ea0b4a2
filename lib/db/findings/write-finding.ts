import type { FindingCategory, FindingNature } from "@/lib/domain/findings/finding";
import type { FindingFacts } from "@/lib/domain/findings/finding-reasons";
import type { Cents } from "@/lib/domain/money";
import { dateOf } from "../dates";
import type { Tx } from "../transaction";

export interface FindingWords {
  readonly title: string;
  readonly text: string;
  readonly category: FindingCategory;
  readonly nature: FindingNature;
  readonly amount: Cents | null;
  readonly action: string;
  readonly dueOn: string;
  readonly entries: readonly bigint[];
  /** The sample in which it was found; null when it was found otherwise. */
  readonly sampleId: string | null;
}

/** A version of a finding with its entries; a trigger moves the finding along. */
export async function writeVersion(
  tx: Tx,
  at: { readonly findingId: string; readonly programmeId: string; readonly version: number },
  words: FindingWords,
  { reason, writtenBy }: { readonly reason: string | null; readonly writtenBy: string },
): Promise<void> {
  const { amount, dueOn, entries, sampleId, ...rest } = words;
  await tx.findingVersion.create({
    data: { ...at, ...rest, amountCents: amount, dueOn: dateOf(dueOn), reason, writtenBy },
    select: { version: true },
  });
  const sampled = new Set(sampleId === null ? [] : await itemsOf(tx, sampleId, entries));
  if (entries.length > 0)
    await tx.findingEntry.createMany({
      data: entries.map((seq) => ({ ...at, seq, sampleId: sampled.has(seq) ? sampleId : null })),
    });
}

async function itemsOf(tx: Tx, sampleId: string, entries: readonly bigint[]): Promise<bigint[]> {
  const items = await tx.sampleItem.findMany({
    where: { sampleId, seq: { in: [...entries] } },
    select: { seq: true },
  });
  return items.map(({ seq }) => seq);
}

/** Where the entries that are named stand in the journal. */
export async function entryPlaces(
  tx: Tx,
  programmeId: string,
  entries: readonly bigint[],
): Promise<FindingFacts["known"]> {
  const rows = await tx.entry.findMany({
    where: { programmeId, seq: { in: [...entries] } },
    select: { seq: true, streamId: true, municipalityId: true },
  });
  return new Map(rows.map(({ seq, ...place }) => [seq, place]));
}

/** The next number of a finding, such as OEF-B-2026-004; a lock keeps two auditors from the same one. */
export async function nextFindingNumber(
  tx: Tx,
  programmeId: string,
  prefix: string,
  year: string,
): Promise<string> {
  const start = `${prefix}-B-${year}-`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`finding ${programmeId} ${year}`}, 72))::text`;
  const rows = await tx.$queryRaw<{ last: number | null }[]>`
    SELECT max(substr(number, ${start.length + 1})::int) AS last FROM audit_finding
     WHERE programme_id = ${programmeId}::uuid AND number LIKE ${`${start}%`}`;
  return `${start}${String((rows[0]?.last ?? 0) + 1).padStart(3, "0")}`;
}
