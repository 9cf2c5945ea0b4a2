import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { type BetweenRow, movedBetween } from "@/lib/domain/reconciliation/between";
import type { Change } from "@/lib/domain/reconciliation/change";
import { countLater } from "../ledger-reading/count-later";
import { asking, readMonthCut } from "../ledger-reading/month-cut";
import type { Tx } from "../transaction";
import { changesBetween } from "./changes";
import { positionsAsOf } from "./positions";
import { programmeStructure } from "./structure";

export interface DifferenceQuestion {
  readonly programmeId: string;
  readonly validOn: string;
  /** Two instants of knowing, the earlier first. */
  readonly from: string;
  readonly until: string;
}

export interface LoadedDifference {
  /** Nodes of which a figure moved. */
  readonly rows: readonly BetweenRow[];
  /** Entries that were recorded in between and are about later days: they are in no figure of the valid-on date. */
  readonly later: bigint;
  readonly changes: readonly Change[];
}

/** What the figures of one date became between two moments of knowing, and what else came to be known. */
export async function loadDifference(
  tx: Tx,
  { programmeId, validOn, from, until }: DifferenceQuestion,
): Promise<LoadedDifference> {
  const cutAt = (knownAt: string) => {
    const asOf: AsOf = { validOn, knownAt };
    return readMonthCut(asking(tx), programmeId, asOf);
  };
  const [before, after] = [await cutAt(from), await cutAt(until)];
  const structure = await programmeStructure(tx, programmeId);
  const sides = {
    before: await positionsAsOf(tx, programmeId, before),
    after: await positionsAsOf(tx, programmeId, after),
  };
  const count = (cut: typeof before) => countLater(asking(tx), programmeId, cut);
  return {
    rows: movedBetween(structure, sides),
    later: (await count(after)) - (await count(before)),
    changes: await changesBetween(tx, { programmeId, from, until }),
  };
}
