import { getTranslations } from "@/i18n/translations";
import type { Statement } from "@/lib/files/cell";
import { csvDocument, DIALECTS } from "@/lib/files/csv";
import { jsonDocument } from "@/lib/files/json-table";
import { spreadsheet } from "@/lib/files/spreadsheet";
import { workbook } from "@/lib/files/workbook";
import type { Locale } from "@/lib/views/locale";
import type { MadeTable } from "./made";

/** A table is written in each of these, with the same statement. */
export const TABLE_FORMATS = ["csv", "xlsx", "ods", "json", "pdf"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Null for a format that tables are not written in. */
export const tableFormat = (asked: string): TableFormat | null =>
  TABLE_FORMATS.find((known) => known === asked) ?? null;

/** A table with its statement, in the reader's language and notation. */
export async function tableBytes(
  { kind, table, statement }: MadeTable,
  format: TableFormat,
  locale: Locale,
): Promise<AsyncGenerator<Uint8Array>> {
  if (format === "csv") return csvDocument(statement, table, DIALECTS[locale]);
  if (format === "json") return jsonDocument(statement, table);
  const t = await getTranslations({ locale, namespace: "ledger.export" });
  const plan = { sheet: t(`kinds.${kind}`), table, statementSheet: t("statement"), statement };
  if (format === "xlsx") return workbook(plan);
  if (format === "ods") return spreadsheet(plan);
  // Fonts and the program that sets them are for a print alone.
  const { pdf } = await import("@/lib/files/pdf");
  return pdf({
    title: t(`kinds.${kind}`),
    language: locale,
    table,
    statement,
    words: {
      statement: t("statement"),
      page: (number) => t("page", { number }),
      more: (most) => t("more", { most }),
    },
    mark: footOf(statement),
  });
}

/** What has to be on every page of a print: that it is practice data, and the checkpoint it can be checked with. */
function footOf(statement: Statement): string {
  const kept = statement.filter(({ lasting }) => lasting === true);
  return kept.map(({ name, value }) => `${name}: ${value === null ? "" : String(value.value)}`).join("   ");
}
