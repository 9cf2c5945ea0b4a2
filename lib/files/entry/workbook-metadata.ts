import { METADATA_SHEET, TEMPLATE_FORMAT, TEMPLATE_VERSION } from "@/lib/domain/entry/entry-file";
import { baseOf } from "@/lib/domain/entry/sheet-row";
import { text } from "../cell";
import type { SheetPlan, StyledCell } from "./styled-workbook";
import type { EntryWorkbook } from "./workbook-plan";

/** For the program that reads it back: what this is, and with which amounts each line was made. */
export function metadata({ programme, tranche, made, words, rows, legalSources }: EntryWorkbook): SheetPlan {
  const facts = [
    ["format", TEMPLATE_FORMAT],
    ["version", TEMPLATE_VERSION],
    ["programme", programme],
    ["tranche", tranche],
    ["sheet", words.sheet],
    ["made", made],
    ["rows", ""],
    ...rows.map((row) => [row.id, baseOf(row)]),
  ];
  return hiddenSheet(facts, [legalSources]);
}

/** A name and a value to a line, and from the fourth column on the lists of the drop-downs. */
export function hiddenSheet(
  facts: readonly (readonly string[])[],
  lists: readonly (readonly string[])[],
): SheetPlan {
  const cell = (value: string): StyledCell => ({ look: "text", cell: text(value) });
  const count = Math.max(facts.length, ...lists.map((list) => list.length));
  return {
    name: METADATA_SHEET,
    columns: [
      { title: "", width: 30 },
      { title: "", width: 40 },
    ],
    rows: Array.from({ length: count }, (_, index) => {
      const [name = "", value = ""] = facts[index] ?? [];
      const listed = lists.map((list) => {
        const word = list[index];
        return word === undefined ? null : cell(word);
      });
      return [cell(name), cell(value), null, ...listed];
    }),
    hidden: true,
    locked: true,
  };
}
