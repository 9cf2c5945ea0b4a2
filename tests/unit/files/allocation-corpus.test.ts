import { describe, expect, it } from "vitest";
import { fileColumns } from "@/lib/domain/entry/entry-file";
import type { CheckedRow } from "@/lib/domain/entry/sheet-row";
import { ruleOfReason } from "@/lib/domain/rules/catalogue";
import { checkFile } from "@/lib/files/entry/check-file";
import { columnName } from "@/lib/files/workbook-xml";
import {
  ALLOCATION_CORPUS,
  type Case,
  type Outcome,
  sample,
} from "../../fixtures/allocation-workbooks/cases";
import { keptBytes, outOfDate } from "../../fixtures/corpus";
import { taskOf, YEARS } from "./entry-world";

const { mustPass, mustFail } = ALLOCATION_CORPUS;
const columns = fileColumns(YEARS);
const cellOf = (row: number, field = "rowId") => `${columnName(columns.indexOf(field))}${row}`;

const asked = ({ line }: CheckedRow) =>
  line && [
    line.kind,
    ...line.years.map(({ year, amount }) => `${year}=${amount}`),
    ...(line.decisionDocument ? [`at ${line.decisionDocument}`] : []),
  ];

/** What came of a file, in the words of the table. */
function outcomeOf(one: Case): Outcome {
  const task = taskOf(keptBytes(ALLOCATION_CORPUS, one), one.stored ?? sample(), one.file);
  const last = [...checkFile(task)].at(-1);
  if (last?.is === "refused") return { refused: last.problem };
  if (last?.is !== "done") throw new Error(`${one.file} came to no end`);
  const wrong = last.rows.flatMap(({ row, reasons }) =>
    reasons.map(({ code, field }) => [cellOf(row, field), code] as const),
  );
  if (wrong.length > 0) return { wrong: Object.fromEntries(wrong) };
  return {
    asks: Object.fromEntries(
      last.rows.flatMap((row) => [[row.id, asked(row)?.join(" ")]]).filter(([, what]) => what),
    ),
  };
}

describe("a file that must pass", () => {
  it.each(mustPass.map((one) => [one.file, one] as const))("%s", (_, one) => {
    expect(outcomeOf(one), one.about).toEqual(one.outcome);
  });
});

describe("a file that must fail", () => {
  it.each(mustFail.map((one) => [one.file, one] as const))("%s", (_, one) => {
    expect(outcomeOf(one), one.about).toEqual(one.outcome);
  });

  it("for the rule that it stands for", () => {
    expect(mustFail.length).toBeGreaterThan(20);
    for (const { file, rule, outcome } of mustFail) {
      const reasons =
        "refused" in outcome
          ? [`entry.file.${outcome.refused}`]
          : "wrong" in outcome
            ? Object.values(outcome.wrong)
            : [];
      expect(reasons.map(ruleOfReason), file).toContain(rule);
    }
  });
});

it("the files and their table are what the corpus makes", async () => {
  expect(await outOfDate(ALLOCATION_CORPUS)).toEqual([]);
});
