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

/** Amounts under a ceiling: by tranche and year, cents. */
export type Rooms = ReadonlyMap<string, ReadonlyMap<number, Cents>>;

/** Looks at the lines of a batch part by part; what earlier lines take stays with it. */
export interface BatchCheck {
  /** The reasons of each of these lines, which follow on those that were looked at before. */
  readonly look: (
    lines: readonly BatchDraft[],
    factsOf: (line: BatchDraft, index: number) => LineFacts,
    rooms: Rooms,
  ) => BlockingReason[][];
}

/**
 * A line sees the room that the lines before it leave; in a batch that is approved together, what one line gives up is
 * room for the others.
 * @param together the lines that are decided together, all of them; null when each is decided by itself
 */
export function batchCheck(together: Iterable<BatchDraft> | null): BatchCheck {
  const left = new Map<string, Map<number, Cents>>();
  const givenUp = together === null ? null : givenUpBy(together);
  const first = new Map<string, number>();
  const paid = new Map<string, CashFacts["open"]>();
  const seen = new Set<string>();
  let before = 0;
  const knowRoom = (tranche: string, room: ReadonlyMap<number, Cents>) => {
    if (left.has(tranche)) return;
    const back = givenUp?.get(tranche);
    left.set(
      tranche,
      new Map([...room].map(([year, free]) => [year, cents(free + (back?.get(year) ?? 0n))] as const)),
    );
  };
  return {
    look(lines, factsOf, rooms) {
      for (const [tranche, room] of rooms) knowRoom(tranche, room);
      const start = before;
      before += lines.length;
      return lines.map((line, index) => {
        const room = left.get(line.trancheId) ?? new Map<number, Cents>();
        const facts = factsOf(line, start + index);
        const reasons = blockingReasons(line, {
          ...facts,
          room,
          cash: withEarlier(facts.cash, line, paid, seen),
        });
        const place = line.kind === "allocation" ? placeOf(line) : null;
        const earlier = place === null ? undefined : first.get(place);
        if (place !== null && earlier === undefined) first.set(place, start + index);
        if (earlier !== undefined)
          reasons.push({
            code: "proposals.reasons.twice",
            field: "areaId",
            facts: { line: String(earlier + 1) },
          });
        take(left, line);
        return reasons;
      });
    },
  };
}

/** Reasons of lines as reasons of the batch: `lines.<index>.` stands before their field. */
export const atIndex = (reasons: readonly BlockingReason[][], start = 0): BlockingReason[] =>
  reasons.flatMap((ofLine, index) =>
    ofLine.map((reason) => ({ ...reason, field: `lines.${start + index}.${reason.field ?? ""}` })),
  );

/** Every reason why these lines cannot be proposed, with `lines.<index>.` before its field. */
export const batchReasons = (
  lines: readonly BatchDraft[],
  factsOf: (line: BatchDraft, index: number) => LineFacts,
  rooms: Rooms,
  together: boolean,
): BlockingReason[] => atIndex(batchCheck(together ? lines : null).look(lines, factsOf, rooms));

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
  const own = paymentKey(kind, decisionNumber ?? "", amount);
  // Only its own key is asked for: whether an earlier line has it is known before this line counts itself.
  const twice = seen.has(own);
  seen.add(own);
  const before = cash.paid;
  return { ...cash, open, paid: { has: (key) => (twice && key === own) || before.has(key) } };
}

/** What lines give up, by tranche and year. */
function givenUpBy(lines: Iterable<BatchDraft>): Map<string, Map<number, bigint>> {
  const found = new Map<string, Map<number, bigint>>();
  for (const { kind, trancheId, years } of lines) {
    if (isPayment(kind)) continue;
    const own = found.get(trancheId) ?? new Map<number, bigint>();
    found.set(trancheId, own);
    for (const { year, amount } of years) if (amount < 0n) own.set(year, (own.get(year) ?? 0n) - amount);
  }
  return found;
}

/** Takes what a line asks from the room of its year. */
function take(left: Map<string, Map<number, Cents>>, { kind, trancheId, years }: BatchDraft): void {
  if (isPayment(kind)) return;
  const room = left.get(trancheId);
  for (const { year, amount } of years) {
    const free = room?.get(year);
    if (free !== undefined && amount > 0n) room?.set(year, cents(free - amount));
  }
}
