import { getLocale, getTranslations } from "next-intl/server";
import type { Statement, Table } from "@/lib/files/cell";
import { csvDocument, DIALECTS } from "@/lib/files/csv";
import { workbook } from "@/lib/files/workbook";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import type { ExportKind } from "./statement";

export type FileFormat = "csv" | "xlsx" | "journal";

const TYPES: Readonly<Record<FileFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  journal: "text/plain; charset=utf-8",
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

/** A table with its statement, as csv in the reader's notation or as a workbook. */
export async function tableBytes(
  table: Table,
  statement: Statement,
  { kind, format }: { readonly kind: ExportKind; readonly format: "csv" | "xlsx" },
): Promise<AsyncGenerator<Uint8Array>> {
  if (format === "csv") return csvDocument(statement, table, DIALECTS[await getLocale()]);
  const t = await getTranslations("ledger.export");
  return workbook({ sheet: t(`kinds.${kind}`), table, statementSheet: t("statement"), statement });
}
