import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { type DeliveredBefore, sisaFindings, standsInTheWay } from "@/lib/domain/sisa/findings";
import type { SisaFacts } from "@/lib/domain/sisa/sisa-year";
import { ANSWER, allocation, facts, move } from "./sample-year";
import { contentOf } from "./whole-content";

const NOTHING: DeliveredBefore = { thisYear: null, lastYear: null };
const found = (change: Partial<SisaFacts>, before = NOTHING) =>
  sisaFindings(facts(change), before).map(({ code }) => code.replace("sisa.rules.", ""));
const answer = (change: Partial<typeof ANSWER>) => new Map([["W|B-1", { ...ANSWER, ...change }]]);

describe("plausibility", () => {
  it("has nothing to say of a year that is whole", () => {
    expect(found({})).toEqual([]);
  });

  it("A1: waits for the end of the year and for the adoption, and says when the date has passed", () => {
    expect(found({ today: "2025-12-31", adoptedOn: null })).toEqual(["A1.notOver", "A1.notAdopted"]);
    expect(found({ adoptedOn: "2025-12-31" })).toEqual(["A1.adoptedWrong"]);
    expect(found({ adoptedOn: "2026-07-02" })).toEqual(["A1.adoptedWrong"]);
    expect(found({ today: "2026-07-15" })).toEqual([]);
    expect(found({ today: "2026-07-16" })).toEqual(["A1.late"]);
  });

  it("A2: an unknown code stays open and stops nothing", () => {
    const [finding] = sisaFindings(facts({ schemes: new Map() }), NOTHING);
    expect([finding?.code, finding && standsInTheWay(finding)]).toEqual(["sisa.rules.A2.codeMissing", false]);
  });

  it("A3: what is not reported blocks and suppresses what would follow from it", () => {
    const windows = facts().windows.map((one) => ({ ...one, accepted: false }));
    expect(found({ windows, moves: [], answers: answer({ final: true }) })).toEqual([
      "A3.notReported",
      "S9.open",
    ]);
  });

  it("A3: more than the award, below zero, and a correction from before the last year", () => {
    expect(found({ allocations: [allocation({ awarded: cents(99_999_99n) })] })).toEqual(["A3.aboveAward"]);
    expect(found({ moves: [move({ amount: cents(-1n) })] })).toEqual(["A3.negative"]);
    const older = move({ kind: "spend_corrected", about: 2023, amount: cents(-5n) });
    expect(found({ moves: [move(), older] })).toEqual(["A3.olderCorrection"]);
  });

  it("a question is answered by an explanation, a block is not", () => {
    const above = { allocations: [allocation({ awarded: cents(1n) })] };
    const [open] = sisaFindings(facts(above), NOTHING);
    const [told] = sisaFindings(facts({ ...above, answers: answer({ note: "voorgeschoten" }) }), NOTHING);
    expect([open, told].map((one) => one && standsInTheWay(one))).toEqual([true, false]);
  });

  it("A5: spend without a decision, nothing at all, and decisions that cannot be told apart", () => {
    expect(found({ moves: [move(), move({ place: "elders" })] })).toEqual(["A5.noDecision"]);
    expect(found({ allocations: [], moves: [] })).toEqual(["A5.nothing"]);
    const shared = [allocation(), allocation({ number: "A-2", decisionNumber: "B-2" })];
    expect(found({ allocations: shared, answers: new Map([["W|B-1+B-2", ANSWER]]) })).toEqual([
      "A5.together",
    ]);
  });

  it("A6: from 125.000,00 exactly", () => {
    expect(found({ moves: [move({ amount: cents(124_999_99n) })] })).toEqual([]);
    expect(found({ moves: [move({ amount: cents(125_000_00n) })] })).toEqual(["A6.item"]);
    expect(found({ itemFrom: null, moves: [move({ amount: cents(125_000_00n) })] })).toEqual([]);
  });

  it("A7: missing is not zero; one cent above the tolerance asks for an explanation", () => {
    expect(found({ answers: answer({ errors: null, uncertainties: null }) })).toEqual([
      "A7.errorsMissing",
      "A7.uncertaintiesMissing",
    ]);
    expect(found({ answers: answer({ errors: cents(2_000_00n) }) })).toEqual([]);
    expect(found({ answers: answer({ errors: cents(2_000_01n) }) })).toEqual(["A7.over"]);
    const both = answer({ errors: cents(1_500_00n), uncertainties: cents(1_500_00n) });
    expect(found({ answers: both })).toEqual(["A7.unclear"]);
    expect(found({ tolerance: null })).toEqual(["A7.noTolerance"]);
  });

  it("S8: cumulative up to last year is what was delivered over last year", () => {
    const before = contentOf({ year: 2024, today: "2025-07-01", adoptedOn: "2025-06-01", moves: [] });
    expect(found({}, { thisYear: null, lastYear: before })).toEqual([]);
    const late = move({ about: 2024, reportedIn: 2024, amount: cents(3n) });
    expect(found({ moves: [move(), late] }, { thisYear: null, lastYear: before })).toEqual(["S8.previous"]);
  });

  it("S9: final only when nothing is open and nothing was spent later; and not twice", () => {
    const final = answer({ final: true });
    expect(found({ answers: final })).toEqual([]);
    expect(found({ answers: final, moves: [move(), move({ about: 2026, reportedIn: 2026 })] })).toEqual([
      "S9.later",
    ]);
    const windows = [
      ...facts().windows,
      { trancheId: "t", code: "W-2025-2", year: 2025, endsOn: "2025-12-31", accepted: false },
    ];
    expect(found({ windows, answers: final })).toEqual(["A3.incomplete", "S9.open"]);
    expect(found({ answers: answer({ final: null }) })).toEqual(["S9.unanswered"]);
    const ended = contentOf({
      year: 2024,
      today: "2025-07-01",
      adoptedOn: "2025-06-01",
      moves: [],
      answers: final,
    });
    expect(found({}, { thisYear: null, lastYear: ended })).toEqual(["S9.reopened"]);
  });

  it("A4: after the last date a correction says so", () => {
    const before = { thisYear: contentOf({}), lastYear: null };
    expect(found({ today: "2026-09-01" }, before)).toEqual(["A4.afterDate"]);
  });
});
