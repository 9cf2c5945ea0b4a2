import { type Cents, cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";
import type { SampleMethod } from "@/lib/domain/sampling/plan";
import type { Tx } from "../transaction";

export interface ItemPlace {
  readonly programmeId: string;
  readonly sampleId: string;
  readonly seq: bigint;
}

export interface PlacedItem {
  readonly seq: bigint;
  readonly method: SampleMethod;
  readonly amount: Cents;
  readonly municipalityId: string;
  /** Of what was established; 0 while nothing was. */
  readonly version: number;
}

/** Every item of a sample with the last version of what was established. @throws NotFound */
export async function lastVersions(
  tx: Tx,
  { programmeId, sampleId }: Omit<ItemPlace, "seq">,
): Promise<PlacedItem[]> {
  const rows = await tx.$queryRaw<(Omit<PlacedItem, "amount"> & { amount: bigint })[]>`
    SELECT i.seq, s.method::text, i.amount_cents AS amount, i.municipality_id::text AS "municipalityId",
      coalesce((SELECT max(r.version) FROM sample_result r WHERE r.sample_id = i.sample_id AND r.seq = i.seq), 0) AS version
      FROM sample_item i JOIN sample s ON s.id = i.sample_id
     WHERE i.sample_id = ${sampleId}::uuid AND i.programme_id = ${programmeId}::uuid ORDER BY i.position`;
  if (rows.length === 0) throw new NotFound("sample");
  return rows.map((row) => ({ ...row, amount: cents(row.amount) }));
}

/** @throws NotFound */
export async function findItem(tx: Tx, place: ItemPlace): Promise<PlacedItem> {
  const found = (await lastVersions(tx, place)).find(({ seq }) => seq === place.seq);
  if (found === undefined) throw new NotFound("item");
  return found;
}
