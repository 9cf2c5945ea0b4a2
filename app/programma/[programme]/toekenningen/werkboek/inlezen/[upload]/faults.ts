import { sentencesOf } from "@/app/submit-form";
import { fileColumns } from "@/lib/domain/entry/entry-file";
import type { BlockingReason } from "@/lib/domain/refusal";
import { ruleOfReason } from "@/lib/domain/rules/catalogue";
import type { FilledRow } from "@/lib/files/entry/workbook-plan";
import { columnName } from "@/lib/files/workbook-xml";
import type { FoundUpload } from "@/lib/queries/entry/find-upload";

export interface Fault {
  readonly row: number;
  readonly column: string;
  /** "E12": where it is in the file. */
  readonly cell: string;
  readonly given: string;
  readonly message: string;
  readonly lift: string;
  readonly rule?: { readonly text: string; readonly href: string };
  /** What the workbook that comes back says of it besides: the code of the rule. */
  readonly more: readonly string[];
}

/** Columns that a reason of the ledger calls otherwise than the file does. */
const IN_THE_FILE: Readonly<Record<string, string>> = { areaId: "area", themeId: "theme" };

/** Everything that is wrong, cell by cell, in the order of the workbook. A csv has rows, but no letters. */
export async function faultsOf(
  { rows, template }: Pick<FoundUpload, "rows" | "template">,
  years: readonly number[],
  most = Number.POSITIVE_INFINITY,
): Promise<Fault[]> {
  const columns = fileColumns(years);
  const wrong = rows
    .flatMap(({ row, given, reasons }) =>
      reasons
        .map((reason) => ({ row, given, reason, at: placeOf(reason, columns) }))
        .toSorted((a, b) => a.at - b.at),
    )
    .slice(0, most);
  const said = await sentencesOf(wrong.map(({ reason }) => reason));
  return wrong.map(({ row, given, reason, at }, index) => {
    const column = columns[at] ?? "rowId";
    return {
      row,
      column,
      cell: template === null ? String(row) : `${columnName(at)}${row}`,
      given: given[column] ?? "",
      message: said[index]?.message ?? "",
      lift: said[index]?.lift?.text ?? "",
      rule: said[index]?.rule,
      more: [ruleOfReason(reason.code) ?? ""],
    };
  });
}

function placeOf({ field = "rowId" }: BlockingReason, columns: readonly string[]): number {
  return Math.max(0, columns.indexOf(IN_THE_FILE[field] ?? field));
}

/** What was filled in, by row of the template, with what is wrong with it. */
export async function filledRows(
  upload: Pick<FoundUpload, "rows" | "template">,
  years: readonly number[],
): Promise<Map<string, FilledRow>> {
  const faults = new Map<number, Fault[]>();
  for (const fault of await faultsOf(upload, years)) {
    const list = faults.get(fault.row) ?? [];
    list.push(fault);
    faults.set(fault.row, list);
  }
  return new Map(
    upload.rows
      .filter(({ state }) => state !== "unchanged")
      .map(({ id, row, given }) => [id === "" ? String(row) : id, { given, faults: faults.get(row) ?? [] }]),
  );
}
