import type { YearAmount } from "../ledger/facts";
import { sum } from "../money";
import type { BlockingReason } from "../refusal";

/** What stands on an allocation around its payments, in cents; `open` is proposed and not decided yet. */
export interface CashFacts {
  readonly awarded: bigint;
  readonly advanced: bigint;
  readonly open: { readonly advances: bigint; readonly recoveries: bigint };
  /** Payments of the programme that are proposed or posted already, as `paymentKey` gives them. */
  readonly paid: Pick<ReadonlySet<string>, "has">;
  /** Today in the Netherlands, yyyy-mm-dd. */
  readonly today: string;
}

/**
 * What makes a payment the same payment: its kind, reference and amount. Not its day, which differs between an order and
 * a statement, nor its allocation.
 */
export const paymentKey = (kind: string, reference: string, amount: bigint): string =>
  [kind, reference.trim().toLowerCase(), String(amount)].join("|");

const text = (amount: bigint) => amount.toString();

/** A payment as it was typed; null is "not filled in". */
interface PaymentDraft {
  readonly kind: string;
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly years: readonly YearAmount[];
  readonly reason: string;
}

/** What stands in the way of an advance or a recovery: never above the award, never more back than was paid. */
export function advanceReasons(
  draft: PaymentDraft,
  cash: CashFacts | null,
  settled: { readonly amount: bigint; readonly href: string } | null = null,
): BlockingReason[] {
  if (cash === null) return [{ code: "proposals.reasons.allocation_missing", field: "allocationId" }];
  const { kind, decisionNumber, decisionOn, years, reason } = draft;
  const amount = sum(years.map((year) => year.amount));
  const reasons: BlockingReason[] = [];
  if (!decisionNumber?.trim())
    reasons.push({ code: "proposals.reasons.payment_reference_missing", field: "decisionNumber" });
  if (decisionOn === null)
    reasons.push({ code: "proposals.reasons.payment_date_missing", field: "decisionOn" });
  else if (decisionOn > cash.today)
    reasons.push({
      code: "proposals.reasons.payment_in_future",
      field: "decisionOn",
      facts: { givenOn: decisionOn, todayOn: cash.today },
    });
  if (amount <= 0n)
    reasons.push({
      code: "proposals.reasons.not_above_zero",
      field: "amount",
      facts: { givenCents: text(amount) },
    });
  else if (settled !== null) reasons.push(...pastSettled(kind, amount, cash, settled));
  else reasons.push(...(kind === "advance" ? aboveAward(amount, cash) : aboveAdvanced(amount, cash)));
  if (cash.paid.has(paymentKey(kind, decisionNumber ?? "", amount)))
    reasons.push({
      code: "proposals.reasons.paid_before",
      field: "decisionNumber",
      facts: { givenCents: text(amount), reference: decisionNumber ?? "" },
    });
  if (reason.trim() === "") reasons.push({ code: "proposals.reasons.reason_missing", field: "reason" });
  return reasons;
}

/** After a settlement money moves towards what is settled, and not past it. */
function pastSettled(
  kind: string,
  amount: bigint,
  { advanced, open }: CashFacts,
  settled: { readonly amount: bigint; readonly href: string },
): BlockingReason[] {
  const left =
    kind === "advance"
      ? settled.amount - advanced - open.advances
      : advanced - open.recoveries - settled.amount;
  if (amount <= left) return [];
  return [
    {
      code: `settlement.reasons.${kind === "advance" ? "above_settled" : "below_settled"}`,
      field: "amount",
      facts: {
        givenCents: text(amount),
        settledCents: text(settled.amount),
        advancedCents: text(advanced),
        leftCents: text(left > 0n ? left : 0n),
      },
      href: settled.href,
    },
  ];
}

function aboveAward(amount: bigint, { awarded, advanced, open }: CashFacts): BlockingReason[] {
  const free = awarded - advanced - open.advances;
  if (amount <= free) return [];
  return [
    {
      code: "proposals.reasons.above_award",
      field: "amount",
      facts: {
        givenCents: text(amount),
        awardedCents: text(awarded),
        advancedCents: text(advanced),
        openCents: text(open.advances),
        overCents: text(amount - free),
      },
    },
  ];
}

function aboveAdvanced(amount: bigint, { advanced, open }: CashFacts): BlockingReason[] {
  const left = advanced - open.recoveries;
  if (amount <= left) return [];
  return [
    {
      code: "proposals.reasons.above_advanced",
      field: "amount",
      facts: {
        givenCents: text(amount),
        advancedCents: text(advanced),
        openCents: text(open.recoveries),
        overCents: text(amount - left),
      },
    },
  ];
}
