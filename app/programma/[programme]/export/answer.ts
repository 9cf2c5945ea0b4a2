import { getLocale, getTranslations } from "next-intl/server";
import type { Statement, Table } from "@/lib/files/cell";
import { csvDocument, DIALECTS } from "@/lib/files/csv";
import { pdf } from "@/lib/files/pdf";
import { spreadsheet } from "@/lib/files/spreadsheet";
import { workbook } from "@/lib/files/workbook";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import type { ExportKind } from "./statement";

/** A table is written in each of these, with the same statement. */
export const TABLE_FORMATS = ["csv", "xlsx", "ods", "pdf"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
export type FileFormat = TableFormat | "journal" | "json";

const TYPES: Readonly<Record<FileFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  pdf: "application/pdf",
  journal: "text/plain; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** A file that is sent while it is made. Practice data say so in their name as well. */
export function fileAnswer(
  bytes: AsyncGenerator<Uint8Array>,
  {
    programme,
    kind,
    format,
  }: { readonly programme: ProgrammeRow; readonly kind: ExportKind; readonly format: FileFormat },
): Response {
  const name = [
    programme.isPractice ? "oefengegevens" : null,
    programme.code,
    kind,
    dateInAmsterdam(new Date()),
  ]
    .filter(Boolean)
    .join("-");
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(new Uint8Array(value));
      } catch (error) {
        controller.error(error);
      }
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
  return new Response(stream, {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Disposition": `attachment; filename="${name}.${format}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** A table with its statement, in the reader's language and notation. */
export async function tableBytes(
  table: Table,
  statement: Statement,
  { kind, format }: { readonly kind: ExportKind; readonly format: TableFormat },
): Promise<AsyncGenerator<Uint8Array>> {
  const language = await getLocale();
  if (format === "csv") return csvDocument(statement, table, DIALECTS[language]);
  const t = await getTranslations("ledger.export");
  const plan = { sheet: t(`kinds.${kind}`), table, statementSheet: t("statement"), statement };
  if (format === "xlsx") return workbook(plan);
  if (format === "ods") return spreadsheet(plan);
  return pdf({
    title: t(`kinds.${kind}`),
    language,
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
