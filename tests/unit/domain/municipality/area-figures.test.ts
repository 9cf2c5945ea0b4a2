import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { byArea, lapses, type PlaceFigures, sumsOf } from "@/lib/domain/municipality/area-figures";

const place = (changes: Partial<PlaceFigures> = {}): PlaceFigures => ({
  areaCode: "noord",
  areaName: "Noord",
  streamCode: "OW",
  streamName: "Wijken",
  trancheName: "Tranche 1",
  expiresOn: "2027-12-31",
  allocated: cents(1_000_00n),
  received: cents(400_00n),
  spent: cents(300_00n),
  forecast: cents(600_00n),
  ...changes,
});

describe("what lapses", () => {
  it("is allocated less spent less forecast, to the cent", () => expect(lapses(place())).toBe(100_00n));
  it("is unknown while spend or forecast is", () => {
    expect(lapses(place({ spent: null }))).toBeNull();
    expect(lapses(place({ forecast: null }))).toBeNull();
  });
});

describe("sums", () => {
  it("of what is reported are only there when no part is missing; what is not there is no zero", () => {
    const sums = sumsOf([place(), place({ spent: null, received: null })]);
    expect(sums).toEqual({
      allocated: 2_000_00n,
      received: 400_00n,
      spent: null,
      forecast: 1_200_00n,
      lapses: null,
    });
    expect(sumsOf([])).toEqual({
      allocated: null,
      received: null,
      spent: null,
      forecast: null,
      lapses: null,
    });
  });

  it("of the areas make the municipality, in every column", () => {
    const amount = fc.bigInt(0n, 10n ** 14n).map(cents);
    const places = fc.array(
      fc.record({
        areaCode: fc.constantFrom("a", "b", "c"),
        allocated: amount,
        spent: amount,
        forecast: amount,
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(places, (changes) => {
        const all = changes.map(place);
        const whole = sumsOf(all);
        for (const column of ["allocated", "spent", "forecast", "lapses"] as const) {
          const areas = byArea(all).map(({ sums }) => sums[column] ?? 0n);
          expect(areas.reduce<bigint>((sum, one) => sum + one, 0n)).toBe(whole[column]);
        }
      }),
    );
  });
});
