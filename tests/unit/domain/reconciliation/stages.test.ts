import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccountKind } from "@/lib/domain/ledger/journal";
import { cents } from "@/lib/domain/money";
import { buildTree } from "@/lib/domain/reconciliation/build-tree";
import type { Position } from "@/lib/domain/reconciliation/positions";
import { allDifferences, firstGap, MEASURES, type Measure } from "@/lib/domain/reconciliation/tree";

/** One allocation as the ledger has it; all in cents. */
interface Place {
  readonly theme: string;
  readonly awarded: bigint;
  readonly spent: bigint;
  readonly advanced: bigint;
  readonly settled: boolean;
}

const position = (
  kind: AccountKind,
  theme: string | null,
  amount: bigint,
  year: number | null,
): Position => ({
  kind,
  streamId: "s",
  trancheId: "t",
  municipalityId: theme === null ? null : "m",
  areaId: theme === null ? null : "a",
  themeId: theme,
  year,
  amount: cents(amount),
});

function positionsOf(places: readonly Place[]): Position[] {
  const awarded = places.reduce((all, place) => all + place.awarded, 0n);
  return [
    position("ceiling", null, -awarded - 500n, 2025),
    position("unallocated", null, 500n, 2025),
    ...places.flatMap(({ theme, awarded: award, spent, advanced, settled }) => [
      position("allocated", theme, award, 2025),
      position("spent", theme, spent, 2025),
      position("entitlement", theme, settled ? 0n : -award, null),
      position("to_spend", theme, settled ? 0n : award - spent, null),
      position("settled", theme, settled ? -spent : 0n, null),
      position("advanced", theme, advanced, null),
    ]),
  ];
}

const SUMS: Readonly<Record<Measure, (place: Place) => bigint>> = {
  ceiling: () => 0n,
  allocated: ({ awarded }) => awarded,
  advanced: ({ advanced }) => advanced,
  spent: ({ spent }) => spent,
  settled: ({ spent, settled }) => (settled ? spent : 0n),
  accepted: ({ spent }) => spent,
  settled_spend: ({ spent, settled }) => (settled ? spent : 0n),
};

function treeOf(measure: Measure, places: readonly Place[]) {
  const amount = cents(places.reduce((all, place) => all + SUMS[measure](place), 0n));
  const entry = {
    seq: 1n,
    kind: "allocated",
    theme: null,
    place: null,
    years: [],
    effectiveOn: "2025-01-01",
  } as const;
  const entries = new Map([["S.1.M.A", { shown: [{ ...entry, amount }], rest: null }]]);
  return buildTree({
    measure,
    validOn: "2026-11-24",
    knownOn: "2026-11-24",
    structure: {
      name: { nl: "P", en: "P" },
      streams: [
        {
          id: "s",
          code: "S",
          name: "S",
          note: null,
          earmark: "exclusive",
          vatBasis: "gross",
          tranches: [{ id: "t", code: "1", name: "1" }],
        },
      ],
      municipalities: new Map([["m", { code: "M", name: "M" }]]),
      areas: new Map([["a", { code: "A", name: "A" }]]),
    },
    headline: null,
    movements: { positions: positionsOf(places), later: [] },
    windows: [],
    terms: [],
    pending: [],
    corrections: [],
    bcf: [],
    entries: measure === "ceiling" ? new Map() : entries,
  });
}
const told = (measure: Measure, places: readonly Place[]) =>
  Object.fromEntries(allDifferences(treeOf(measure, places)).map(({ cause, amount }) => [cause, amount]));

describe("from allocation to settlement", () => {
  const settled = { theme: "x", awarded: 1_000n, spent: 700n, advanced: 900n, settled: true };
  const running = { theme: "y", awarded: 400n, spent: 100n, advanced: 150n, settled: false };

  it("advances say what lapsed, what has to come back and what is still to be paid, theme by theme", () => {
    expect(told("advanced", [settled, running])).toEqual({
      lapsed: 300n,
      advanced_above_settled: -200n,
      not_yet_advanced: 250n,
      not_yet_allocated: 500n,
    });
  });

  it("settlements say what lapsed and what is not settled yet", () => {
    expect(told("settled", [settled, running])).toEqual({
      lapsed: 300n,
      not_yet_settled: 400n,
      not_yet_allocated: 500n,
    });
  });

  it("spend says that what a settlement gave up will never be spent", () => {
    expect(told("spent", [settled, running])).toEqual({
      not_yet_spent: 300n,
      lapsed: 300n,
      not_yet_allocated: 500n,
    });
  });

  it("closes to the cent at every node and for every measure, with nothing unexplained", () => {
    const place = fc
      .record({
        awarded: fc.bigInt(0n, 10n ** 12n),
        part: fc.bigInt(0n, 100n),
        paid: fc.bigInt(0n, 100n),
        settled: fc.boolean(),
      })
      .map(({ awarded, part, paid, settled: is }) => ({
        awarded,
        spent: (awarded * part) / 100n,
        advanced: (awarded * paid) / 100n,
        settled: is,
      }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), (places) => {
        const named = places.map((one, index) => ({ ...one, theme: `t${index}` }));
        for (const measure of MEASURES.filter((one) => one !== "ceiling")) {
          const tree = treeOf(measure, named);
          expect(firstGap(tree)).toBeNull();
          expect(allDifferences(tree).map(({ cause }) => cause)).not.toContain("unexplained");
        }
      }),
    );
  });
});
