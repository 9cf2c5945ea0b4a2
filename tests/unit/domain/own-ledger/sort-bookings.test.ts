import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, sum } from "@/lib/domain/money";
import type { AccountRule } from "@/lib/domain/own-ledger/account-mapping";
import { columnReasons, proposedColumns } from "@/lib/domain/own-ledger/columns";
import type { Grid } from "@/lib/domain/own-ledger/grid";
import {
  countLeftOut,
  type SortingContext,
  sortBookings,
  totalsByPlace,
  unmappedAccounts,
} from "@/lib/domain/own-ledger/sort-bookings";
import { readGrid } from "@/lib/files/own-ledger/read-grid";
import { typedEuros } from "@/lib/views/money";

const place = (themeId: string, trancheId = "tranche") => ({
  streamId: "stream",
  trancheId,
  themeId,
  areaId: "gebied",
});
const rule = (account: string, found: AccountRule["place"]): AccountRule => ({
  account,
  costCentre: "7120",
  place: found,
});
const RULES = [
  rule("443101", place("armoede")),
  rule("443102", place("school")),
  rule("448000", null),
  rule("450000", place("armoede", "andere tranche")),
  rule("451000", place("zonder toekenning")),
];

function gridOf(name: string): Grid {
  const bytes = new Uint8Array(readFileSync(`tests/fixtures/own-ledger/${name}`));
  const read = readGrid({ bytes, fileName: name });
  if (read.is === "refused") throw new Error(read.problem);
  return read.grid;
}

const context = (grid: Grid, more: Partial<SortingContext> = {}): SortingContext => ({
  columns: proposedColumns(grid.headings),
  accounts: RULES,
  trancheId: "tranche",
  startsOn: "2026-05-01",
  endsOn: "2026-08-31",
  places: new Set(["gebied/armoede", "gebied/school"]),
  known: [],
  ...more,
});
const sortFile = (name: string, more?: Partial<SortingContext>) => {
  const grid = gridOf(name);
  return sortBookings(grid, context(grid, more));
};
const HEADINGS = ["Boekdatum", "Boekingsnummer", "Regel", "Grootboekrekening", "Kostenplaats", "Bedrag"];
const gridWith = (lines: readonly (readonly string[])[]): Grid => ({
  sheet: "x",
  headings: HEADINGS,
  rows: lines.map((line, index) => ({
    row: index + 2,
    cells: line.map((text) => (text === "" ? null : { text, is: "text" as const })),
  })),
});

describe("a file of bookings", () => {
  it("is added up per line of the report, the same from a workbook as from a csv", () => {
    for (const name of ["boekingen.csv", "boekingen.xlsx"]) {
      const { taken, leftOut, unread } = sortFile(name);
      expect(unread, name).toEqual([]);
      expect(totalsByPlace(taken), name).toEqual([
        { areaId: "gebied", themeId: "armoede", count: 3, total: 13_874_50n },
        { areaId: "gebied", themeId: "school", count: 2, total: 8_000_00n },
      ]);
      expect(countLeftOut(leftOut), name).toMatchObject({ excluded: 1, unmapped: 0 });
    }
  });

  it("takes debit less credit, and reads commas between cells", () => {
    const accounts = RULES.map((one) => ({ ...one, costCentre: "" }));
    expect(sum(sortFile("debet-credit.csv", { accounts }).taken.map(({ amount }) => amount))).toBe(900_00n);
    expect(sum(sortFile("komma.csv", { accounts }).taken.map(({ amount }) => amount))).toBe(1_250_50n);
  });

  it.each([
    ["fout-dubbelzinnig-bedrag.csv", "amount entry.reasons.amount_thousands"],
    ["fout-engels-bedrag.csv", "amount entry.reasons.amount_english"],
    ["fout-datum.csv", "date entry.reasons.date_unreadable"],
    ["fout-totaalregel.csv", "date ownLedger.reasons.cell_empty"],
    ["fout-beide-kanten.csv", "debit ownLedger.reasons.both_sides"],
  ])("of %s is said where and why it cannot be read", (name, said) => {
    const { unread } = sortFile(name);
    const all = unread.flatMap(({ reasons }) => reasons.map(({ field, code }) => `${field} ${code}`));
    expect(unread).toHaveLength(1);
    expect(all).toContain(said);
  });
});

