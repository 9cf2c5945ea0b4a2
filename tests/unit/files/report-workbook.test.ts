import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { type ReportColumn, wordOf } from "@/lib/domain/report-workbook/report-column";
import { sheetColumns, yearsOf } from "@/lib/domain/report-workbook/report-columns";
import { RULES } from "@/lib/domain/rules/catalogue";
import { checkReportFile } from "@/lib/files/report-workbook/check-report-file";
import { reportSchema } from "@/lib/input/report";
import { filledIn } from "../../e2e/officer/fill-workbook";
import { OF, reportBook, reportTask, sample, sampleOverYears, wordsIn } from "./report-world";

const YEARS = yearsOf(sampleOverYears().lines);
const OF_SHEETS = sheetColumns(YEARS);
const COLUMNS: readonly ReportColumn[] = [...OF_SHEETS.lines, ...OF_SHEETS.projects, ...OF_SHEETS.results];

describe("the workbook of a report", () => {
  it("is one that another program reads: locked, with drop-downs, notes and a description of its columns", async () => {
    const book = await readXlsx(await reportBook(sampleOverYears()), { readStyles: true });
    expect(book.sheets.map(({ name }) => name)).toEqual([
      "Regels",
      "Projecten",
      "Resultaten",
      "Toelichting",
      "geldstroom",
    ]);
    const [lines, projects, results, help, hidden] = book.sheets;
    for (const sheet of [lines, projects, results, help]) expect(sheet?.protection?.sheet).toBe(true);
    expect(hidden?.veryHidden).toBe(true);
    expect(lines?.dataValidations?.map(({ type }) => type)).toEqual([
      "decimal",
      "list",
      "decimal",
      "textLength",
      "decimal",
      // Of the two years that are left.
      "decimal",
      "decimal",
      "textLength",
      "decimal",
    ]);
    expect(projects?.dataValidations?.map(({ type }) => type)).toEqual(["textLength", "decimal"]);
    expect(results?.dataValidations?.map(({ type }) => type)).toEqual(["whole", "textLength"]);
    const sheets: [ReportColumn[], typeof lines][] = [
      [[...OF_SHEETS.lines], lines],
      [[...OF_SHEETS.projects], projects],
    ];
    for (const [columns, sheet] of sheets)
      for (const [index, { name, field, choice }] of columns.entries()) {
        const open = field !== undefined || choice !== undefined;
        const cell = sheet?.cells?.get(`1,${index}`);
        expect(cell?.style?.protection?.locked === false, name).toBe(open);
        expect(sheet?.cells?.get(`0,${index}`)?.comment?.text).toBeTruthy();
      }
    const described = help?.rows.map(([, column]) => column);
    const { titles } = wordsIn("nl").sheets.lines;
    for (const column of OF_SHEETS.lines) expect(described).toContain(wordOf(titles, column));
    expect(described).toContain("Prognose 2027");
  });

  it("says what it is of, and which version of the report it was made from", async () => {
    const book = await readXlsx(await reportBook(sample()));
    const facts = new Map(book.sheets.at(-1)?.rows.map(([name, value]) => [name, value]));
    for (const [name, value] of Object.entries(OF)) expect(String(facts.get(name)), name).toBe(String(value));
    expect(facts.get("language")).toBe("nl");
  });

  it("adds up by itself what the ledger and the sender say", async () => {
    const book = await readXlsx(await reportBook(sample()));
    const rows = book.sheets[0]?.rows ?? [];
    // Noord, School: 500 spent of 2.000, 1.500 forecast. Zuid, Kind: 100 + 0 - 50.
    expect([rows[2]?.[9], rows[2]?.[11]]).toEqual([500, 0]);
    expect([rows[3]?.[9], rows[3]?.[11]]).toEqual([50, 50]);
    // Of 900 no year is said yet; of the other line 1.000 and 500 are all of it.
    const overYears = (await readXlsx(await reportBook(sampleOverYears()))).sheets[0]?.rows ?? [];
    expect(overYears[2]?.slice(11, 14)).toEqual([1_000, 500, 0]);
    expect(overYears[3]?.[13]).toBe(900);
  });

  it("has the projects of each line, and rows for more", async () => {
    const [, projects] = (await readXlsx(await reportBook(sampleOverYears()))).sheets;
    const rows = projects?.rows.slice(1).map(([id, , , number, name, spent]) => [id, number, name, spent]);
    expect(rows?.slice(2, 6)).toEqual([
      ["noord.school.1", "1", "Buurthuis", 300],
      ["noord.school.2", "2", "Speeltuin", 200],
      ["noord.school.3", "3", null, null],
      ["noord.school.4", "4", null, null],
    ]);
    expect(rows?.length).toBe(10);
  });

  it("gives back what was brought: what could be read as it was meant, what could not as it was typed", async () => {
    const fault = {
      column: "spent",
      message: "Dit klopt niet.",
      lift: "Schrijf 1.460.",
      more: ["", "", "S17"],
    };
    const brought = new Map([
      ["lines noord.kind", { values: { forecast: "100000" }, given: { spent: "1,460" }, faults: [fault] }],
    ]);
    const book = await readXlsx(await reportBook(sample(), { brought }), { readStyles: true });
    const [lines, , , faults] = book.sheets;
    expect([lines?.rows[1]?.[5], lines?.rows[1]?.[10]]).toEqual(["1,460", 1_000]);
    expect(lines?.cells?.get("1,5")?.comment?.text).toContain("Schrijf 1.460.");
    expect(lines?.cells?.get("1,5")?.style?.fill).toMatchObject({
      fgColor: { rgb: expect.stringContaining("F8C9C9") },
    });
    expect(faults?.rows[1]).toEqual([
      "Regels",
      "F2",
      "1,460",
      "Dit klopt niet.",
      "Schrijf 1.460.",
      "",
      "",
      "S17",
    ]);
  });
});

