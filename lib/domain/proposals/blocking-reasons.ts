import type { YearAmount } from "../ledger/facts";
import { type Cents, cents, sum } from "../money";
import type { BlockingReason } from "../refusal";
import { advanceReasons, type CashFacts } from "./advance-reasons";
import { basesReasons } from "./bases";
import { type SettlementFacts, settlementReasons } from "./settlement-reasons";

export type ProposalKind =
  | "ceiling"
  | "allocation"
  | "revision"
  | "withdrawal"
  | "advance"
  | "recovery"
  | "settlement"
  | "reopening";

/** A payment and a settlement have a form and rules of their own. */
export const isPayment = (kind: string): kind is "advance" | "recovery" =>
  kind === "advance" || kind === "recovery";
export const isSettlement = (kind: string): kind is "settlement" | "reopening" =>
  kind === "settlement" || kind === "reopening";

/** What was typed, read; null is "not filled in". Dates are yyyy-mm-dd, amounts cents. */
export interface ProposalDraft {
  readonly kind: ProposalKind;
  readonly areaId: string | null;
  readonly themeId: string | null;
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly decisionCents: Cents | null;
  /** Where the decision can be read; not stated when absent. */
  readonly decisionDocument?: string | null;
  /** The decision before the part for the VAT compensation fund (BCF), and that part; not stated when absent. */
  readonly grossCents?: Cents | null;
  readonly bcfCents?: Cents | null;
  /** Of a settlement: the award that it closes. */
  readonly awardedCents?: Cents | null;
  readonly years: readonly YearAmount[];
  readonly reason: string;
}

/** What is true in the ledger and around it at this moment. */
export interface ProposalFacts {
  readonly tranche: {
    readonly firstYear: number | null;
    readonly lastYear: number | null;
    readonly opensOn: string | null;
    readonly closesOn: string | null;
  };
  readonly horizon: { readonly from: number; readonly to: number };
  /** Room under the ceiling per year after open proposals, cents; a year without a ceiling is absent. */
  readonly room: ReadonlyMap<number, Cents>;
  /** Amount allocated now per year on this allocation, and what may still be taken away from the whole. */
  readonly allocated: ReadonlyMap<number, Cents>;
  readonly unspent: Cents | null;
  /** Number of an open proposal or live allocation for the same place, theme and year. */
  readonly overlapping: { readonly number: string; readonly href: string } | null;
  readonly ceilingsHref: string;
  /** What was awarded and paid on its allocation; null where there is none. */
  readonly cash: CashFacts | null;
  /** Of its allocation: what it is settled on, once it is. */
  readonly settled?: SettledFacts | null;
  readonly settlement?: SettlementFacts | null;
}

/** A settlement that stands. */
export interface SettledFacts {
  /** Cents. */
  readonly amount: Cents;
  readonly href: string;
}

/** Facts called …Cents and …On are made readable in the language of the reader where the sentence is made. */
const text = (amount: bigint) => amount.toString();

/** Every reason why this cannot be proposed, in the order of the form; empty when nothing stands in the way. */
export function blockingReasons(draft: ProposalDraft, facts: ProposalFacts): BlockingReason[] {
  const { kind } = draft;
  if (isPayment(kind)) return advanceReasons(draft, facts.cash, facts.settled ?? null);
  if (isSettlement(kind)) return settlementReasons({ ...draft, kind }, facts.settlement ?? null);
  return [
    ...(facts.settled ? [lockedBy(facts.settled)] : []),
    ...placeReasons(draft),
    ...decisionReasons(draft, facts),
    ...amountReasons(draft),
    ...basesReasons(draft.decisionCents, draft.grossCents ?? null, draft.bcfCents ?? null),
    ...yearReasons(draft, facts),
    ...changeReasons(draft, facts),
    ...(facts.overlapping
      ? [
          {
            code: "proposals.reasons.overlapping",
            field: "areaId",
            facts: { number: facts.overlapping.number },
            href: facts.overlapping.href,
          },
        ]
      : []),
    ...(draft.reason.trim() === "" ? [{ code: "proposals.reasons.reason_missing", field: "reason" }] : []),
  ];
}

const lockedBy = ({ amount, href }: SettledFacts): BlockingReason => ({
  code: "settlement.reasons.locked",
  facts: { settledCents: text(amount) },
  href,
});

function placeReasons({ kind, areaId, themeId }: ProposalDraft): BlockingReason[] {
  if (kind === "ceiling") return [];
  return [
    ...(areaId === null ? [{ code: "proposals.reasons.area_missing", field: "areaId" }] : []),
    ...(themeId === null ? [{ code: "proposals.reasons.theme_missing", field: "themeId" }] : []),
  ];
}

