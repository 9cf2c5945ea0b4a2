import type { Cents } from "../money";
import type { Claim } from "./claim";
import { fraction, type Value } from "./value";

/** What a number that is not in a claim counts; the view has a word for each. */
export type Counted =
  | "areas"
  | "g4_areas"
  | "other_areas"
  | "municipalities"
  | "g4_municipalities"
  | "other_municipalities"
  | "years"
  | "notes"
  | "ministries"
  | "locations"
  | "projects"
  | "known_projects"
  | "homes"
  | "alliances"
  | "vat_factor";

/** How a figure comes about, kept so that it can be printed: "5 × 3 + 15 × 1 = 30". */
export type Calculation =
  | {
      readonly op: "claim";
      readonly claim: string;
      readonly part: "amount" | "unit_amount" | "units";
      readonly value: Value;
    }
  | { readonly op: "count"; readonly of: Counted; readonly value: Value }
  | { readonly op: "rows"; readonly claims: readonly string[]; readonly value: Value }
  | { readonly op: Operation; readonly parts: readonly Calculation[]; readonly value: Value };

export type Operation = "sum" | "difference" | "product" | "quotient";

const need = <T>(value: T | null, what: string): T => {
  if (value === null) throw new Error(`${what} has no figure`);
  return value;
};

export const amountOf = (claim: Claim): Calculation => ({
  op: "claim",
  claim: claim.code,
  part: "amount",
  value: fraction("money", need(claim.amount, claim.code)),
});

export const unitAmountOf = (claim: Claim): Calculation => ({
  op: "claim",
  claim: claim.code,
  part: "unit_amount",
  value: fraction("money", need(claim.unitAmount, claim.code)),
});

export const unitsOf = (claim: Claim): Calculation => ({
  op: "claim",
  claim: claim.code,
  part: "units",
  value: fraction("count", need(claim.units, claim.code)),
});

export const count = (of: Counted, number: bigint, per = 1n): Calculation => ({
  op: "count",
  of,
  value: fraction("count", number, per),
});

/** Many claims as one term: their exact sum. */
export function rowsOf(claims: readonly Claim[]): Calculation {
  const total = claims.reduce((sum, claim) => sum + need<Cents>(claim.amount, claim.code), 0n);
  return { op: "rows", claims: claims.map((claim) => claim.code), value: fraction("money", total) };
}

const unitOf = (parts: readonly Calculation[]) => {
  const [first, ...others] = parts.map((part) => part.value.unit);
  if (first === undefined) throw new Error("a calculation needs parts");
  if (others.some((unit) => unit !== first)) throw new Error("amounts and counts do not add up");
  return first;
};

export function sumOf(parts: readonly Calculation[]): Calculation {
  const unit = unitOf(parts);
  const value = parts.reduce(
    (sum, { value: one }) =>
      fraction(
        unit,
        sum.numerator * one.denominator + one.numerator * sum.denominator,
        sum.denominator * one.denominator,
      ),
    fraction(unit, 0n),
  );
  return { op: "sum", parts, value };
}

export function difference(from: Calculation, less: Calculation): Calculation {
  const unit = unitOf([from, less]);
  const [a, b] = [from.value, less.value];
  const numerator = a.numerator * b.denominator - b.numerator * a.denominator;
  return {
    op: "difference",
    parts: [from, less],
    value: fraction(unit, numerator, a.denominator * b.denominator),
  };
}

/** Money times a count is money; money times money is nothing. */
export function product(a: Calculation, b: Calculation): Calculation {
  const money = [a, b].filter((part) => part.value.unit === "money").length;
  if (money === 2) throw new Error("an amount times an amount is not an amount");
  const value = fraction(
    money === 1 ? "money" : "count",
    a.value.numerator * b.value.numerator,
    a.value.denominator * b.value.denominator,
  );
  return { op: "product", parts: [a, b], value };
}

/** Like divided by like is a share, unless it answers "how many"; money by a count is money for each. */
export function quotient(a: Calculation, b: Calculation, asked: "share" | "count" = "share"): Calculation {
  const unit = a.value.unit === b.value.unit ? asked : "money";
  if (unit === "money" && a.value.unit !== "money") throw new Error("a count by an amount has no unit");
  const value = fraction(
    unit,
    a.value.numerator * b.value.denominator,
    a.value.denominator * b.value.numerator,
  );
  return { op: "quotient", parts: [a, b], value };
}

/** The claims that a calculation rests on, each once. */
export function claimsIn(calculation: Calculation): string[] {
  if (calculation.op === "claim") return [calculation.claim];
  if (calculation.op === "rows") return [...calculation.claims];
  if (calculation.op === "count") return [];
  return [...new Set(calculation.parts.flatMap(claimsIn))];
}
