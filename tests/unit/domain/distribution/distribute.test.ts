import { describe, expect, it } from "vitest";
import type { KeyPart } from "@/lib/domain/distribution/key";
import { statedTotal } from "@/lib/domain/distribution/stated";
import { cents } from "@/lib/domain/money";
import { amountsOf, basis, definition, euro, municipality, refusedWith, yearOf } from "./sample-key";

const rest = { of: "rest" } as const;
const byPeople: KeyPart = { kind: "weighted", input: "inwoners", take: rest };
const three = ["GM01", "GM02", "GM03"].map((code) => municipality(code));
const even = { GM01: "1", GM02: "1", GM03: "1" };

/** The 19 municipalities of the leaflet's note 7 with their 20 areas: four large ones, one of them with two areas. */
const nineteen = Array.from({ length: 19 }, (_, index) =>
  municipality(`GM${String(index).padStart(4, "0")}`, index < 4),
);
const twenty = [...nineteen, { ...municipality("tweede", true), municipality: "GM0000" }];

describe("largest remainder", () => {
  it("the cent that is left goes to the lowest municipality code when remainders are equal", () => {
    expect(amountsOf(basis([byPeople], 100n, three, even))).toEqual({ GM01: 34n, GM02: 33n, GM03: 33n });
  });

  it("and otherwise to the largest remainder", () => {
    const year = yearOf(basis([byPeople], 100n, three, { GM01: "1", GM02: "1", GM03: "1.1" }));
    expect(year.amounts.map(({ amount }) => amount)).toEqual([32n, 32n, 36n]);
    expect(year.roundedUp).toEqual(["GM03"]);
  });

  it("within a municipality the lowest area code goes first", () => {
    const areas = ["zuid", "noord"].map((code) => ({ code, municipality: "GM01", g4: false }));
    expect(amountsOf(basis([{ kind: "equal", take: rest }], 1n, areas))).toEqual({ noord: 1n, zuid: 0n });
  });
});

describe("parts in order", () => {
  it("a fixed amount first, then a share by weight, then what is left in equal parts", () => {
    const parts: KeyPart[] = [
      { kind: "fixed_per_class", g4: euro(30n), other: euro(10n) },
      { kind: "weighted", input: "inwoners", take: { of: "share", hundredths: 25_00n } },
      { kind: "equal", take: rest },
    ];
    const people = [municipality("GM01", true), municipality("GM02")];
    const year = yearOf(basis(parts, 200_00n, people, { GM01: "3", GM02: "1" }));
    expect(year.parts.map(({ handedOut }) => handedOut)).toEqual([40_00n, 50_00n, 110_00n]);
    expect(year.amounts.map(({ amount }) => amount)).toEqual([122_50n, 77_50n]);
  });

  it("the residual follows what each has so far, or goes to one", () => {
    const fixed: KeyPart = { kind: "fixed_per_class", g4: euro(3n), other: euro(1n) };
    const two = [municipality("GM01", true), municipality("GM02")];
    const to = (part: KeyPart) => amountsOf(basis([fixed, part], 8_00n, two));
    expect(to({ kind: "residual", to: "pro_rata" })).toEqual({ GM01: 6_00n, GM02: 2_00n });
    expect(to({ kind: "residual", to: "equal" })).toEqual({ GM01: 5_00n, GM02: 3_00n });
    expect(to({ kind: "residual", to: "one", recipient: "GM02" })).toEqual({ GM01: 3_00n, GM02: 5_00n });
  });

  it("note 7 of the leaflet gives 27 million per municipality and 30 per area", () => {
    const rule: KeyPart = { kind: "fixed_per_class", g4: euro(3_000_000n), other: euro(1_000_000n) };
    expect(statedTotal(definition([rule]), nineteen)?.total).toBe(27_000_000_00n);
    expect(statedTotal(definition([rule]), twenty)?.total).toBe(30_000_000_00n);
    expect(yearOf(basis([rule], 30_000_000_00n, twenty)).left).toBe(0n);
    expect(refusedWith(basis([rule], 29_999_999_99n, twenty))).toEqual(["above_left"]);
  });
});

