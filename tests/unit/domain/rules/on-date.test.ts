import { describe, expect, it } from "vitest";
import { versionAsOf } from "@/lib/domain/distribution/version-as-of";
import { REPORT_CHECKS, versionOf, versionOn } from "@/lib/domain/reports/report-checks";
import { runRules, type Standing } from "@/lib/domain/reports/rule-engine";
import { REPORT_RULES } from "@/lib/domain/rules/report-rules";
import { LIFE_BEGINS, stagesOn, startsOnTrial } from "@/lib/domain/rules/stage";
import { rulesOn } from "@/lib/domain/rules/weight";
import { line, report } from "../reports/sample-report";

describe("a rule that came after rules got a life", () => {
  it("is only tried until something else is agreed, and is not there before it came", () => {
    expect(startsOnTrial("S23")).toBe(true);
    expect(stagesOn([], "2026-11-28").get("S23")).toBeUndefined();
    expect(stagesOn([], "2026-11-29").get("S23")).toBe("simulate");
    const agreed = [{ code: "S23", stage: "warn", from: "2026-11-29" } as const];
    expect(stagesOn(agreed, "2026-11-29").get("S23")).toBe("warn");
  });

  it("bothers nobody meanwhile: its finding is simulated", () => {
    const lines = [
      line({
        forecast: 100_00n,
        years: [2027, 2028].map((year) => ({ year, amount: null })),
      }),
    ];
    const standing = (stages: Standing["stages"]): Standing => ({
      stages,
      waivers: [],
      explanations: new Map(),
    });
    const severity = (stages: Standing["stages"]) =>
      runRules(report(lines), standing(stages)).find(({ code }) => code === "S23")?.severity;
    expect(severity(stagesOn([], "2026-11-30"))).toBe("simulated");
    expect(severity(stagesOn([{ code: "S23", stage: "warn", from: "2026-11-30" }], "2026-11-30"))).toBe(
      "question",
    );
  });

  it("every other rule keeps what it was made with", () => {
    const later = REPORT_RULES.filter(({ since }) => since > LIFE_BEGINS).map(({ code }) => code);
    expect([...stagesOn([], "2030-01-01").keys()]).toEqual(later);
  });
});

describe("rules on a date", () => {
  const book = { stages: [], waivers: [] };
  it("are those that had come by then, in the version of then", () => {
    const of = (date: string) => new Map(rulesOn(book, date).map((one) => [one.code, one]));
    expect(of("2026-11-22").size).toBe(0);
    expect(of("2026-11-28").has("S23")).toBe(false);
    expect(of("2026-11-28").get("S5")?.version).toBe(1);
    expect(of("2026-11-29").get("S5")?.version).toBe(2);
    expect(of("2026-11-29").get("S23")).toMatchObject({ onTrial: true, now: null });
  });
  it("the version of today is the one that the rule has", () => {
    for (const { code, version, renewed = [] } of REPORT_CHECKS) {
      expect(renewed, code).toHaveLength(version - 1);
      expect(versionOn(code, "2100-01-01"), code).toBe(versionOf(code));
    }
  });
});

it("a distribution key is the version that held on a date, as far as it was known", () => {
  const versions = [
    { version: 2, effectiveOn: "2026-01-01", createdAt: new Date("2026-03-01T10:00:00Z") },
    { version: 1, effectiveOn: "2025-01-01", createdAt: new Date("2025-01-01T10:00:00Z") },
  ];
  const on = (validOn: string, known: string) =>
    versionAsOf(versions, { validOn, knownAt: `${known}T12:00:00.000000Z` })?.version ?? null;
  expect(on("2026-02-01", "2026-04-01")).toBe(2);
  expect(on("2026-02-01", "2026-02-01")).toBe(1);
  expect(on("2025-06-01", "2026-04-01")).toBe(1);
  expect(on("2024-06-01", "2026-04-01")).toBeNull();
});
