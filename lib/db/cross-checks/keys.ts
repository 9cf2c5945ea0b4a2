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

/**
 * The most that each recipient may get of what was divided and posted by then: the maximum of the version by which it was
 * divided. A later division of the same tranche, theme and year takes the place of an earlier one, also without a maximum, and
 * also when the one goes to a municipality as a whole and the other to its areas.
 */
export async function readMaxima(
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<Maximum[]> {
  const rows = await tx.$queryRaw<(Omit<Maximum, "amount"> & { amount: string })[]>`
    WITH posted AS (
      SELECT b.source->>'run' AS run, p.theme_id, max(e.seq) AS seq
        FROM entry e JOIN proposal p ON p.id = e.proposal_id JOIN batch b ON b.id = p.batch_id AND b.origin = 'key'
       WHERE e.programme_id = ${programmeId}::uuid AND e.effective_on <= ${validOn}::date AND e.recorded_at <= ${knownAt}::timestamptz
       GROUP BY 1, 2),
    part AS (
      SELECT r.key_id, r.stream_id, r.tranche_id, o.theme_id, o.seq, v.definition, v.definition->>'grain' AS grain,
        (y->>'year')::int AS year, a->>'code' AS recipient, coalesce(g.municipality_id, m.id) AS municipality_id
        FROM posted o JOIN distribution_run r ON r.id = o.run::uuid JOIN distribution_key_version v ON v.id = r.version_id
       CROSS JOIN LATERAL jsonb_array_elements(r.result->'years') y CROSS JOIN LATERAL jsonb_array_elements(y->'amounts') a
        LEFT JOIN area g ON v.definition->>'grain' = 'area' AND g.programme_id = ${programmeId}::uuid AND g.code = a->>'code'
        LEFT JOIN organisation m ON v.definition->>'grain' = 'municipality' AND m.code = a->>'code'),
    divided AS (
      SELECT p.* FROM part p WHERE NOT EXISTS (
        SELECT 1 FROM part q WHERE q.seq > p.seq AND q.tranche_id = p.tranche_id AND q.theme_id = p.theme_id AND q.year = p.year
          AND q.municipality_id = p.municipality_id AND (q.grain <> p.grain OR q.recipient = p.recipient)))
    SELECT k.id::text AS "keyId", k.name AS key, d.stream_id::text AS "streamId", d.tranche_id::text AS "trancheId",
      d.theme_id::text AS "themeId", d.grain, d.recipient, d.year, c->>'cents' AS amount
      FROM divided d JOIN distribution_key k ON k.id = d.key_id
     CROSS JOIN LATERAL jsonb_array_elements(d.definition->'parts') c
     WHERE c->>'kind' = 'cap' ORDER BY k.name, d.year, d.recipient`;
  return rows.map((row) => ({ ...row, amount: cents(BigInt(row.amount)) }));
}

/** What the regulations of a programme's tranches say of a later year. */
export async function readCarryOverRules(tx: Tx, programmeId: string): Promise<TrancheRule[]> {
  const rows = await tx.carryOverRule.findMany({ where: { tranche: { stream: { programmeId } } } });
  return rows.map(({ trancheId, ...rule }) => ({ trancheId, rule }));
}
