import { DIALECTS } from "@/lib/files/csv";
import { sealedTable } from "@/lib/files/sealed-table";
import type { Locale } from "@/lib/views/locale";
import type { MadeTable } from "../made";
import { type TableFormat, tableBytes } from "../table-bytes";
import type { Part } from "./plan";

/** A table as a file with the marks of its rows; what is read of it is read while it is written. */
export const tablePart = (
  made: () => Promise<MadeTable>,
  path: string,
  format: TableFormat,
  locale: Locale,
): Part =>
  async function* (sealer, collected) {
    const one = await made();
    const { table, statement } = one;
    const dialect = format === "csv" ? DIALECTS[locale] : null;
    yield* sealedTable(
      sealer,
      {
        path,
        table,
        statement,
        dialect,
        written: (marked) => tableBytes({ ...one, table: marked }, format, locale),
      },
      (record) => collected.tables.push(record),
    );
  };