describe("what is left out", () => {
  it("has its reason: twice with and without another amount, before, outside the period", () => {
    const before = {
      bookedOn: "2026-08-28",
      number: "2026-00731",
      line: "1",
      account: "443102",
      costCentre: "7120",
      amount: cents(-400_00n),
    };
    const { taken, leftOut } = sortFile("boekingen-vervolg.csv", { known: [before] });
    expect(taken.map(({ row }) => row)).toEqual([3, 5]);
    expect(
      leftOut.map(({ why, booking, first, otherAmount }) => [why, booking.row, first, otherAmount]),
    ).toEqual([
      ["before", 2, null, -400_00n],
      ["twice", 4, 3, null],
      ["twice", 6, 5, 500_00n],
      ["outside", 7, null, null],
    ]);
  });

  it("is never guessed: an account that nobody placed, and one with another cost centre, stay out", () => {
    const { taken, leftOut } = sortBookings(
      gridWith([
        ["4-5-2026", "1", "1", "443101", "7120", "1,00"],
        ["4-5-2026", "2", "1", "443101", "7130", "2,00"],
        ["4-5-2026", "3", "1", "999999", "", "4,00"],
        ["4-5-2026", "4", "1", "450000", "7120", "8,00"],
        ["4-5-2026", "5", "1", "451000", "7120", "16,00"],
      ]),
      context(gridWith([])),
    );
    expect(taken.map(({ number }) => number)).toEqual(["1"]);
    expect(leftOut.map(({ why }) => why)).toEqual(["unmapped", "unmapped", "elsewhere", "unallocated"]);
    expect(unmappedAccounts(leftOut)).toMatchObject([
      { account: "999999", costCentre: "", total: 400n },
      { account: "443101", costCentre: "7130", total: 200n },
    ]);
  });

  it("counts the first and the last day of the period as in it", () => {
    const days = ["30-4-2026", "1-5-2026", "31-8-2026", "1-9-2026"];
    const lines = days.map((day, index) => [day, String(index), "", "443101", "7120", "1,00"]);
    const { taken } = sortBookings(gridWith(lines), context(gridWith([])));
    expect(taken.map(({ bookedOn }) => bookedOn)).toEqual(["2026-05-01", "2026-08-31"]);
  });

  it("lets numbers start again in another year", () => {
    const lines = ["2025", "2026"].map((year) => [`4-5-${year}`, "1", "1", "443101", "7120", "1,00"]);
    const { taken } = sortBookings(
      gridWith(lines),
      context(gridWith([]), { startsOn: "2025-01-01", endsOn: "2026-12-31" }),
    );
    expect(taken).toHaveLength(2);
  });
});

describe("every line of every file", () => {
  const line = fc.record({
    day: fc.constantFrom("30-4-2026", "1-5-2026", "31-8-2026", "1-9-2026", "geen dag"),
    number: fc.constantFrom("a", "b", "c"),
    account: fc.constantFrom("443101", "443102", "448000", "450000", "451000", "onbekend"),
    amount: fc.oneof(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((value) => typedEuros(cents(value))),
      fc.constantFrom("1,460", "1,250.50", ""),
    ),
  });

  it("is taken in, left out with a reason, or unread: none is lost, and sums are what was taken in", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const grid = gridWith(
          lines.map(({ day, number, account, amount }) => [day, number, "1", account, "7120", amount]),
        );
        const { taken, leftOut, unread } = sortBookings(grid, context(gridWith([])));
        const rows = [
          ...taken.map(({ row }) => row),
          ...leftOut.map(({ booking }) => booking.row),
          ...unread.map(({ row }) => row),
        ];
        expect(rows.sort((a, b) => a - b)).toEqual(grid.rows.map(({ row }) => row));
        const totals = totalsByPlace(taken);
        expect(sum(totals.map(({ total }) => total))).toBe(sum(taken.map(({ amount }) => amount)));
        const again = sortBookings(grid, context(gridWith([]), { known: taken }));
        expect(again.taken).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the columns", () => {
  const headings = ["Datum", "Nummer", "Rekening", "Bedrag", "Bedrag", "Debet"];
  const codes = (columns: Parameters<typeof columnReasons>[0]) =>
    columnReasons(columns, headings).map(({ field, code }) => `${field} ${code.split(".").at(-1)}`);

  it("can be read by when each is in the file once, and the amount is in one way", () => {
    const good = { date: "Datum", number: "Nummer", account: "Rekening", debit: "debet" };
    expect(codes({})).toEqual([
      "date column_needed",
      "number column_needed",
      "account column_needed",
      "amount amount_columns",
    ]);
    expect(codes({ ...good, credit: "Credit" })).toEqual(["credit column_missing"]);
    expect(codes({ ...good, debit: "", amount: "Bedrag" })).toEqual(["amount column_missing"]);
    expect(codes({ ...good, amount: "Datum" })).toEqual(["amount amount_twice", "amount column_twice"]);
  });

  it("are proposed by the names that bookkeeping programs use", () => {
    expect(proposedColumns(HEADINGS)).toEqual({
      date: "Boekdatum",
      number: "Boekingsnummer",
      line: "Regel",
      account: "Grootboekrekening",
      costCentre: "Kostenplaats",
      amount: "Bedrag",
    });
  });
});
