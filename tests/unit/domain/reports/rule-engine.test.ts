import { describe, expect, it } from "vitest";
import { lineSign, standsInTheWay } from "@/lib/domain/reports/check-report";
import { explanationKey, hasOwnField, runRules, type Standing } from "@/lib/domain/reports/rule-engine";
import type { ReportRuleCode } from "@/lib/domain/rules/report-rules";
import type { RuleStage } from "@/lib/domain/rules/stage";
import { decision, known } from "./known-facts";
import { line, report } from "./sample-report";

const standing = (changes: Partial<Standing> = {}): Standing => ({
  stages: new Map(),
  waivers: [],
  explanations: new Map(),
  ...changes,
});
const stage = (code: ReportRuleCode, name: RuleStage) => standing({ stages: new Map([[code, name]]) });
/** A decision that is not reported: X10 asks about the whole report. */
const missing = report([line()], { known: known({ decisions: [decision(), decision({ place: "a/u" })] }) });
/** A correction without a note: S5 blocks on a line. */
const noteless = report([line({ correction: -1_00n, forecast: 501_00n })], { known: known() });
const only = (one: ReturnType<typeof runRules>) => {
  expect(one).toHaveLength(1);
  return one[0];
};

describe("the stage of a rule decides what its finding does", () => {
  it("without a stage it is what the rule was made with", () => {
    expect(only(runRules(noteless, standing()))).toMatchObject({ code: "S5", severity: "block", version: 2 });
    expect(only(runRules(missing, standing()))).toMatchObject({
      code: "X10",
      severity: "question",
      answered: false,
    });
  });
  it("on trial it is kept and in nobody's way", () => {
    const found = only(runRules(noteless, stage("S5", "simulate")));
    expect(found?.severity).toBe("simulated");
    expect(found && standsInTheWay(found)).toBe(false);
  });
  it("as a warning a block becomes a question with a field of its own", () => {
    const found = only(runRules(noteless, stage("S5", "warn")));
    expect(found).toMatchObject({ severity: "question", field: "why.S5.noord.school", answered: false });
    expect(found && hasOwnField(found)).toBe(true);
  });
  it("as a block a question no longer goes away by answering", () => {
    const explanations = new Map([[explanationKey("X10", undefined), "wordt ingetrokken"]]);
    const found = only(runRules(missing, { ...stage("X10", "block"), explanations }));
    expect(found && standsInTheWay(found)).toBe(true);
  });
  it("at rest it is not run", () => expect(runRules(noteless, stage("S5", "retire"))).toEqual([]));
  it.each([
    ["S3", report([line({ spent: null })], { known: known() })],
    ["S6", report([line({ spent: 900_00n })], { known: known() })],
    ["X7", report([line()], { known: known({ decisions: [] }) })],
  ] as const)("%s blocks whatever stage or waiver there is", (code, one) => {
    const waivers = [{ id: "w", code, areaId: null, expiresOn: "2030-01-01" }];
    for (const name of ["simulate", "warn", "retire"] as const) {
      const found = runRules(one, { ...stage(code, name), waivers }).find((each) => each.code === code);
      expect(found && standsInTheWay(found)).toBe(true);
      expect(found?.waiver).toBeUndefined();
    }
  });
  it("the question of S6 keeps the field that it has on the line", () => {
    const one = report([line({ forecast: 0n })], { known: known() });
    const found = only(runRules(one, stage("S6", "warn")));
    expect(found).toMatchObject({ field: "explanation.noord.school", answered: false });
    expect(found && hasOwnField(found)).toBe(false);
  });
});

describe("an explanation", () => {
  const answer = (text: string) =>
    standing({ explanations: new Map([[explanationKey("X10", undefined), text]]) });
  it("answers the question and stays with the finding", () => {
    const found = only(runRules(missing, answer("wordt ingetrokken")));
    expect(found).toMatchObject({ answered: true, explanation: "wordt ingetrokken" });
    expect(found && standsInTheWay(found)).toBe(false);
  });
  it("of spaces is none", () => expect(only(runRules(missing, answer("  ")))?.answered).toBe(false));
  it("of another line does not count", () => {
    const explanations = new Map([[explanationKey("S5", "zuid.school"), "x"]]);
    expect(only(runRules(noteless, { ...stage("S5", "warn"), explanations }))?.answered).toBe(false);
  });
});

describe("a waiver", () => {
  const waived = (areaId: string | null, expiresOn = "2026-11-23") =>
    standing({ waivers: [{ id: "w", code: "S5", areaId, expiresOn }] });
  it("is shown with the finding and takes it out of the way, up to and including its last day", () => {
    const found = only(runRules(noteless, waived(null)));
    expect(found?.waiver).toEqual({ id: "w", expiresOn: "2026-11-23" });
    expect(found && standsInTheWay(found)).toBe(false);
    expect(lineSign("noord.school", found ? [found] : [])).toBe("fits");
  });
  it("does not work the day after", () =>
    expect(only(runRules(noteless, waived(null, "2026-11-22")))?.waiver).toBeUndefined());
  it("of the area lifts its lines, of another area it does not", () => {
    expect(only(runRules(noteless, waived("a")))?.waiver).toBeDefined();
    expect(only(runRules(noteless, waived("b")))?.waiver).toBeUndefined();
  });
  it("of one area does not lift what is about the whole report", () => {
    const forArea = standing({ waivers: [{ id: "w", code: "X10", areaId: "a", expiresOn: "2027-01-01" }] });
    expect(only(runRules(missing, forArea))?.waiver).toBeUndefined();
  });
});
