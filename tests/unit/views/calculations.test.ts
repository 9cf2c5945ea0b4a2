import { describe, expect, it } from "vitest";
import {
  type Calculation,
  count,
  difference,
  product,
  quotient,
  sumOf,
} from "@/lib/domain/claims/calculation";
import { fraction } from "@/lib/domain/claims/value";
import { cents } from "@/lib/domain/money";
import { calculationText, eitherOf, inUnit, shortEuro, unitFor } from "@/lib/views/calculations";

const NBSP = "\u00a0";
const euros = (amount: bigint): Calculation => ({
  op: "claim",
  claim: "c",
  part: "amount",
  value: fraction("money", amount * 100n),
});
const millions = (amount: bigint) => euros(amount * 1_000_000n);

describe("how a figure comes about", () => {
  it("is printed as it would be written, with brackets only where they change the outcome", () => {
    const notes = sumOf([millions(200n), millions(158n)]);
    const seven = sumOf([
      product(count("g4_areas", 5n), millions(3n)),
      product(count("other_areas", 15n), millions(1n)),
    ]);
    expect(calculationText(sumOf([notes, seven]), "nl")).toBe(
      `200 + 158 + 5 × 3 + 15 × 1 (× €${NBSP}1${NBSP}mln)`,
    );
    expect(calculationText(product(seven, count("years", 4n)), "en")).toBe("(5 × 3 + 15 × 1) × 4 (× €1m)");
    expect(calculationText(difference(notes, seven), "nl")).toContain("200 + 158 − (5 × 3 + 15 × 1)");
    expect(calculationText(difference(notes, product(count("years", 2n), millions(3n))), "nl")).toContain(
      "158 − 2 × 3",
    );
  });

  it("stays in euros as soon as one amount would lose something in millions", () => {
    const rule = difference(millions(45n), product(count("homes", 30_000n), euros(1460n)));
    expect(calculationText(rule, "nl")).toBe(`€${NBSP}45${NBSP}mln − 30.000 × €${NBSP}1.460`);
    expect(calculationText(quotient(millions(45n), count("homes", 30_000n)), "nl")).toBe(
      `€${NBSP}45${NBSP}mln ÷ 30.000`,
    );
  });
});

describe("a column of amounts", () => {
  it("has one unit: millions when nothing is lost by it, else euros to the cent", () => {
    expect(unitFor([4_500_000_000n, 4_380_000_000n])).toBe("millions");
    expect(unitFor([4_500_000_000n, 4_380_000_001n])).toBe("euro");
    expect(unitFor([50_000_00n, 4_500_000_000n])).toBe("euro");
    expect(unitFor([])).toBe("euro");
    expect(inUnit(cents(4_380_000_000n), "millions", "nl")).toBe("43,8");
    expect(inUnit(cents(4_380_000_001n), "euro", "nl")).toBe("43.800.000,01");
  });
});

describe("an amount by itself", () => {
  it("drops the cents that it has not", () => {
    expect(shortEuro(cents(150_000n), "nl")).toBe(`€${NBSP}1.500`);
    expect(shortEuro(cents(150_001n), "en")).toBe("€1,500.01");
    expect(shortEuro(cents(-300_000_000n), "nl")).toBe(`€${NBSP}−3${NBSP}mln`);
  });

  it("stands beside those it competes with, with the unit once in Dutch", () => {
    expect(eitherOf([2_700_000_000n, 2_800_000_000n], "of", "nl")).toBe(`€${NBSP}27 of 28${NBSP}mln`);
    expect(eitherOf([2_700_000_000n, 3_000_000_000n, 1n], "or", "en")).toBe("€27m, €30m or €0.01");
    expect(eitherOf([2_700_000_000n], "of", "nl")).toBe(`€${NBSP}27${NBSP}mln`);
  });
});
