import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advanceEntry } from "@/lib/domain/ledger/facts";
import { cents } from "@/lib/domain/money";
import { type CashFacts, paymentKey } from "@/lib/domain/proposals/advance-reasons";
import { type BatchDraft, batchReasons, type LineFacts } from "@/lib/domain/proposals/batch";

const payment = (
  kind: "advance" | "recovery",
  amount: bigint,
  change: Partial<BatchDraft> = {},
): BatchDraft => ({
  kind,
  trancheId: "t",
  themeId: "th",
  areaId: "g",
  allocationId: "a",
  decisionNumber: "BET-1",
  decisionOn: "2026-03-01",
  decisionCents: cents(amount),
  reason: "voorschot",
  years: [{ year: 2026, amount: cents(amount) }],
  ...change,
});
const facts = (cash: Partial<CashFacts> = {}): LineFacts => ({
  tranche: { firstYear: 2026, lastYear: 2028, opensOn: null, closesOn: null },
  horizon: { from: 2022, to: 2042 },
  allocated: new Map(),
  unspent: null,
  overlapping: null,
  ceilingsHref: "/",
  cash: {
    awarded: 1_000n,
    advanced: 0n,
    open: { advances: 0n, recoveries: 0n },
    paid: new Set(),
    today: "2026-03-02",
    ...cash,
  },
});
const codes = (lines: readonly BatchDraft[], cash?: Partial<CashFacts>) =>
  batchReasons(lines, () => facts(cash), new Map(), false).map(
    ({ code, field }) => `${field}: ${code.split(".").at(-1)}`,
  );

describe("a payment", () => {
  it("fits until the award is paid whole, with what is under way", () => {
    expect(codes([payment("advance", 1_000n)])).toEqual([]);
    expect(codes([payment("advance", 1_001n)])).toEqual(["lines.0.amount: above_award"]);
    expect(
      codes([payment("advance", 400n)], { advanced: 500n, open: { advances: 101n, recoveries: 0n } }),
    ).toEqual(["lines.0.amount: above_award"]);
  });

  it("comes back up to what was paid", () => {
    expect(codes([payment("recovery", 500n)], { advanced: 500n })).toEqual([]);
    expect(codes([payment("recovery", 501n)], { advanced: 500n })).toEqual([
      "lines.0.amount: above_advanced",
    ]);
  });

  it("is recorded once: the same reference and amount is the same payment, also twice in one file", () => {
    const paid = new Set([paymentKey("advance", "bet-1", 5n)]);
    expect(codes([payment("advance", 5n)], { paid })).toEqual(["lines.0.decisionNumber: paid_before"]);
    expect(codes([payment("advance", 6n)], { paid })).toEqual([]);
    expect(codes([payment("advance", 6n), payment("advance", 6n)])).toEqual([
      "lines.1.decisionNumber: paid_before",
    ]);
  });

  it("sees what the lines before it pay on the same allocation", () => {
    expect(codes([payment("advance", 600n), payment("advance", 400n)])).toEqual([]);
    expect(codes([payment("advance", 600n), payment("advance", 401n)])).toEqual([
      "lines.1.amount: above_award",
    ]);
  });

  it("needs a reference, a day that is not to come, an amount above zero and a description", () => {
    expect(
      codes([payment("advance", 0n, { decisionNumber: " ", decisionOn: "2026-03-03", reason: "" })]),
    ).toEqual([
      "lines.0.decisionNumber: payment_reference_missing",
      "lines.0.decisionOn: payment_in_future",
      "lines.0.amount: not_above_zero",
      "lines.0.reason: reason_missing",
    ]);
  });
});

it("whatever is paid and comes back, what these reasons let through stays between nothing and the award", () => {
  const step = fc.tuple(fc.constantFrom("advance" as const, "recovery" as const), fc.bigInt(1n, 700n));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let advanced = 0n;
      for (const [kind, amount] of steps) {
        if (codes([payment(kind, amount)], { advanced }).length > 0) continue;
        advanced += kind === "advance" ? amount : -amount;
        expect(advanced >= 0n && advanced <= 1_000n).toBe(true);
      }
    }),
  );
});

it("in the cash book it moves from the treasury, and back", () => {
  const fact = {
    streamId: "s",
    trancheId: "t",
    themeId: "th",
    municipalityId: "m",
    areaId: "g",
    allocationId: "a",
    proposalId: "p",
    effectiveOn: "2026-03-01",
    reason: "r",
    amount: cents(7n),
  };
  const amounts = (kind: "advanced" | "recovered") =>
    advanceEntry({ ...fact, kind }).postings.map(({ account, amount }) => [account.kind, amount]);
  expect(amounts("advanced")).toEqual([
    ["advanced", 7n],
    ["treasury", -7n],
  ]);
  expect(amounts("recovered")).toEqual([
    ["advanced", -7n],
    ["treasury", 7n],
  ]);
});
