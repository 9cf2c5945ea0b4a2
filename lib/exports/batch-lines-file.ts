import { z } from "zod";
import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import type { BatchLineView } from "@/lib/domain/proposals/batch-view";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { NotFound } from "@/lib/domain/refusal";
import { amount, type Cell, date, text, whole } from "@/lib/files/cell";
import { batchFilters } from "@/lib/input/batch-decision";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import { exportBatchLines } from "@/lib/queries/exports/export-batches";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { amount as amountText } from "@/lib/views/money";
import type { ExportAsked, MadeTable } from "./made";
import { statementOf } from "./statement";

const COLUMNS = [
  ["line", 8],
  ["number", 16],
  ["kind", 18],
  ["municipality", 22],
  ["area", 24],
  ["stream", 28],
  ["tranche", 20],
  ["theme", 24],
  ["decisionNumber", 18],
  ["amount", 18],
  ["state", 18],
  ["reason", 40],
] as const;

/** The lines of one batch as they stand, with the filter of its page. */
export async function batchLinesFile(
  grant: Grant<"proposal:read">,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const id = z.uuid().catch("").parse(params.voorstel);
  const state = batchFilters.parse(params).stand ?? null;
  if (id === "") throw new NotFound("batch");
  const { header, lines } = await exportBatchLines(grant, programme.id, id, state);
  const [t, kinds] = [
    await getTranslations({ locale, namespace: "ledger.export" }),
    await getTranslations({ locale, namespace: "proposals.page.kinds" }),
  ];
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "verzamelvoorstel",
      filter: [header.number, header.name, ...(state === null ? [] : [t(`states.${state}`)])],
      asOf: null,
      rows: BigInt(state === null ? header.lines : header.counts[state]),
      // A total of the whole batch belongs to the whole batch only.
      totals: state === null ? [{ name: t("columns.amount").toLowerCase(), amount: header.total }] : [],
      checkpoint: await checkpointAsOf(grant, programme.id, instantNow(now)),
    },
  );
  const cellsOf = (row: BatchLineView): Cell[] => [
    whole(BigInt(row.line)),
    text(row.number),
    text(kinds(row.kind)),
    text(row.municipality),
    text(row.area),
    text(row.stream),
    text(row.tranche),
    text(locale === "en" ? row.themeEn : row.themeNl),
    text(row.decisionNumber),
    date(row.decisionOn),
    text(row.decisionDocument),
    text(row.legalSource),
    date(row.effectiveOn),
    amount(row.total),
    text(row.years.map((one) => `${one.year}: ${amountText(one.amount, locale)}`).join("; ")),
    text(t(`states.${row.state}`)),
    text(row.returnReason),
  ];
  const table = {
    columns: COLUMNS.map(([name, width]) => ({ name, title: t(`columns.${name}`), width })),
    rows: (async function* () {
      for await (const row of lines) yield cellsOf(row);
    })(),
  };
  return {
    kind: "verzamelvoorstel",
    table,
    statement,
    count: BigInt(state === null ? header.lines : header.counts[state]),
    asOf: null,
  };
}
