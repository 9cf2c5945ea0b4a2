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
  const cell = (value: string): StyledCell => ({ look: "text", cell: text(value) });
  const count = Math.max(facts.length, legalSources.length);
  return {
    name: METADATA_SHEET,
    columns: [
      { title: "", width: 30 },
      { title: "", width: 40 },
    ],
    rows: Array.from({ length: count }, (_, index) => {
      const [name = "", value = ""] = facts[index] ?? [];
      const source = legalSources[index];
      return [cell(name), cell(value), null, source === undefined ? null : cell(source)];
    }),
    hidden: true,
    locked: true,
  };
}
