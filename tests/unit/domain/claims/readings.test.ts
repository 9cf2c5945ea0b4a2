import { describe, expect, it } from "vitest";
import { noteSeven, totalReadings, yearsOf } from "@/lib/domain/claims/readings";
import { inBand } from "@/lib/domain/claims/rounding";
import { exactCents } from "@/lib/domain/claims/value";
import { cents } from "@/lib/domain/money";
import { PUBLISHED } from "./published-input";

const { claims, territory } = PUBLISHED;

describe("note 7", () => {
  it("is a sum that can be printed: so many times 3 and so many times 1", () => {
    const { perArea, perMunicipality } = noteSeven(claims, territory);
    expect(exactCents(perMunicipality.value)).toBe(27_000_000_00n);
    expect(exactCents(perArea.value)).toBe(30_000_000_00n);
    expect(perArea).toMatchObject({
      op: "sum",
      parts: [
        { op: "product", parts: [{ of: "g4_areas", value: { numerator: 5n } }, { op: "claim" }] },
        { op: "product", parts: [{ of: "other_areas", value: { numerator: 15n } }, { op: "claim" }] },
      ],
    });
  });

  it("differs by area only because one municipality has two: with one each there is one figure", () => {
    const single = territory.map((one) => ({ ...one, areas: one.areas.slice(0, 1) }));
    const { perArea, perMunicipality } = noteSeven(claims, single);
    expect(exactCents(perArea.value)).toBe(exactCents(perMunicipality.value));
  });

  it("is read per year over the only period of years that a note names", () => {
    const yearly = totalReadings(claims, territory).find(({ code }) => code === "per_year_area");
    expect(exactCents(yearly?.noteSeven?.value ?? { unit: "count", numerator: 0n, denominator: 1n })).toBe(
      120_000_000_00n,
    );
    expect(yearsOf("2023-2026")).toEqual({ first: 2023, last: 2026 });
    expect(yearsOf("vanaf 2022")).toBeNull();
  });
});

describe("the band of a rounded headline", () => {
  const band = { low: cents(1_050_000_000_00n), high: cents(1_150_000_000_00n) };
  it("takes its lower end and not its upper, to the cent", () => {
    expect(inBand(band.low, band)).toBe(true);
    expect(inBand(cents(band.low - 1n), band)).toBe(false);
    expect(inBand(cents(band.high - 1n), band)).toBe(true);
    expect(inBand(band.high, band)).toBe(false);
  });
});
