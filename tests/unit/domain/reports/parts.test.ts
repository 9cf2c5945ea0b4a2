import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { checkReport, standsInTheWay } from "@/lib/domain/reports/check-report";
import { declaredLine, reportContent } from "@/lib/domain/reports/report-content";
import { yearsLeft } from "@/lib/domain/reports/report-line";
import { runRules } from "@/lib/domain/reports/rule-engine";
import { reportSchema } from "@/lib/input/report";
import { line, report } from "./sample-report";

const said = (changes: Parameters<typeof line>[0]) =>
  checkReport(report([line(changes)])).map(({ code, problem, field, facts }) => ({
    code,
    problem,
    field,
    facts,
  }));
const year = (one: number, amount: bigint | null) => ({
  year: one,
  amount: amount === null ? null : cents(amount),
});
const project = (name: string, spent: bigint | null, position = 1) => ({
  position,
  name,
  spent: spent === null ? null : cents(spent),
});

describe("S22: a forecast over years", () => {
  it("is divided to the cent", () => {
    expect(said({ years: [year(2027, 200_01n), year(2028, 299_99n)] })).toEqual([]);
  });

  it("names the year that is empty, and the difference of a cent", () => {
    expect(said({ years: [year(2027, 500_00n), year(2028, null)] })).toEqual([
      { code: "S22", problem: "yearEmpty", field: "year.2028.noord.school", facts: { year: "2028" } },
    ]);
    expect(said({ years: [year(2027, 200_00n), year(2028, 299_99n)] })).toMatchObject([
      { code: "S22", problem: "yearsDiffer", facts: { difference: { cents: -1n } } },
    ]);
  });

  it("is over the years after the period, and over nothing when one is left", () => {
    const at = (period: number) => ({ year: 2026, period, periods: 3 });
    expect(yearsLeft(at(2), 2028)).toEqual([2026, 2027, 2028]);
    expect(yearsLeft(at(3), 2028)).toEqual([2027, 2028]);
    expect(yearsLeft(at(3), 2027)).toEqual([]);
    expect(yearsLeft(at(2), null)).toEqual([]);
  });
});

describe("S23: a forecast with years to come", () => {
  const undivided = [year(2027, null), year(2028, null)];

  it("asks for the years, once for a line", () => {
    expect(said({ years: undivided })).toMatchObject([
      {
        code: "S23",
        problem: "notDivided",
        facts: { first: "2027", last: "2028", forecast: { cents: 500_00n } },
      },
    ]);
  });

  it("asks nothing when no more than a year is left, when nothing is expected, or when it is not known yet", () => {
    expect(said({ years: [] })).toEqual([]);
    expect(said({ years: undivided, forecast: 0n }).map(({ code }) => code)).toEqual(["S6"]);
    expect(said({ years: undivided, forecast: null }).map(({ code }) => code)).toEqual(["S3"]);
  });

  it("leaves it to S22 once a single year is said", () => {
    expect(said({ years: [year(2027, 0n), year(2028, null)] }).map(({ code }) => code)).toEqual(["S22"]);
  });

  it("is a question, which an answer on the line lifts", () => {
    const checked = report([line({ years: undivided })]);
    const standing = { stages: new Map(), waivers: [], explanations: new Map() };
    const answer = new Map([["S23.noord.school", "De gunning is in maart."]]);
    expect(runRules(checked, standing).filter(standsInTheWay)).toMatchObject([
      { code: "S23", field: "why.S23.noord.school" },
    ]);
    expect(runRules(checked, { ...standing, explanations: answer }).filter(standsInTheWay)).toEqual([]);
  });
});

it("no year and no project is below zero", () => {
  expect(said({ years: [year(2027, 500_01n), year(2028, -1n)] })).toMatchObject([
    { code: "S5", problem: "yearNegative", field: "year.2028.noord.school" },
  ]);
  expect(said({ projects: [project("Buurthuis", 200_01n), project("Speeltuin", -1n, 2)] })).toMatchObject([
    { code: "S5", problem: "projectNegative", field: "projectSpent.2.noord.school" },
  ]);
});

describe("X18: projects", () => {
  it("together are the line, or the difference is named", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 8 }),
        fc.bigInt(-5n, 5n),
        (parts, off) => {
          const projects = parts.map((spent, index) => project(`P${index}`, spent, index + 1));
          const total = parts.reduce((all, one) => all + one, 0n);
          const found = said({ allocated: 10n ** 14n, spent: total - off, projects }).filter(
            ({ code }) => code === "X18",
          );
          if (off === 0n) expect(found).toEqual([]);
          else
            expect(found).toMatchObject([
              { problem: "projectsDiffer", facts: { difference: { cents: off } } },
            ]);
        },
      ),
    );
  });

  it("with a name and no amount asks for the amount", () => {
    expect(said({ projects: [project("Buurthuis", 200_00n), project("Speeltuin", null, 4)] })).toEqual([
      {
        code: "X18",
        problem: "projectEmpty",
        field: "projectSpent.4.noord.school",
        facts: { name: "Speeltuin" },
      },
    ]);
  });
});

it("own means are not below zero, and are in no sum of the State's money", () => {
  expect(said({ own: cents(-1n) })).toMatchObject([{ code: "S5", problem: "ownNegative" }]);
  expect(said({ own: cents(10n ** 12n) })).toEqual([]);
});

it("what is not said leaves the declaration as it was before it could be said", () => {
  const bare = reportContent({ lines: [declaredLine(line({ years: [year(2027, null)] }))], results: [] });
  expect(Object.keys(bare.lines[0] ?? {})).toEqual([
    "areaId",
    "themeId",
    "spentCents",
    "correctionCents",
    "correctionNote",
    "forecastCents",
    "explanation",
  ]);
});

it("the form's fields become years and projects; an empty project is not there", () => {
  const uuid = "0190a0a0-0000-7000-8000-000000000000";
  const form = { idempotencyKey: uuid, submitKey: uuid, report: uuid, version: "1", intent: "save" };
  const { lines } = reportSchema.parse({
    ...form,
    "year.2027.noord.school": "1.000,50",
    "year.2028.noord.school": "",
    "project.1.noord.school": "Buurthuis",
    "projectSpent.1.noord.school": "12,00",
    "project.2.noord.school": "",
    "projectSpent.2.noord.school": "",
    "project.3.noord.school": "",
    "projectSpent.3.noord.school": "5,00",
    "own.noord.school": "7",
  });
  expect(lines).toEqual([
    {
      key: "noord.school",
      own: 7_00n,
      years: [
        { year: 2027, amount: 1000_50n },
        { year: 2028, amount: null },
      ],
      projects: [
        { position: 1, name: "Buurthuis", spent: 12_00n },
        { position: 3, name: "Project 3", spent: 5_00n },
      ],
    },
  ]);
  const refused = reportSchema.safeParse({ ...form, "year.2027.noord.school": "1,460" });
  expect(refused.error?.issues[0]?.path).toEqual(["year.2027.noord.school"]);
  const many = reportSchema.safeParse({ ...form, "project.41.noord.school": "Buurthuis" });
  expect(many.error?.issues[0]?.message).toContain("reports.form.tooManyProjects");
  expect(reportSchema.safeParse({ ...form, "project.40.noord.school": "Buurthuis" }).success).toBe(true);
});
