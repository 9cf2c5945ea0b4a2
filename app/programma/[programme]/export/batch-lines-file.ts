import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { orNotFound } from "@/lib/auth/authorize";
import type { Grant } from "@/lib/domain/access";
import type { BatchLineView } from "@/lib/domain/proposals/batch-view";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { NotFound } from "@/lib/domain/refusal";
import { amount, type Cell, text, whole } from "@/lib/files/cell";
import type { Asked } from "@/lib/input/as-of";
import { batchFilters } from "@/lib/input/batch-decision";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import { exportBatchLines } from "@/lib/queries/exports/export-batches";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { fileAnswer, type TableFormat, tableBytes } from "./answer";
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
  params: Asked,
  format: TableFormat,
): Promise<Response> {
  const id = z.uuid().catch("").parse(params.voorstel);
  const state = batchFilters.parse(params).stand ?? null;
  const { header, lines } = await orNotFound(
    id === "" ? Promise.reject(new NotFound("batch")) : exportBatchLines(grant, programme.id, id, state),
  );
  const [t, kinds, locale] = [
    await getTranslations("ledger.export"),
    await getTranslations("proposals.page.kinds"),
    await getLocale(),
  ];
  const statement = await statementOf({
    programme,
    kind: "verzamelvoorstel",
    filter: [header.number, header.name, ...(state === null ? [] : [t(`states.${state}`)])],
    asOf: null,
    rows: BigInt(state === null ? header.lines : header.counts[state]),
    // A total of the whole batch belongs to the whole batch only.
    totals: state === null ? [{ name: t("columns.amount").toLowerCase(), amount: header.total }] : [],
    checkpoint: await checkpointAsOf(grant, programme.id, instantNow(new Date())),
  });
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
    amount(row.total),
    text(t(`states.${row.state}`)),
    text(row.returnReason),
  ];
  const table = {
    columns: COLUMNS.map(([name, width]) => ({ title: t(`columns.${name}`), width })),
    rows: (async function* () {
      for await (const row of lines) yield cellsOf(row);
    })(),
  };
  const what = { kind: "verzamelvoorstel", format } as const;
  return fileAnswer(await tableBytes(table, statement, what), { programme, ...what });
}
