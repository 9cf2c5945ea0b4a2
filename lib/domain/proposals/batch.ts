import { type Cents, cents } from "../money";
import type { BlockingReason } from "../refusal";
import { type CashFacts, paymentKey } from "./advance-reasons";
import {
  blockingReasons,
  isPayment,
  type ProposalDraft,
  type ProposalFacts,
  type ProposalKind,
} from "./blocking-reasons";

/** Where a batch came from. */
export type BatchOrigin = "payment_file" | "grid" | "workbook" | "key" | "scenario" | "reallocation";

/** One line of a batch: what a single proposal has, and where it stands. */
export interface BatchDraft extends ProposalDraft {
  readonly kind: Exclude<ProposalKind, "ceiling" | "settlement" | "reopening">;
  readonly trancheId: string;
  readonly allocationId: string | null;
}

/** What is true around one line when the lines before it are taken as approved. */
export type LineFacts = Omit<ProposalFacts, "room">;

const placeOf = ({ trancheId, themeId, areaId }: BatchDraft) =>
  themeId === null || areaId === null ? null : `${trancheId}/${themeId}/${areaId}`;

/**
 * Every reason why these lines cannot be proposed, with `lines.<index>.` before its field. A line sees the room that
 * the lines before it leave; in a batch that is approved together, what one line gives up is room for the others.
 */
export function batchReasons(
  lines: readonly BatchDraft[],
  factsOf: (line: BatchDraft, index: number) => LineFacts,
  rooms: ReadonlyMap<string, ReadonlyMap<number, Cents>>,
  together: boolean,
): BlockingReason[] {
  const left = new Map([...rooms].map(([tranche, room]) => [tranche, new Map(room)]));
  if (together) for (const line of lines) take(left, line, (amount) => amount < 0n);
  const first = new Map<string, number>();
  const paid = new Map<string, CashFacts["open"]>();
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const room = left.get(line.trancheId) ?? new Map<number, Cents>();
    const facts = factsOf(line, index);
    const reasons = blockingReasons(line, {
      ...facts,
      room,
      cash: withEarlier(facts.cash, line, paid, seen),
    });
    const place = line.kind === "allocation" ? placeOf(line) : null;
    const earlier = place === null ? undefined : first.get(place);
    if (place !== null && earlier === undefined) first.set(place, index);
    if (earlier !== undefined)
      reasons.push({
        code: "proposals.reasons.twice",
        field: "areaId",
        facts: { line: String(earlier + 1) },
      });
    take(left, line, (amount) => amount > 0n);
    return reasons.map((reason) => ({ ...reason, field: `lines.${index}.${reason.field ?? ""}` }));
  });
}

/** The cash facts with what earlier lines of this batch pay or take back; this line counts for the next ones. */
function withEarlier(
  cash: CashFacts | null,
  { kind, allocationId, decisionNumber, years }: BatchDraft,
  paid: Map<string, CashFacts["open"]>,
  seen: Set<string>,
): CashFacts | null {
  if (cash === null || allocationId === null || !isPayment(kind)) return cash;
  const earlier = paid.get(allocationId) ?? { advances: 0n, recoveries: 0n };
  const amount = years.reduce((all, year) => all + year.amount, 0n);
  paid.set(
    allocationId,
    kind === "advance"
      ? { ...earlier, advances: earlier.advances + amount }
      : { ...earlier, recoveries: earlier.recoveries + amount },
  );
  const open = {
    advances: cash.open.advances + earlier.advances,
    recoveries: cash.open.recoveries + earlier.recoveries,
  };
  const before = new Set([...cash.paid, ...seen]);
  seen.add(paymentKey(kind, decisionNumber ?? "", amount));
  return { ...cash, open, paid: before };
}

/** Takes the amounts that are meant from the room of their year; a negative amount gives room back. */
function take(
  left: Map<string, Map<number, Cents>>,
  { kind, trancheId, years }: BatchDraft,
  meant: (amount: bigint) => boolean,
): void {
  if (isPayment(kind)) return;
  const room = left.get(trancheId);
  for (const { year, amount } of years) {
    const free = room?.get(year);
    if (free !== undefined && meant(amount)) room?.set(year, cents(free - amount));
  }
}