describe("norm beside ceiling", () => {
  const perHome: KeyPart = {
    kind: "per_unit",
    input: "inwoners",
    cents: euro(1_460n),
    statedUnits: 30_000n,
  };
  const homes = { GM01: "10000", GM02: "12000", GM03: "8000" };

  it("30.000 homes at 1.460 are 43,8 million, 1,2 less than the 45 of the source", () => {
    const stated = statedTotal(definition([perHome], { statedPot: euro(45_000_000n) }), three);
    expect(stated).toEqual({
      total: 43_800_000_00n,
      pot: 45_000_000_00n,
      difference: 1_200_000_00n,
    });
    const year = yearOf(basis([perHome], 45_000_000_00n, three, homes));
    expect(year.norms).toEqual([
      { norm: 43_800_000_00n, ceiling: 45_000_000_00n, difference: 1_200_000_00n },
    ]);
    expect(year.left).toBe(1_200_000_00n);
    expect(year.sum + year.left).toBe(year.pot);
  });

  it("above the ceiling everyone gets the same part of the norm, and the difference is negative", () => {
    const year = yearOf(basis([perHome], 21_900_000_00n, three, homes));
    expect(year.norms[0]?.difference).toBe(-21_900_000_00n);
    expect(year.amounts.map(({ amount }) => amount)).toEqual([7_300_000_00n, 8_760_000_00n, 5_840_000_00n]);
  });
});

describe("floor and cap", () => {
  const floor = (amount: bigint): KeyPart => ({ kind: "floor", cents: cents(amount) });
  const cap = (amount: bigint): KeyPart => ({ kind: "cap", cents: cents(amount) });
  const skew = { GM01: "8", GM02: "1", GM03: "1" };

  it("what the cap takes from one goes to the others by their shares", () => {
    const year = yearOf(basis([byPeople, cap(500n)], 1_000n, three, skew));
    expect(year.amounts.map(({ amount }) => amount)).toEqual([500n, 250n, 250n]);
    expect(year.atCap).toEqual(["GM01"]);
  });

  it("what the floor gives to some is paid by whoever is above it", () => {
    const year = yearOf(basis([byPeople, floor(150n)], 1_000n, three, skew));
    expect(year.amounts.map(({ amount }) => amount)).toEqual([700n, 150n, 150n]);
    expect(year.atFloor).toEqual(["GM02", "GM03"]);
  });

  it("who has no weight stands at the floor", () => {
    const none = { GM01: "1", GM02: "1", GM03: "0" };
    expect(amountsOf(basis([byPeople, floor(100n)], 1_000n, three, none))).toEqual({
      GM01: 450n,
      GM02: 450n,
      GM03: 100n,
    });
  });

  it.each([
    ["floors together above the pot", [byPeople, floor(334n)], even, ["floors_above_pot"]],
    ["caps together below the pot", [byPeople, cap(333n)], even, ["caps_below_pot"]],
    ["a floor above the cap", [byPeople, floor(300n), cap(200n)], even, ["floor_above_cap"]],
    [
      "money that nobody below the cap has weight for",
      [byPeople, cap(400n)],
      { GM01: "1", GM02: "1", GM03: "0" },
      ["unplaced"],
    ],
    ["weights that are all zero", [byPeople], { GM01: "0", GM02: "0", GM03: "0" }, ["zero_weights"]],
  ] as const)("refuses %s", (_, parts, weights, reasons) => {
    expect(refusedWith(basis(parts, 1_000n, three, weights))).toEqual(reasons);
  });

  it("floors that together are exactly the pot are possible, and so are caps", () => {
    const pot = 999n;
    const all = { GM01: 333n, GM02: 333n, GM03: 333n };
    expect(amountsOf(basis([byPeople, floor(333n)], pot, three, skew))).toEqual(all);
    expect(amountsOf(basis([byPeople, cap(333n)], pot, three, skew))).toEqual(all);
  });
});

describe("what cannot be divided", () => {
  it("says every reason at once", () => {
    const bad = basis([byPeople, { kind: "equal", take: rest }], 0n, three, { GM01: "1" });
    expect(refusedWith(bad)).toEqual(["nothing_left", "value_missing", "pot_not_positive"]);
  });

  it("an absent value is no zero; only recipients of a list may be left out", () => {
    const some = basis([byPeople], 100n, three, { GM01: "1", GM03: "3" });
    expect(refusedWith(some)).toEqual(["value_missing"]);
    const listed = { ...some, definition: definition([byPeople], { among: "inwoners" }) };
    expect(amountsOf(listed)).toEqual({ GM01: 25n, GM03: 75n });
  });

  it("shares above the whole, a second floor and an amount of nothing", () => {
    const half: KeyPart = { kind: "equal", take: { of: "share", hundredths: 60_00n } };
    expect(refusedWith(basis([half, half], 100n, three))).toEqual(["shares_above_whole"]);
    const nothing: KeyPart = { kind: "floor", cents: cents(0n) };
    expect(refusedWith(basis([byPeople, nothing, nothing], 100n, three, even))).toEqual([
      "not_positive",
      "not_positive",
      "bound_twice",
    ]);
    expect(refusedWith(basis([], 100n, three))).toEqual(["no_parts"]);
  });
});