it("a number that is no amount is not read as another one when it comes back unchanged", async () => {
  const fills = await filledIn(await reportBook(sample()), { F2: 1.125, K2: 0.001 });
  const first = doneRows(fills)[0];
  expect(first?.given).toEqual({ spent: "1,125", forecast: "0,001" });
  const faults = (first?.reasons ?? []).map(({ field = "" }) => ({ column: field, message: "", lift: "" }));
  const brought = new Map([["lines noord.kind", { values: {}, given: first?.given ?? {}, faults }]]);
  const again = doneRows(await reportBook(sample(), { brought }))[0];
  expect(again?.reasons.map(({ field }) => field)).toEqual(["spent", "forecast"]);
});

const doneRows = (bytes: Uint8Array<ArrayBuffer>) => {
  const last = [...checkReportFile(reportTask(bytes))].at(-1);
  return last?.is === "done" ? last.rows : [];
};

describe("the one list of columns", () => {
  it("names fields that the form of the report reads, with the same longest texts", () => {
    const base = {
      idempotencyKey: "019ac000-0000-7000-8000-000000000000",
      submitKey: "019ac000-0000-7000-8000-000000000000",
      report: "019ac000-0000-7000-8000-000000000000",
      version: "1",
    };
    const accepts = (field: string, text: string) =>
      reportSchema.safeParse({ ...base, [`${field}.a.b`]: text }).success;
    const fields = COLUMNS.filter(({ field }) => field !== undefined);
    expect(fields.length).toBe(12);
    const parts: Readonly<Record<string, string>> = { project: "projects", projectSpent: "projects" };
    for (const { field: name = "", year, most } of fields) {
      const field = name in parts ? `${name}.1` : name;
      const read = reportSchema.parse({ ...base, [`${field}.a.b`]: "12" });
      expect(
        [...read.lines, ...read.results].map((one) => Object.keys(one)),
        field,
      ).toEqual([["key", year === undefined ? (parts[name] ?? name) : "years"]]);
      if (most === undefined) continue;
      expect([accepts(field, "x".repeat(most)), accepts(field, "x".repeat(most + 1))], field).toEqual([
        true,
        false,
      ]);
    }
  });

  it("names rules of the catalogue", () => {
    const codes = new Set(RULES.map(({ code }) => code));
    const named = COLUMNS.flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });
});

it("a workbook that was damaged on its way is read or refused, and never a fault of ours", async () => {
  const whole = await reportBook(sample());
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(damage, fc.integer({ min: 1, max: whole.length }), fc.boolean(), (places, length, cut) => {
      const bytes = new Uint8Array(cut ? whole.slice(0, length) : whole);
      for (const [at, value] of places) bytes[at % bytes.length] = value;
      expect(["done", "refused"]).toContain([...checkReportFile(reportTask(bytes))].at(-1)?.is);
    }),
    { numRuns: 200 },
  );
});
