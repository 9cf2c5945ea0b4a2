import { sentencesOf } from "@/app/submit-form";
import type { UnreadLine } from "@/components/own-ledger/unread-rows";
import type { UnreadRow } from "@/lib/domain/grid/cell-reader";

const MOST_SHOWN = 200;

/** What is wrong with rows that cannot be read, cell by cell, in sentences. */
export async function unreadLines(
  unread: readonly UnreadRow[],
  columnName: (column: string) => string,
): Promise<UnreadLine[]> {
  const wrong = unread
    .flatMap(({ row, reasons }) => reasons.map((reason) => ({ row, reason })))
    .slice(0, MOST_SHOWN);
  const said = await sentencesOf(wrong.map(({ reason }) => reason));
  return wrong.map(({ row, reason }, index) => ({
    row,
    column: columnName(reason.field ?? "number"),
    message: said[index]?.message ?? "",
    lift: said[index]?.lift?.text ?? "",
    rule: said[index]?.rule,
  }));
}
