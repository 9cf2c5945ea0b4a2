import type { EntryKind } from "@/lib/domain/ledger/journal";
import type { MonthCut } from "@/lib/domain/ledger/month-cut";
import { cents } from "@/lib/domain/money";
import { type Movements, type Selector, selectedAmount, selects } from "@/lib/domain/reconciliation/selector";
import type { TreeEntries, TreeEntry } from "@/lib/domain/reconciliation/tree-input";
import type { Tx } from "../transaction";
import type { CountedPosition } from "./positions";

/** What was opened, and the lines that make it. */
interface Opened {
  readonly key: string;
  readonly lines: readonly Selector[];
}

interface CountedMovements extends Movements {
  readonly positions: readonly CountedPosition[];
  readonly later: readonly CountedPosition[];
}

interface Row {
  readonly key: string;
  readonly seq: bigint;
  readonly kind: EntryKind;
  readonly effectiveOn: string;
  readonly themeNl: string | null;
  readonly themeEn: string | null;
  readonly place: string | null;
  readonly years: readonly number[];
  readonly amount: bigint;
  readonly lines: bigint;
}

/** How many entries one node lists; the rest is one line, so that the sum still holds. */
const SHOWN = 100;

/**
 * The entries below everything that was opened, first come first: the first of each account along its index, and of those
 * the first. What is not shown follows from the positions, so that no list is read to its end.
 */
export async function treeEntries(
  tx: Tx,
  programmeId: string,
  { asOf, known }: MonthCut,
  opened: readonly Opened[],
  movements: CountedMovements,
): Promise<Map<string, TreeEntries>> {
  if (opened.length === 0) return new Map();
  const wanted = opened.flatMap(({ key, lines }) =>
    lines.flatMap(({ signs, ...where }) =>
      Object.entries(signs).map(([kind, sign]) => ({ key, kind, sign, ...where })),
    ),
  );
  const rows = await tx.$queryRaw<Row[]>`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        AS w (key text, kind account_kind, sign int, "streamId" uuid, "trancheId" uuid, "areaId" uuid, "themeIds" jsonb, years jsonb,
          "when" text)),
    line AS (
      SELECT w.key, p.entry_seq, w.sign * p.amount AS amount, p.lines, a.year, a.theme_id, a.area_id
        FROM wanted w
        JOIN account a ON a.programme_id = ${programmeId}::uuid AND a.stream_id = w."streamId" AND a.tranche_id = w."trancheId"
          AND a.kind = w.kind AND a.area_id IS NOT DISTINCT FROM w."areaId"
          AND (coalesce(jsonb_typeof(w."themeIds"), 'null') = 'null' OR w."themeIds" @> coalesce(to_jsonb(a.theme_id::text), 'null'::jsonb))
          AND (coalesce(jsonb_typeof(w.years), 'null') = 'null' OR w.years @> to_jsonb(a.year))
       CROSS JOIN LATERAL (
         SELECT q.entry_seq, sum(q.amount_cents) AS amount, count(*) AS lines
           FROM posting q JOIN entry e ON e.programme_id = q.programme_id AND e.seq = q.entry_seq
          WHERE q.account_id = a.id AND q.programme_id = ${programmeId}::uuid AND q.entry_seq <= ${known}
            AND (e.effective_on <= ${asOf.validOn}::date) = (w."when" = 'valid')
          GROUP BY q.entry_seq ORDER BY q.entry_seq LIMIT ${SHOWN}) p),
    placed AS (
      SELECT l.key, l.entry_seq, sum(l.amount)::bigint AS amount, sum(l.lines)::bigint AS lines,
        array_agg(DISTINCT l.year) FILTER (WHERE l.year IS NOT NULL) AS years, min(l.theme_id::text)::uuid AS theme_id,
        bool_and(l.area_id IS NULL) AS elsewhere,
        row_number() OVER (PARTITION BY l.key ORDER BY l.entry_seq) AS place
        FROM line l GROUP BY l.key, l.entry_seq)
    SELECT x.key, x.entry_seq AS seq, e.kind::text AS kind, to_char(e.effective_on, 'YYYY-MM-DD') AS "effectiveOn",
      t.name_nl AS "themeNl", t.name_en AS "themeEn",
      CASE WHEN x.elsewhere THEN coalesce(r.name, o.preferred_name) END AS place, coalesce(x.years, '{}') AS years, x.amount, x.lines
      FROM placed x JOIN entry e ON e.programme_id = ${programmeId}::uuid AND e.seq = x.entry_seq
      LEFT JOIN theme t ON t.id = x.theme_id
      LEFT JOIN allocation al ON al.id = e.allocation_id
      LEFT JOIN area r ON r.id = al.area_id
      LEFT JOIN organisation o ON o.id = e.municipality_id
     WHERE x.place <= ${SHOWN} ORDER BY x.key, x.place`;
  return new Map(
    opened.map(({ key, lines }) => [
      key,
      entriesOf(
        rows.filter((row) => row.key === key),
        lines,
        movements,
      ),
    ]),
  );
}

function entriesOf(
  rows: readonly Row[],
  selectors: readonly Selector[],
  movements: CountedMovements,
): TreeEntries {
  const shown = rows.map(({ themeNl, themeEn, lines: _, amount, ...entry }): TreeEntry => {
    const theme = themeNl === null || themeEn === null ? null : { nl: themeNl, en: themeEn };
    return { ...entry, theme, amount: cents(amount) };
  });
  const lines = rows.reduce((all, row) => all - row.lines, countOf(selectors, movements));
  const amount = rows.reduce((all, row) => all - row.amount, selectedAmount(selectors, movements) as bigint);
  return { shown, rest: lines === 0n ? null : { lines, amount: cents(amount) } };
}

const countOf = (selectors: readonly Selector[], { positions, later }: CountedMovements): bigint =>
  selectors
    .flatMap((selector) =>
      (selector.when === "valid" ? positions : later).filter((position) => selects(selector, position)),
    )
    .reduce((all, { lines }) => all + lines, 0n);
