interface Ended {
  readonly endsOn: string;
  readonly periods: number;
}

/**
 * The accepted report that counts, whatever their order: earlier ones are replaced by it, and never added to it. Of two
 * periods with the same end the longer one has the last word: a whole year takes its last quarter in.
 */
export const latestReport = <T extends Ended>(
  accepted: readonly T[],
  idOf: (report: T) => string | null,
): T | undefined =>
  accepted
    .toSorted(
      (a, b) => inOrder(a.endsOn, b.endsOn) || b.periods - a.periods || inOrder(idOf(a) ?? "", idOf(b) ?? ""),
    )
    .at(-1);

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
