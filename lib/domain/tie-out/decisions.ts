/** What an auditor said about a row. */
export const ROW_ACTIONS = ["joined", "parted", "released"] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

/** Never taken back: a later one takes its place. */
export interface RowDecision {
  readonly row: number;
  readonly action: RowAction;
  /** Of `joined`: the unit of ours that the row belongs to. */
  readonly unit: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** What stands about each row: its last decision, unless that let it go. */
export function standing(decisions: readonly RowDecision[]): ReadonlyMap<number, RowDecision> {
  const last = new Map<number, RowDecision>();
  for (const decision of decisions) last.set(decision.row, decision);
  for (const [row, { action }] of last) if (action === "released") last.delete(row);
  return last;
}
