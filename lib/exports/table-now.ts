import { getTranslations } from "@/i18n/translations";
import type { Grant, Permission } from "@/lib/domain/access";
import type { Cents } from "@/lib/domain/money";
import { type AsOf, instantNow } from "@/lib/domain/reconciliation/as-of";
import type { Cell } from "@/lib/files/cell";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import type { ExportKind } from "./export-kind";
import type { ExportAsked, MadeTable } from "./made";
import { statementOf } from "./statement";

interface TableNow {
  readonly kind: ExportKind;
  readonly filter: readonly string[];
  /** Of what was kept as of two dates; left out for what stands now. */
  readonly asOf?: AsOf | null;
  readonly totals: readonly { readonly name: string; readonly amount: Cents }[];
  /** Columns by their names, as the messages call them, with their widths. */
  readonly columns: readonly (readonly [name: string, width: number])[];
  readonly rows: readonly Cell[][];
}

/** A table of how something stands now, or was kept as of two dates, small enough to be made at once, with the statement that every export has. */
export async function tableNow(
  grant: Grant<Permission>,
  programme: ProgrammeRow,
  { locale, now }: ExportAsked,
  { kind, filter, asOf = null, totals, columns, rows }: TableNow,
): Promise<MadeTable> {
  const t = await getTranslations({ locale, namespace: "ledger.export.columns" });
  const count = BigInt(rows.length);
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind,
      filter,
      asOf,
      rows: count,
      totals,
      checkpoint: await checkpointAsOf(grant, programme.id, asOf?.knownAt ?? instantNow(now)),
    },
  );
  const table = { columns: columns.map(([name, width]) => ({ name, title: t(name), width })), rows };
  return { kind, table, statement, count, asOf };
}
