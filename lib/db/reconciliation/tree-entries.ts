import type { EntryKind } from "@/lib/domain/ledger/journal";
import { cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { Measure } from "@/lib/domain/reconciliation/tree";
import type { TreeEntries, TreeEntry } from "@/lib/domain/reconciliation/tree-input";
import type { Tx } from "../transaction";

/** An opened node whose children are entries; the area is null where a tranche's own ceilings are asked. */
export interface OpenedNode {
  readonly key: string;
  readonly streamId: string;
  readonly trancheId: string;
  readonly areaId: string | null;
}

interface Row {
  readonly key: string;
  readonly seq: bigint;
  readonly kind: EntryKind;
  readonly effectiveOn: string;
  readonly themeNl: string | null;
  readonly themeEn: string | null;
  readonly years: readonly number[];
  readonly amount: bigint;
  readonly place: bigint;
  readonly entries: bigint;
  readonly total: bigint;
}

/** How many entries one node lists; the rest is one line, so that the sum still holds. */
const SHOWN = 100;
const SIGN = { ceiling: -1, allocated: 1, advanced: 1, spent: 1, settled: -1 } as const;

/** The entries below each opened node, first come first, with the number and the sum of those not shown. */
export async function treeEntries(
  tx: Tx,
  programmeId: string,
  measure: Measure,
  { validOn, knownAt }: AsOf,
  opened: readonly OpenedNode[],
): Promise<Map<string, TreeEntries>> {
  if (opened.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(opened)}::jsonb)
        AS w (key text, "streamId" uuid, "trancheId" uuid, "areaId" uuid)),
    line AS (
      SELECT w.key, p.entry_seq, ${SIGN[measure]}::int * sum(p.amount_cents) AS amount,
        array_agg(DISTINCT a.year) FILTER (WHERE a.year IS NOT NULL) AS years, min(a.theme_id::text) AS theme_id,
        min(e.kind) AS kind, min(e.effective_on) AS effective_on
        FROM wanted w
        JOIN account a ON a.programme_id = ${programmeId}::uuid AND a.stream_id = w."streamId" AND a.tranche_id = w."trancheId"
          AND a.kind = ${measure}::account_kind AND a.area_id IS NOT DISTINCT FROM w."areaId"
        JOIN posting p ON p.programme_id = a.programme_id AND p.account_id = a.id
        JOIN entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq
       WHERE e.effective_on <= ${validOn}::date AND e.recorded_at <= ${knownAt}::timestamptz
       GROUP BY w.key, p.entry_seq),
    placed AS (
      SELECT l.*, row_number() OVER (PARTITION BY key ORDER BY entry_seq) AS place,
        count(*) OVER (PARTITION BY key) AS entries, sum(amount) OVER (PARTITION BY key) AS total FROM line l)
    SELECT x.key, x.entry_seq AS seq, x.kind::text AS kind, to_char(x.effective_on, 'YYYY-MM-DD') AS "effectiveOn",
      t.name_nl AS "themeNl", t.name_en AS "themeEn", coalesce(x.years, '{}') AS years, x.amount::bigint AS amount,
      x.place, x.entries, x.total::bigint AS total
      FROM placed x LEFT JOIN theme t ON t.id = x.theme_id::uuid
     WHERE x.place <= ${SHOWN} ORDER BY x.key, x.place`;
  const found = new Map<string, TreeEntries>(opened.map(({ key }) => [key, { shown: [], rest: null }]));
  for (const row of rows) found.set(row.key, withRow(found.get(row.key), row));
  return found;
}

function withRow(known: TreeEntries | undefined, row: Row): TreeEntries {
  const theme = row.themeNl === null || row.themeEn === null ? null : { nl: row.themeNl, en: row.themeEn };
  const { seq, kind, effectiveOn, years } = row;
  const entry: TreeEntry = { seq, kind, effectiveOn, years, theme, amount: cents(row.amount) };
  const shown = [...(known?.shown ?? []), entry];
  const left = row.entries - BigInt(shown.length);
  const sum = shown.reduce((all, { amount }) => all + amount, 0n);
  return { shown, rest: left === 0n ? null : { count: left, amount: cents(row.total - sum) } };
}
