import { type Cents, cents, sum } from "../money";

/** An allocation as SiSa sees it: which decision gave what to which place. */
export interface SisaAllocation {
  readonly number: string;
  readonly streamId: string;
  readonly trancheId: string;
  readonly decisionNumber: string;
  /** yyyy-mm-dd */
  readonly decisionOn: string;
  /** Tranche x theme x area: where the journal posts. */
  readonly place: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Cents on the place now; the same for each allocation of one place. */
  readonly awarded: Cents;
}

/** One decision, or several that cannot be told apart because they gave to the same place. */
export interface DecisionGroup {
  /** Stream and numbers: stays the same as long as the decisions do. */
  readonly key: string;
  readonly streamId: string;
  readonly decisions: readonly { readonly number: string; readonly on: string }[];
  readonly allocations: readonly SisaAllocation[];
  readonly places: readonly string[];
  readonly awarded: Cents;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Decisions with the places they gave to. The journal posts spend per place, so two decisions that share one place are
 * one row: how much of it belongs to which of them is nowhere written, and no split is made up.
 */
export function groupDecisions(
  allocations: readonly SisaAllocation[],
  streamCode: (streamId: string) => string,
): DecisionGroup[] {
  const decisionOf = ({ streamId, decisionNumber }: SisaAllocation) => `${streamId}|${decisionNumber}`;
  const left = new Set(allocations);
  const groups: DecisionGroup[] = [];
  for (const start of allocations) {
    if (!left.delete(start)) continue;
    const mine = [start];
    for (let at = 0; at < mine.length; at++) {
      const one = mine[at];
      if (one === undefined) break;
      for (const other of left) {
        if (other.place !== one.place && decisionOf(other) !== decisionOf(one)) continue;
        left.delete(other);
        mine.push(other);
      }
    }
    groups.push(groupOf(mine, streamCode(start.streamId)));
  }
  return groups.sort((a, b) => byText(a.key, b.key));
}

function groupOf(mine: readonly SisaAllocation[], streamCode: string): DecisionGroup {
  const [first] = mine;
  const on = new Map(mine.map((one) => [one.decisionNumber, one.decisionOn]));
  for (const { decisionNumber, decisionOn } of mine)
    if (decisionOn < (on.get(decisionNumber) ?? decisionOn)) on.set(decisionNumber, decisionOn);
  const decisions = [...on].map(([number, day]) => ({ number, on: day }));
  decisions.sort((a, b) => byText(a.number, b.number));
  const awarded = new Map(mine.map((one) => [one.place, one.awarded]));
  return {
    key: `${streamCode}|${decisions.map(({ number }) => number).join("+")}`,
    streamId: first?.streamId ?? "",
    decisions,
    allocations: [...mine].sort((a, b) => byText(a.number, b.number)),
    places: [...awarded.keys()].sort(byText),
    awarded: cents(sum([...awarded.values()])),
  };
}
