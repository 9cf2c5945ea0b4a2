import type { Grant, Permission } from "@/lib/domain/access";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import type { Locale } from "@/lib/views/locale";
import type { ExportKind } from "./export-kind";
import type { FileFormat } from "./file-name";
import {
  BOOKKEEPING_FORMATS,
  type BookkeepingFormat,
  journalCsv,
  journalForBookkeeping,
} from "./journal-file";
import type { ExportSort } from "./kinds";
import type { ExportAsked, MadeFile, MadeTable } from "./made";
import { TABLE_FORMATS, type TableFormat, tableBytes, tableFormat } from "./table-bytes";

const isBookkeeping = (format: string): format is BookkeepingFormat =>
  BOOKKEEPING_FORMATS.some((one) => one === format);

/** In which forms a kind can be asked for. */
export const formatsOf = (kind: ExportKind): readonly FileFormat[] =>
  kind === "journaal" ? [...TABLE_FORMATS, ...BOOKKEEPING_FORMATS] : TABLE_FORMATS;

/** Null for a format that this kind is not written in. */
export function formatOf(kind: ExportKind, asked: string): FileFormat | null {
  return tableFormat(asked) ?? (kind === "journaal" && isBookkeeping(asked) ? asked : null);
}

/** A file as it leaves, while it is made. The grant is for the permission of the sort. */
export async function makeFile(
  { kind, make }: ExportSort & { readonly kind: ExportKind },
  format: FileFormat,
  { grant, programme }: { readonly grant: Grant<Permission>; readonly programme: ProgrammeRow },
  asked: ExportAsked,
): Promise<MadeFile> {
  const journal = grant as Grant<"journal:read">;
  if (isBookkeeping(format)) return journalForBookkeeping(journal, programme, asked, format);
  if (kind === "journaal" && format === "csv") return journalCsv(journal, programme, asked);
  return tableFile(await make(grant, programme, asked), format, asked.locale);
}

/** A table as a file that counts its rows while they leave. */
export async function tableFile(made: MadeTable, format: TableFormat, locale: Locale): Promise<MadeFile> {
  let count = 0n;
  const counted = (async function* () {
    for await (const row of made.table.rows) {
      count += 1n;
      yield row;
    }
  })();
  const bytes = await tableBytes({ ...made, table: { ...made.table, rows: counted } }, format, locale);
  return { bytes, rows: () => count, expected: made.count };
}
