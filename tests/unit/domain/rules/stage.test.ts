import { describe, expect, it } from "vitest";
import { fixedness, isFixed } from "@/lib/domain/rules/fixed";
import { replay } from "@/lib/domain/rules/replay";
import { stageReasons, stagesOn } from "@/lib/domain/rules/stage";
import { waiverReasons } from "@/lib/domain/rules/waiver";
import { line, report } from "../reports/sample-report";

describe("the stage of a date", () => {
  const stages = [
    { code: "S15", stage: "simulate", from: "2026-09-01" },
    { code: "S15", stage: "warn", from: "2027-01-01" },
    { code: "X8", stage: "warn", from: "2026-10-01" },
  ] as const;
  it("is the latest that began by then", () => {
    expect(stagesOn(stages, "2026-08-31").get("S15")).toBeUndefined();
    expect(stagesOn(stages, "2026-09-01").get("S15")).toBe("simulate");
    expect(stagesOn(stages, "2026-12-31").get("S15")).toBe("simulate");
    expect(stagesOn(stages, "2027-01-01").get("S15")).toBe("warn");
  });
  it("of two from one day, the one that was agreed last", () => {
    const again = [...stages, { code: "S15", stage: "block", from: "2027-01-01" } as const];
    expect(stagesOn(again, "2027-06-01").get("S15")).toBe("block");
  });
});

describe("a proposal for a stage", () => {
  const asked = { rule: "S15", stage: "warn", validFrom: "2026-11-28" } as const;
  const now = { today: "2026-11-28", waiting: false, last: null } as const;
  const codes = (...given: Parameters<typeof stageReasons>) =>
    stageReasons(...given).map(({ code }) => code.slice(15));
  it("from today is possible", () => expect(codes(asked, now)).toEqual([]));
  it("has every reason at once", () =>
    expect(
      codes(
        { rule: "S4", stage: "warn", validFrom: "2026-11-27" },
        { ...now, waiting: true, last: { stage: "warn", from: "2026-12-01" } },
      ),
    ).toEqual(["fixed", "backwards", "waiting", "before_last", "same"]));
});

it("some rules are fixed as a whole, some in part", () => {
  expect(fixedness("S4")).toBe("all");
  expect(fixedness("S6")).toBe("part");
  expect(fixedness("S15")).toBe("none");
  expect([isFixed("S6", "over"), isFixed("S6", "under")]).toEqual([true, false]);
});

it("a waiver lasts a year at most and is not for the past, a fixed rule or another's area", () => {
  const dates = { today: "2026-11-28", last: "2027-11-29" };
  const codes = (rule: "S4" | "S15", expiresOn: string, areaOfMunicipality = true) =>
    waiverReasons({ rule, expiresOn, areaOfMunicipality }, dates).map(({ code }) => code.slice(15));
  expect(codes("S15", "2027-11-29")).toEqual([]);
  expect(codes("S15", "2027-11-30")).toEqual(["too_long"]);
  expect(codes("S4", "2026-11-27", false)).toEqual(["not_waived", "expired", "other_area"]);
});

describe("replay", () => {
  const past = (name: string, ...lines: ReturnType<typeof line>[]) => ({
    id: name,
    number: name,
    streamName: "s",
    trancheName: "t",
    municipalityName: name,
    report: report(lines),
  });
  const over = line({ key: "noord.a", spent: 900_00n });
  it("counts findings, lines and the amounts on them, per report that would have been hit", () => {
    const found = replay("S6", [past("een", over, line({ key: "noord.b" })), past("twee", line())]);
    expect(found).toMatchObject({ reports: 2, hit: 1, findings: 1, municipalities: 1, amount: 900_00n });
    expect(found.rows).toMatchObject([
      { municipalityName: "een", lines: 1, amount: 900_00n, year: 2026, period: 2 },
    ]);
  });
  it("about the whole report counts every line", () => {
    const early = { ...past("een", line({ key: "noord.a" }), line({ key: "noord.b" })) };
    const found = replay("S2", [{ ...early, report: { ...early.report, today: "2026-08-31" } }]);
    expect(found.rows).toMatchObject([{ findings: 1, lines: 2, amount: 400_00n }]);
  });
});
