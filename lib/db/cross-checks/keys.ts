import type { DividedYear, Maximum, TrancheRule } from "@/lib/domain/cross-checks/facts";
import { cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { Tx } from "../transaction";

type DividedRow = Omit<DividedYear, "pot" | "amounts" | "left"> & {
  readonly pot: string;
  readonly amounts: readonly string[];
  readonly left: string;
};

/** Divisions that became proposals by then, year by year, as they were kept. */
export async function readDivisions(tx: Tx, programmeId: string, { knownAt }: AsOf): Promise<DividedYear[]> {
  const rows = await tx.$queryRaw<DividedRow[]>`
    SELECT r.id::text AS "runId", k.name AS key, r.stream_id::text AS "streamId", to_char(r.created_at, 'YYYY-MM-DD') AS "createdOn",
      (y->>'year')::int AS year, coalesce((SELECT p->>'pot' FROM jsonb_array_elements(r.pots) p WHERE p->>'year' = y->>'year'), y->>'pot') AS pot,
      coalesce((SELECT jsonb_agg(a->>'amount') FROM jsonb_array_elements(y->'amounts') a), '[]') AS amounts, y->>'left' AS left
      FROM distribution_run r JOIN distribution_key k ON k.id = r.key_id AND k.programme_id = ${programmeId}::uuid
     CROSS JOIN LATERAL jsonb_array_elements(r.result->'years') y
     WHERE r.created_at <= ${knownAt}::timestamptz AND EXISTS (SELECT 1 FROM batch b WHERE b.programme_id = ${programmeId}::uuid
       AND b.origin = 'key' AND b.source->>'run' = r.id::text AND b.created_at <= ${knownAt}::timestamptz)
     ORDER BY r.created_at, r.id, 5`;
  return rows.map(({ pot, amounts, left, ...row }) => ({
    ...row,
    pot: cents(BigInt(pot)),
    amounts: amounts.map((amount) => cents(BigInt(amount))),
    left: cents(BigInt(left)),
  }));
}

/** The most that one recipient may get, out of the version of each key that held on the date as far as it was known. */
export async function readMaxima(
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<Maximum[]> {
  const rows = await tx.$queryRaw<(Omit<Maximum, "amount"> & { amount: string })[]>`
    SELECT k.id::text AS "keyId", k.name AS key, k.stream_id::text AS "streamId", v.definition->>'grain' AS grain,
      min((p->>'cents')::bigint)::text AS amount
      FROM distribution_key k
     CROSS JOIN LATERAL (
       SELECT x.definition FROM distribution_key_version x WHERE x.key_id = k.id AND x.effective_on <= ${validOn}::date
          AND x.created_at <= ${knownAt}::timestamptz ORDER BY x.effective_on DESC, x.version DESC LIMIT 1) v
     CROSS JOIN LATERAL jsonb_array_elements(v.definition->'parts') p
     WHERE k.programme_id = ${programmeId}::uuid AND p->>'kind' = 'cap'
     GROUP BY k.id, k.name, k.stream_id, v.definition->>'grain' ORDER BY k.name`;
  return rows.map((row) => ({ ...row, amount: cents(BigInt(row.amount)) }));
}

/** What the regulations of a programme's tranches say of a later year. */
export async function readCarryOverRules(tx: Tx, programmeId: string): Promise<TrancheRule[]> {
  const rows = await tx.carryOverRule.findMany({ where: { tranche: { stream: { programmeId } } } });
  return rows.map(({ trancheId, ...rule }) => ({ trancheId, rule }));
}
