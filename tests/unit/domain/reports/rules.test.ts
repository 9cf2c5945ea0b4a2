import { describe, expect, it } from "vitest";
import { checkReport, lineSign, standsInTheWay } from "@/lib/domain/reports/check-report";
import type { ReportToCheck } from "@/lib/domain/reports/finding";
import { line, report, told } from "./sample-report";

const problems = (checked: ReportToCheck) =>
  checkReport(checked).map(({ code, problem, field }) => [code, problem, field]);
const school = (field: string) => `${field}.noord.school`;

it("a report that is in order has nothing in the way", () => {
  expect(checkReport(report())).toEqual([]);
});

describe("S2: the period is over and its window is open", () => {
  const on = (today: string, opensOn = "2026-09-01") =>
    problems(report(undefined, { today, period: { opensOn } }));
  it("not on its last day", () => expect(on("2026-08-31")).toEqual([["S2", "notOver", undefined]]));
  it("from the day after", () => expect(on("2026-09-01")).toEqual([]));
  it("not before a window that opens later", () => expect(on("2026-09-30", "2026-10-01")).toHaveLength(1));
  it("names the first day on which it can", () => {
    const first = (opensOn: string) =>
      checkReport(report(undefined, { today: "2026-08-01", period: { opensOn } }))[0]?.facts;
    expect(first("2026-10-01")).toEqual({ from: { date: "2026-10-01" } });
    expect(first("2026-08-15")).toEqual({ from: { date: "2026-09-01" } });
  });
});

describe("S3: empty is not zero", () => {
  it("an empty amount blocks and hides what depends on it", () =>
    expect(problems(report([line({ spent: null, forecast: 900_000_00n })]))).toEqual([
      ["S3", "spentEmpty", school("spent")],
    ]));
  it("zero is an answer", () =>
    expect(problems(report([line({ spent: 0n, forecast: 700_00n })]))).toEqual([]));
  it("an empty forecast blocks, but not after the last period", () => {
    expect(problems(report([line({ forecast: null })]))).toEqual([
      ["S3", "forecastEmpty", school("forecast")],
    ]);
    expect(problems(report([line({ spent: 700_00n, forecast: null })], { period: { final: true } }))).toEqual(
      [],
    );
  });
});

describe("S4: a correction points at an earlier accepted period", () => {
  const corrected = { correction: -300_00n, correctionNote: "dubbele factuur", forecast: 800_00n };
  it("up to what was accepted there", () => expect(problems(report([line(corrected)]))).toEqual([]));
  it("not a cent more", () => {
    const [found] = checkReport(report([line({ ...corrected, correction: -300_01n, forecast: 800_01n })]));
    expect(found).toMatchObject({
      code: "S4",
      problem: "belowZero",
      field: school("correction"),
      facts: { most: { cents: -300_00n } },
    });
  });
  it("and asks nothing about what is left over because of it", () =>
    expect(problems(report([line({ ...corrected, correction: -900_00n, forecast: 0n })]))).toEqual([
      ["S4", "belowZero", school("correction")],
    ]));
  it("and says which year it points at, when it could have been another", () => {
    const spend = (seq: bigint, year: number) => ({ seq, year, effectiveOn: `${year}-12-31` });
    const earlierSpends = [spend(9n, 2026), spend(4n, 2025)];
    const more = { ...corrected, correction: -300_01n, forecast: 800_01n, earlierSpends };
    const [found] = checkReport(report([line({ ...more, corrects: spend(9n, 2026) })]));
    expect(found).toMatchObject({
      problem: "belowZeroOfYear",
      facts: { most: { cents: -300_00n }, year: "2026" },
    });
  });
  it("not when no earlier period was accepted", () => {
    const earlier = [{ year: 2026, period: 1, periods: 3, endsOn: "2026-04-30", status: "signed" as const }];
    expect(problems(report([line(corrected)], { earlier }))).toEqual([
      ["S4", "nothingEarlier", school("correction")],
    ]);
  });
  it("zero is no correction", () =>
    expect(problems(report([line({ correction: 0n })], { earlier: [] }))).toEqual([]));
});

describe("S5: negative amounts", () => {
  it("spend of one cent below zero is refused", () =>
    expect(problems(report([line({ spent: -1n, forecast: 700_01n })]))).toEqual([
      ["S5", "spentNegative", school("spent")],
    ]));
  it("so is a forecast", () =>
    expect(problems(report([line({ spent: 700_01n, forecast: -1n })]))).toEqual([
      ["S5", "forecastNegative", school("forecast")],
    ]));
  it("a correction needs a note", () =>
    expect(problems(report([line({ correction: 1n, correctionNote: "  ", forecast: 499_99n })]))).toEqual([
      ["S5", "noteMissing", school("note")],
    ]));
});

