import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlannedLine } from "@/lib/domain/distribution/lines";
import { cents } from "@/lib/domain/money";
import { linesOfRun } from "@/lib/domain/scenarios/from-run";

const standing = (allocationId: string) => ({ allocationId, number: allocationId, years: new Map() });
const line = (
  areaId: string,
  held: string | null,
  years: readonly (readonly [number, bigint])[],
): PlannedLine => ({
  areaId,
  kind: years.length === 0 ? "unchanged" : held === null ? "allocation" : "revision",
  standing: held === null ? null : standing(held),
  years: years.map(([year, amount]) => ({ year, amount: cents(amount) })),
});

describe("a calculation in a scenario", () => {
  it("takes what is new from what is free, and gives back what an allocation has too much", () => {
    const planned = [
      line("new", null, [[2026, 100n]]),
      line("right", "A", []),
      line("mixed", "B", [
        [2026, -30n],
        [2027, 20n],
      ]),
    ];
    expect(linesOfRun(planned, "theme")).toEqual([
      { from: null, areaId: "new", themeId: "theme", years: [{ year: 2026, amount: 100n }] },
      { from: "B", areaId: null, themeId: null, years: [{ year: 2026, amount: 30n }] },
      { from: null, areaId: "mixed", themeId: "theme", years: [{ year: 2027, amount: 20n }] },
    ]);
  });

  it("loses no cent: per year what its lines add and give back is what the calculation changes", () => {
    const years = fc.uniqueArray(
      fc.tuple(
        fc.integer({ min: 2026, max: 2030 }),
        fc.bigInt({ min: -500n, max: 500n }).filter((one) => one !== 0n),
      ),
      { selector: ([year]) => year },
    );
    fc.assert(
      fc.property(fc.array(years, { maxLength: 8 }), (areas) => {
        const planned = areas.map((changes, index) => line(`area ${index}`, `held ${index}`, changes));
        const lines = linesOfRun(planned, "theme");
        expect(lines.flatMap((one) => one.years).every(({ amount }) => amount > 0n)).toBe(true);
        for (let year = 2026; year <= 2030; year += 1) {
          const meant = areas
            .flat()
            .reduce((all, [when, amount]) => (when === year ? all + amount : all), 0n);
          const told = lines.reduce((all, { from, years: own }) => {
            const amount = own.find((one) => one.year === year)?.amount ?? 0n;
            return all + (from === null ? amount : -amount);
          }, 0n);
          expect(told).toBe(meant);
        }
      }),
    );
  });
});
