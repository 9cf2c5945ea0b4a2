import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { compare, row, someRows, someUnits, unit } from "./support";

const causes = (found: ReturnType<typeof compare>) => found.pairings.map(({ cause }) => cause);
const only = (found: ReturnType<typeof compare>) => {
  expect(found.pairings).toHaveLength(1);
  const [pairing] = found.pairings;
  if (pairing === undefined) throw new Error("nothing found");
  return pairing;
};

describe("whatever is in a file", () => {
  const input = fc.record({ rows: someRows, units: someUnits, tolerance: fc.bigInt({ min: 0n, max: 3n }) });

  it("ours and all differences are theirs", () => {
    fc.assert(
      fc.property(input, fc.constantFrom(null, 2025), ({ rows, units, tolerance }, year) => {
        const found = compare(rows, units, { tolerance: cents(tolerance), year });
        const differences = found.pairings.reduce((all, { amount }) => all + amount, 0n);
        expect(found.ours + differences).toBe(found.theirs);
        for (const { cause, amount } of found.pairings) if (cause === null) expect(amount).toBe(0n);
      }),
    );
  });

  it("each row and each unit is used at most once, and no row is lost", () => {
    fc.assert(
      fc.property(input, ({ rows, units }) => {
        const { pairings } = compare(rows, units);
        const used = pairings.flatMap((pairing) => pairing.rows.map((one) => one.row));
        expect(used.toSorted((a, b) => a - b)).toEqual(rows.map((one) => one.row));
        const counted = pairings.filter(({ later }) => !later).flatMap((pairing) => pairing.units);
        expect(new Set(counted).size).toBe(counted.length);
        const later = pairings.filter((one) => one.later).flatMap((pairing) => pairing.units);
        expect(new Set(later).size).toBe(later.length);
      }),
    );
  });

  it("the order of rows and of entries makes no difference", () => {
    const shuffled = input.chain((one) =>
      fc.record({
        one: fc.constant(one),
        rows: fc.shuffledSubarray(one.rows, { minLength: one.rows.length }),
        units: fc.shuffledSubarray(one.units, { minLength: one.units.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ one, rows, units }) => {
        expect(compare(rows, units)).toEqual(compare(one.rows, one.units));
      }),
    );
  });
});

describe("a row is recognised", () => {
  it("by the number of its decision or allocation, however it is written, and says by which", () => {
    const units = [unit({ number: 1, amount: 100n }), unit({ number: 2, amount: 50n })];
    const found = compare(
      [row(2, 100n, { decision: "bes 2026/1" }), row(3, 50n, { reference: "voorschot tk-2026-2 maart" })],
      units,
    );
    expect(found.pairings).toMatchObject([
      { cause: null, reasons: ["decision_number"] },
      { cause: null, reasons: ["allocation_number"] },
    ]);
  });

  it("together with other rows of the same decision", () => {
    const rows = [row(2, 60n, { decision: "BES-2026-1" }), row(3, 40n, { decision: "BES-2026-1" })];
    expect(only(compare(rows, [unit({ number: 1, amount: 100n })]))).toMatchObject({
      cause: null,
      amount: 0n,
    });
  });

  it("by place and amount where it names no number", () => {
    const found = compare(
      [row(2, 100n, { municipality: "Voorbeeldstad", area: "Noord" })],
      [unit({ number: 1, amount: 100n })],
    );
    expect(only(found)).toMatchObject({ cause: null, reasons: ["municipality", "area", "amount"] });
  });

  it("by nothing when several things fit, and none is guessed", () => {
    const units = [unit({ number: 1, amount: 100n }), unit({ number: 2, amount: 100n })];
    const found = compare([row(2, 100n, { municipality: "Voorbeeldstad", area: "Noord" })], units);
    expect(only(found)).toMatchObject({ cause: "ambiguous", amount: -100n });
  });

  it("not by its amount alone when it names a municipality that nobody knows", () => {
    const found = compare([row(2, 100n, { municipality: "Elders" })], [unit({ number: 1, amount: 100n })]);
    expect(causes(found)).toEqual(["only_theirs", "only_ours"]);
  });
});

describe("a difference is named", () => {
  const hundred = unit({ number: 1, amount: 100n });
  const said = { decision: "BES-2026-1" };

  it("as an amount, or as one within the tolerance of the file: both are shown", () => {
    const differ = (amount: bigint) =>
      only(compare([row(2, amount, said)], [hundred], { tolerance: cents(5n) }));
    expect(differ(106n)).toMatchObject({ cause: "amount_differs", amount: 6n });
    expect(differ(105n)).toMatchObject({ cause: "within_tolerance", amount: 5n });
    expect(differ(95n)).toMatchObject({ cause: "within_tolerance", amount: -5n });
  });

  it("as timing when what was entered later is exactly the difference", () => {
    const later = unit({ number: 1, amount: 100n, late: 20n });
    expect(only(compare([row(2, 120n, said)], [later]))).toMatchObject({ cause: "timing", amount: 20n });
    const found = compare(
      [row(2, 20n, { municipality: "Voorbeeldstad", area: "Noord" })],
      [unit({ number: 1, late: 20n })],
    );
    expect(only(found)).toMatchObject({ cause: "timing", later: true, amount: 20n });
  });

  it("once, with both sides, under a number that was typed wrong", () => {
    const found = compare(
      [row(2, 100n, { decision: "BES-2026-11", municipality: "Voorbeeldstad" })],
      [hundred],
    );
    expect(only(found)).toMatchObject({
      cause: "other_number",
      amount: 0n,
      reasons: ["municipality", "amount"],
    });
  });

  it("once, with both sides, when one decision stands on another area", () => {
    const found = compare(
      [row(2, 100n, { ...said, municipality: "Voorbeeldstad", area: "Zuid" })],
      [hundred],
    );
    expect(only(found)).toMatchObject({ cause: "booked_elsewhere", amount: 0n });
  });

  it("for the areas of a decision that differ, and not for those that are equal", () => {
    const units = [
      hundred,
      { ...unit({ number: 2, amount: 50n, area: "Zuid" }), decisionNumbers: ["BES-2026-1"] },
    ];
    const there = { ...said, municipality: "Voorbeeldstad" };
    const found = compare(
      [row(2, 100n, { ...there, area: "Noord" }), row(3, 45n, { ...there, area: "Zuid" })],
      units,
    );
    expect(found.pairings).toMatchObject([
      { cause: null, amount: 0n },
      { cause: "amount_differs", amount: -5n },
    ]);
  });

  it("as another year, where one year is asked", () => {
    const found = compare([row(2, 100n, { ...said, year: 2024 })], [hundred], { year: 2025 });
    expect(causes(found)).toEqual(["other_year", "only_ours"]);
  });
});

describe("an auditor", () => {
  const units = [unit({ number: 1, amount: 100n }), unit({ number: 2, amount: 100n })];
  const rows = [row(2, 100n, { municipality: "Voorbeeldstad", area: "Noord" })];
  const said = (action: "joined" | "parted" | "released", key: string | null = null) => ({
    row: 2,
    action,
    unit: key,
    reason: "gezien",
    by: "A. Controle",
    at: new Date(0),
  });

  it("puts together what could not be recognised, with a reason", () => {
    const found = compare(rows, units, { decisions: [said("joined", "u2")] });
    expect(found.pairings).toMatchObject([
      { cause: null, reasons: ["by_hand"], units: [{ key: "u2" }] },
      { cause: "only_ours", units: [{ key: "u1" }] },
    ]);
  });

  it("puts a row together with what another row names as well, and it stays together", () => {
    const named = row(3, 100n, { decision: "BES-2026-1", municipality: "Voorbeeldstad", area: "Noord" });
    const half = row(2, 50n, { municipality: "Voorbeeldstad", area: "Zuid" });
    const found = compare([half, named], units.slice(0, 1), { decisions: [said("joined", "u1")] });
    expect(only(found)).toMatchObject({ cause: "amount_differs", amount: 50n, rows: [half, named] });
  });

  it("puts a row together with what is of another year, when the year was typed wrong", () => {
    const typed = rows.map((one) => ({ ...one, year: 2024 }));
    const found = compare(typed, units.slice(0, 1), { year: 2025, decisions: [said("joined", "u1")] });
    expect(only(found)).toMatchObject({ cause: null, reasons: ["by_hand"] });
  });

  it("sets apart what was recognised, and lets it go again", () => {
    const one = units.slice(0, 1);
    expect(causes(compare(rows, one, { decisions: [said("parted")] }))).toEqual(["only_theirs", "only_ours"]);
    expect(compare(rows, one, { decisions: [said("parted"), said("released")] })).toEqual(compare(rows, one));
  });
});
