import { cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { type KnownAllocation, type LineGroup, unitsOf } from "@/lib/domain/tie-out/fold-units";
import type { OurUnit, UnitEntry } from "@/lib/domain/tie-out/our-unit";
import { COMPARED, type TieOutKind } from "@/lib/domain/tie-out/tie-out-file";
import type { Tx } from "../transaction";

export interface UnitsAsked {
  readonly kind: TieOutKind;
  readonly year: number | null;
  readonly asOf: AsOf;
  /** Entries of after this instant are not looked at, so that the answer stays the same. */
  readonly until: string;
}

/** Entries of one group that are told one by one. */
const SHOWN = 50;

type GroupRow = Omit<LineGroup, "amount" | "entries"> & {
  readonly amount: bigint;
  readonly entries: readonly (Omit<UnitEntry, "seq" | "amount"> & {
    readonly seq: string;
    readonly amount: string;
  })[];
};

/** What of ours can be found in an external file, with what counts as of the two dates and what came in later. */
export async function ourUnits(tx: Tx, programmeId: string, asked: UnitsAsked): Promise<OurUnit[]> {
  const { kind, year, asOf, until } = asked;
  const rows = await tx.$queryRaw<GroupRow[]>`
    WITH line AS (
      SELECT p.entry_seq AS seq, a.stream_id, a.tranche_id, a.theme_id, a.municipality_id, a.area_id, sum(p.amount_cents) AS amount
        FROM account a JOIN posting p ON p.programme_id = a.programme_id AND p.account_id = a.id
       WHERE a.programme_id = ${programmeId}::uuid AND a.kind = ${COMPARED[kind]}::account_kind
         AND (${year}::int IS NULL OR a.year = ${year}::int)
       GROUP BY p.entry_seq, a.stream_id, a.tranche_id, a.theme_id, a.municipality_id, a.area_id),
    known AS (
      SELECT l.*, e.kind, e.effective_on, e.recorded_at, e.allocation_id, e.decision_number,
        e.effective_on <= ${asOf.validOn}::date AND e.recorded_at <= ${asOf.knownAt}::timestamptz AS counts
        FROM line l JOIN entry e ON e.programme_id = ${programmeId}::uuid AND e.seq = l.seq
       WHERE e.recorded_at <= ${until}::timestamptz AND l.amount <> 0),
    placed AS (
      SELECT k.*, row_number() OVER (PARTITION BY tranche_id, theme_id, area_id, allocation_id, counts ORDER BY seq) AS place
        FROM known k)
    SELECT stream_id::text AS "streamId", tranche_id::text AS "trancheId", theme_id::text AS "themeId",
      municipality_id::text AS "municipalityId", area_id::text AS "areaId", allocation_id::text AS "allocationId", counts,
      sum(amount)::bigint AS amount, count(*)::int AS count,
      coalesce(array_agg(DISTINCT decision_number) FILTER (WHERE decision_number IS NOT NULL), '{}') AS "decisionNumbers",
      jsonb_agg(jsonb_build_object('seq', seq::text, 'kind', kind, 'effectiveOn', to_char(effective_on, 'YYYY-MM-DD'),
        'recordedOn', to_char(recorded_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD'), 'amount', amount::text) ORDER BY seq)
        FILTER (WHERE place <= ${SHOWN}) AS entries
      FROM placed GROUP BY stream_id, tranche_id, theme_id, municipality_id, area_id, allocation_id, counts`;
  const groups = rows.map(
    (row): LineGroup => ({
      ...row,
      amount: cents(row.amount),
      entries: row.entries.map((entry) => ({
        ...entry,
        seq: BigInt(entry.seq),
        amount: cents(BigInt(entry.amount)),
      })),
    }),
  );
  return unitsOf(await knownAllocations(tx, programmeId, until), groups, { kind, year });
}

/** Every allocation that was there by then, with its names. */
const knownAllocations = (tx: Tx, programmeId: string, until: string): Promise<KnownAllocation[]> =>
  tx.$queryRaw<KnownAllocation[]>`
    SELECT al.id::text, al.number, al.decision_number AS "decisionNumber", extract(year FROM al.decision_on)::int AS "decisionYear",
      al.stream_id::text AS "streamId", al.tranche_id::text AS "trancheId", al.theme_id::text AS "themeId",
      al.municipality_id::text AS "municipalityId", al.area_id::text AS "areaId"
      FROM allocation al
     WHERE al.programme_id = ${programmeId}::uuid AND al.created_at <= ${until}::timestamptz ORDER BY al.number`;
