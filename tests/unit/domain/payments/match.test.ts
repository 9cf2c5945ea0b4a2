import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { matchPayment, type PayableAllocation } from "@/lib/domain/payments/match";
import type { PaymentLine } from "@/lib/domain/payments/payment-line";

const allocation = (id: string, number: string, municipality: string, left = 0n): PayableAllocation => ({
  id,
  number,
  decisionNumber: `${number}-B`,
  municipality,
  area: "Noord",
  left,
});
const ALLOCATIONS = [
  allocation("a", "OEF-2026-0001", "Voorbeeldstad", 500n),
  allocation("b", "OEF-2026-0012", "Voorbeeldstad"),
  allocation("c", "OEF-2026-0003", "Oefendam"),
];
const match = (change: Partial<PaymentLine>) =>
  matchPayment(
    {
      line: 1,
      direction: "advance",
      paidOn: "2026-01-01",
      amount: cents(500n),
      reference: "X",
      counterparty: "",
      text: "",
      ...change,
    },
    ALLOCATIONS,
  );

describe("a payment is recognised", () => {
  it("by the number of the decision or the allocation, however it is written", () => {
    for (const text of ["voorschot OEF-2026-0001-B", "OEF 2026 0001", "oef/2026/0001/b maart"])
      expect(match({ text })).toMatchObject({ verdict: "matched", best: "a" });
    expect(match({ reference: "OEF-2026-0003" }).best).toBe("c");
  });

  it("not by a number that only begins alike", () => {
    expect(match({ text: "OEF-2026-00012" })).toMatchObject({ verdict: "unmatched", candidates: [] });
  });

  it("with every reason told, the likeliest first", () => {
    const { candidates } = match({ text: "OEF-2026-0001", counterparty: "Gemeente Voorbeeldstad" });
    expect(candidates).toEqual([
      { id: "a", reasons: ["allocation_number", "counterparty", "amount_left"] },
      { id: "b", reasons: ["counterparty"] },
    ]);
  });
});

describe("a payment is left to a person", () => {
  it("when only the municipality is known, or two numbers are named", () => {
    expect(match({ counterparty: "GEMEENTE VOORBEELDSTAD" })).toMatchObject({
      verdict: "ambiguous",
      best: null,
    });
    expect(match({ text: "OEF-2026-0001 en OEF-2026-0003" })).toMatchObject({
      verdict: "ambiguous",
      best: null,
    });
  });

  it("when nothing but the amount fits", () => {
    expect(match({})).toEqual({ verdict: "unmatched", best: null, candidates: [] });
  });
});
