import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { NO_FILTER } from "@/lib/domain/ledger/entry-filter";
import { MEASURE_OF } from "@/lib/domain/ledger/entry-months";
import { cents } from "@/lib/domain/money";
import type { BetweenRow } from "@/lib/domain/reconciliation/between";
import type { Change } from "@/lib/domain/reconciliation/change";
import { amount, type Cell, text } from "@/lib/files/cell";
import { readDifferenceAsked } from "@/lib/input/difference";
import { type EntryLine, exportEntries } from "@/lib/queries/exports/journal-export";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { findDifference } from "@/lib/queries/reconciliation/find-difference";
import { changeName, changePage } from "@/lib/views/changes";
import type { ExportAsked, MadeTable } from "./made";
import { statementOf } from "./statement";

const COLUMNS = [
  ["level", 14],
  ["key", 26],
  ["name", 48],
  ["measure", 16],
  ["before", 20],
  ["after", 20],
  ["difference", 20],
  ["recordedAt", 28],
  ["by", 24],
  ["reason", 48],
] as const;

/** Nodes that moved, the entries that moved them, and what else came to be known, in one table. */
export async function differenceFile(
  grant: Grant<"journal:read">,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const { validOn, from, until } = readDifferenceAsked(params, now);
  const asOf = { validOn, knownAt: until };
  const found = await findDifference(grant, { programmeId: programme.id, validOn, from, until });
  const filter = { ...NO_FILTER, recordedAfter: from };
  const entries = await exportEntries(grant, programme.id, { filter, asOf });
  const t = await getTranslations({ locale, namespace: "ledger.export" });
  const words = await getTranslations({ locale, namespace: "reconciliation.between" });
  const kinds = await getTranslations({ locale, namespace: "ledger.kinds" });
  const nodeCells = ({ key, level, name, moved }: BetweenRow): Cell[][] =>
    moved.map(({ measure, before, after, change }) => [
      text(t(`levels.${level}`)),
      text(key || programme.code),
      text(typeof name === "string" ? name : name[locale]),
      text(words(`measures.${measure}`)),
      amount(before),
      amount(after),
      amount(change),
      null,
      null,
      null,
    ]);
  const entryCells = (row: EntryLine): Cell[] => [
    text(t("levels.entry")),
    text(row.seq),
    text([kinds(row.kind), row.areaName ?? row.municipalityName, row.streamName].filter(Boolean).join(", ")),
    text(words(`measures.${MEASURE_OF[row.kind]}`)),
    null,
    null,
    amount(cents(BigInt(row.amount))),
    text(row.recordedAt),
    null,
    text(row.reason),
  ];
  const changeCells = ({ kind, at, by, subject, version, detail, ref }: Change): Cell[] => [
    text(words(`kinds.${kind}`)),
    text(changePage({ kind, ref })),
    text(changeName({ subject, version }, (facts) => words("versionOf", facts), locale)),
    null,
    null,
    null,
    null,
    text(at),
    text(by),
    text(detail),
  ];
  const nodes = found.rows.flatMap(nodeCells);
  async function* rows() {
    yield* nodes;
    for await (const row of entries.rows) yield entryCells(row);
    yield* found.changes.map(changeCells);
  }
  const count = BigInt(nodes.length + found.changes.length) + entries.facts.rows;
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "verschil",
      filter: [`${t("choices.after")}: ${from}`],
      asOf,
      rows: count,
      totals: (found.rows[0]?.moved ?? []).map(({ measure, change }) => ({
        name: words(`measures.${measure}`),
        amount: change,
      })),
      checkpoint: entries.facts.checkpoint,
    },
  );
  const table = {
    columns: COLUMNS.map(([name, width]) => ({ name, title: t(`columns.${name}`), width })),
    rows: rows(),
  };
  return { kind: "verschil", table, statement, count, asOf };
}