function decisionReasons(
  { kind, decisionNumber, decisionOn }: ProposalDraft,
  { tranche }: ProposalFacts,
): BlockingReason[] {
  if (kind === "ceiling") return [];
  const reasons: BlockingReason[] = [];
  if (!decisionNumber?.trim())
    reasons.push({ code: "proposals.reasons.decision_number_missing", field: "decisionNumber" });
  if (decisionOn === null)
    reasons.push({ code: "proposals.reasons.decision_date_missing", field: "decisionOn" });
  else if (tranche.opensOn !== null && decisionOn < tranche.opensOn)
    reasons.push({
      code: "proposals.reasons.decision_too_early",
      field: "decisionOn",
      facts: { givenOn: decisionOn, opensOn: tranche.opensOn },
    });
  else if (tranche.closesOn !== null && decisionOn > tranche.closesOn)
    reasons.push({
      code: "proposals.reasons.decision_too_late",
      field: "decisionOn",
      facts: { givenOn: decisionOn, closesOn: tranche.closesOn },
    });
  return reasons;
}

function amountReasons({ kind, decisionCents, years }: ProposalDraft): BlockingReason[] {
  const total = sum(years.map(({ amount }) => amount));
  if (years.every(({ amount }) => amount === 0n))
    return [{ code: "proposals.reasons.no_amount", field: "years" }];
  const reasons: BlockingReason[] = [];
  if (kind !== "ceiling" && kind !== "withdrawal") {
    if (decisionCents === null)
      reasons.push({ code: "proposals.reasons.decision_amount_missing", field: "decisionCents" });
    else if (decisionCents !== total)
      reasons.push({
        code: "proposals.reasons.years_differ",
        field: "decisionCents",
        facts: {
          yearsCents: text(total),
          decisionCents: text(decisionCents),
          differenceCents: text(total - decisionCents),
        },
      });
  }
  if (kind === "allocation") {
    for (const { year, amount } of years.filter((one) => one.amount < 0n))
      reasons.push({
        code: "proposals.reasons.negative",
        field: `years.${year}`,
        facts: { year: String(year), amountCents: text(amount) },
      });
  }
  return reasons;
}

function yearReasons(
  { kind, years }: ProposalDraft,
  { tranche, horizon, room, ceilingsHref }: ProposalFacts,
): BlockingReason[] {
  return years.flatMap(({ year, amount }): BlockingReason[] => {
    const field = `years.${year}`;
    const first = tranche.firstYear ?? horizon.from;
    const last = tranche.lastYear ?? horizon.to;
    if (amount !== 0n && (year < first || year > last))
      return [
        {
          code: "proposals.reasons.outside_tranche",
          field,
          facts: { year: String(year), first: String(first), last: String(last) },
        },
      ];
    if (kind === "ceiling") {
      const free = room.get(year) ?? cents(0n);
      return amount < 0n && -amount > free
        ? [
            {
              code: "proposals.reasons.ceiling_below_allocated",
              field,
              facts: {
                year: String(year),
                givenCents: text(-amount),
                roomCents: text(free),
                overCents: text(-amount - free),
              },
            },
          ]
        : [];
    }
    if (amount <= 0n) return [];
    const free = room.get(year);
    if (free === undefined)
      return [
        { code: "proposals.reasons.no_ceiling", field, facts: { year: String(year) }, href: ceilingsHref },
      ];
    return amount > free
      ? [
          {
            code: "proposals.reasons.over_room",
            field,
            facts: {
              year: String(year),
              givenCents: text(amount),
              roomCents: text(free),
              overCents: text(amount - free),
            },
            href: ceilingsHref,
          },
        ]
      : [];
  });
}

function changeReasons(
  { kind, years }: ProposalDraft,
  { allocated, unspent }: ProposalFacts,
): BlockingReason[] {
  if (kind !== "revision" && kind !== "withdrawal") return [];
  const below = years.flatMap(({ year, amount }): BlockingReason[] => {
    const now = allocated.get(year) ?? 0n;
    return now + amount < 0n
      ? [
          {
            code: "proposals.reasons.below_zero",
            field: `years.${year}`,
            facts: {
              year: String(year),
              givenCents: text(-amount),
              allocatedCents: text(now),
              overCents: text(-amount - now),
            },
          },
        ]
      : [];
  });
  const total = sum(years.map(({ amount }) => amount));
  const spent: BlockingReason[] =
    unspent !== null && -total > unspent
      ? [
          {
            code: "proposals.reasons.below_spent",
            field: "years",
            facts: {
              givenCents: text(-total),
              unspentCents: text(unspent),
              overCents: text(-total - unspent),
            },
          },
        ]
      : [];
  return [...below, ...spent];
}
