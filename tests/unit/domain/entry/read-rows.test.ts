import { describe, expect, it } from "vitest";
import type { EntryRow } from "@/lib/domain/entry/entry-fields";
import { rowSum, yearSums } from "@/lib/domain/entry/grid-totals";
import { picker } from "@/lib/domain/entry/pick";
import { atTheirCells, readRows } from "@/lib/domain/entry/read-rows";
import { cents } from "@/lib/domain/money";

const YEARS = [2026, 2027];
const pickArea = picker([
  { id: "a", label: "Noord (Voorbeeldstad)", names: ["voorbeeldstad-noord", "Noord", "De Punt"] },
  { id: "b", label: "Noord (Oefendam)", names: ["oefendam-noord", "Noord"] },
  { id: "c", label: "Coördinatiewijk (Oefendam)", names: ["coordinatiewijk"] },
]);
const context = {
  trancheId: "t",
  years: YEARS,
  pickArea,
  pickTheme: picker([{ id: "s", label: "School", names: ["school"] }]),
};
const full = {
  areaId: "De Punt",
  themeId: "SCHOOL",
  decisionNumber: "B-1",
  decisionOn: "3-3-2026",
  "years.2026": "100,00",
  reason: "r",
};
const said = (rows: Parameters<typeof readRows>[0]) =>
  readRows(rows, context).reasons.map(({ code, field }) => `${field} ${code.split(".").at(-1)}`);

describe("an area in a cell", () => {
  it("is found by code, name or alias, whatever the case, accents and dashes", () => {
    expect(["oefendam-noord", "de punt", "COORDINATIEWIJK", "noord (voorbeeldstad)"].map(pickArea)).toEqual(
      ["b", "a", "c", "a"].map((id) => ({ ok: true, id })),
    );
  });

  it("is never guessed between two of one name, and one that is unknown gets what looks like it", () => {
    expect(pickArea("Noord")).toEqual({
      ok: false,
      problem: "ambiguous",
      meant: ["Noord (Voorbeeldstad)", "Noord (Oefendam)"],
    });
    expect(pickArea("de pumt")).toEqual({ ok: false, problem: "unknown", meant: ["Noord (Voorbeeldstad)"] });
    expect(pickArea("Parijs")).toEqual({ ok: false, problem: "unknown", meant: [] });
  });
});

describe("the lines of the grid", () => {
  it("skip empty ones, and keep the cell of each reason", () => {
    expect(
      said([
        { areaId: " " },
        { ...full, areaId: "Noord", "years.2027": "1,460" },
        {},
        { ...full, decisionOn: "31-2-2026" },
      ]),
    ).toEqual([
      "lines.1.areaId area_ambiguous",
      "lines.1.years.2027 amount_thousands",
      "lines.3.decisionOn date_unreadable",
    ]);
  });

  it("become lines whose decision is the sum of their years", () => {
    expect(readRows([full], context).lines[0]).toMatchObject({
      areaId: "a",
      themeId: "s",
      decisionOn: "2026-03-03",
      decisionCents: 10_000n,
      years: [{ year: 2026, amount: 10_000n }],
    });
  });

  it("keep where the decision can be read, and say when that is too long to be kept whole", () => {
    const place = `https://zoek.example/${"x".repeat(279)}`;
    expect(place).toHaveLength(300);
    const read = (decisionDocument: string) => readRows([{ ...full, decisionDocument }], context);
    expect(read(` ${place} `).lines[0]?.decisionDocument).toBe(place);
    expect(read(place).reasons).toEqual([]);
    expect(read("").lines[0]?.decisionDocument).toBeNull();
    expect(read(`${place}x`).reasons).toEqual([
      {
        code: "entry.reasons.text_too_long",
        field: "lines.0.decisionDocument",
        facts: { length: "301", most: "300" },
      },
    ]);
  });

  it("hear nothing more about a cell that could not be read, nor what follows from it", () => {
    const read = readRows([{}, { ...full, areaId: "Parijs", "years.2026": "x" }, full, full], context);
    const found = [
      { code: "area_missing", field: "lines.0.areaId" },
      { code: "no_amount", field: "lines.0.years" },
      { code: "reason_missing", field: "lines.0.reason" },
      { code: "years_differ", field: "lines.1.decisionCents" },
      { code: "twice", field: "lines.2.areaId", facts: { line: "2" } },
    ];
    expect(atTheirCells(read, found, YEARS).slice(2)).toEqual([
      { code: "reason_missing", field: "lines.1.reason" },
      { code: "years_differ", field: "lines.2.years.2026" },
      { code: "twice", field: "lines.3.areaId", facts: { line: "3" } },
    ]);
  });
});

describe("totals", () => {
  it("are unknown while a cell cannot be read, and never take it for zero", () => {
    const rows: EntryRow[] = [{ "years.2026": "600,00", "years.2027": "41O" }, { "years.2026": "500,00" }];
    expect(yearSums(rows, YEARS, new Map([[2026, cents(100_000n)]]))).toEqual([
      { year: 2026, total: 110_000n, filled: 2, unreadable: 0, room: 100_000n, left: -10_000n },
      { year: 2027, total: null, filled: 1, unreadable: 1, room: null, left: null },
    ]);
    expect(rowSum(rows[0] ?? {}, YEARS).total).toBeNull();
    expect(rowSum({}, YEARS)).toEqual({ total: null, filled: 0, unreadable: 0 });
  });
});