describe("S6: within the allocation", () => {
  it("all of it, to the cent", () => expect(problems(report([line({ forecast: 500_00n })]))).toEqual([]));
  it("one cent over blocks and says how much", () => {
    const [found] = checkReport(report([line({ forecast: 500_01n })]));
    expect(found).toMatchObject({
      code: "S6",
      problem: "over",
      severity: "block",
      field: school("forecast"),
      facts: { over: { cents: 1n } },
    });
  });
  it("without a forecast it is the spend that is too high", () =>
    expect(problems(report([line({ spent: 700_01n, forecast: 0n })]))).toEqual([
      ["S6", "over", school("spent")],
    ]));
  it("a correction counts", () =>
    expect(problems(report([line({ correction: 1n, correctionNote: "nagekomen" })]))).toEqual([
      ["S6", "over", school("forecast")],
    ]));
  it("one tenth left needs no explanation, one cent more does", () => {
    expect(problems(report([line({ forecast: 400_00n })]))).toEqual([]);
    const [found] = checkReport(report([line({ forecast: 399_99n })]));
    expect(found).toMatchObject({
      problem: "under",
      severity: "question",
      answered: false,
      facts: { left: { cents: 100_01n }, share: { part: 100_01n, whole: 1_000_00n } },
    });
  });
  it("an answer lifts the question, blanks do not", () => {
    const asked = (explanation: string) =>
      checkReport(report([line({ forecast: 0n, explanation })])).map(standsInTheWay);
    expect(asked("later begonnen")).toEqual([false]);
    expect(asked(" \n ")).toEqual([true]);
  });
  it("at the last period what is left is measured without a forecast", () =>
    expect(problems(report([line({ spent: 599_99n, forecast: null })], { period: { final: true } }))).toEqual(
      [["S6", "under", school("explanation")]],
    ));
  it("a withdrawn allocation with nothing spent is in order", () =>
    expect(problems(report([line({ allocated: 0n, previous: 0n, spent: 0n, forecast: 0n })]))).toEqual([]));
});

describe("S7: nothing is forecast after the last period", () => {
  const final = { period: { final: true } };
  it("one cent is refused", () =>
    expect(problems(report([line({ spent: 699_99n, forecast: 1n })], final))).toEqual([
      ["S7", "forecastAfterEnd", school("forecast")],
    ]));
  it("zero is fine", () =>
    expect(problems(report([line({ spent: 700_00n, forecast: 0n })], final))).toEqual([]));
});

describe("S8: periods in order", () => {
  const earlier = (status: "draft" | "returned" | "submitted" | "signed" | "accepted" | null) => [
    { year: 2026, period: 1, periods: 3, endsOn: "2026-04-30", status },
  ];
  it.each([null, "draft"] as const)("an earlier report that is %s blocks submitting", (status) =>
    expect(problems(report(undefined, { earlier: earlier(status) }))).toEqual([
      ["S8", "notReported", undefined],
    ]),
  );
  it("one that was given back blocks as well, and was submitted once", () =>
    expect(problems(report(undefined, { earlier: earlier("returned") }))).toEqual([
      ["S8", "givenBack", undefined],
    ]));
  it.each(["submitted", "signed", "accepted"] as const)("one that is %s does not", (status) =>
    expect(problems(report(undefined, { earlier: earlier(status) }))).toEqual([]),
  );
  it.each(["submitted", "signed"] as const)("but one that is %s blocks accepting the next", (status) =>
    expect(problems(report(undefined, { earlier: earlier(status), stage: "review" }))).toEqual([
      ["S8", "notAccepted", undefined],
    ]),
  );
});

describe("S16: results", () => {
  const result = (value: bigint | null, note: string | null) =>
    problems(report(undefined, { results: [{ ...told, value, note }] }));
  it("empty without a note is refused", () =>
    expect(result(null, " ")).toEqual([["S16", "resultEmpty", "result.bereik"]]));
  it("empty with a note is told", () => expect(result(null, "telling volgt in maart")).toEqual([]));
  it("zero is a result", () => expect(result(0n, null)).toEqual([]));
});

describe("a line in one word", () => {
  const sign = (...changes: Parameters<typeof line>) => {
    const checked = report([line(...changes)]);
    return lineSign("noord.school", checkReport(checked));
  };
  it("the worst first", () => {
    expect(sign()).toBe("fits");
    expect(sign({ spent: null })).toBe("empty");
    expect(sign({ forecast: 500_01n })).toBe("tooHigh");
    expect(sign({ forecast: 399_99n })).toBe("explain");
    expect(sign({ forecast: 399_99n, explanation: "later" })).toBe("explained");
    expect(sign({ spent: -1n, forecast: 700_00n })).toBe("adjust");
  });
  it("findings come in the order of the report: the whole, the lines, the results", () => {
    const lines = [line({ key: "a", spent: null }), line({ key: "b", forecast: null })];
    const found = checkReport(
      report(lines, { earlier: [], results: [{ ...told, value: null }], today: "2026-08-31" }),
    );
    expect(found.map(({ code, line: at, result }) => at ?? result ?? code)).toEqual([
      "S2",
      "a",
      "b",
      "bereik",
    ]);
  });
});
