/** One look at the page of one's own municipality. */
export interface MunicipalityVisit {
  /** The moment of which the page shows what happened. */
  readonly at: Date;
  /** When this person last looked in the visit before; null at the first. */
  readonly since: Date | null;
}

/** How many changes are shown anyway, and how many at most. */
const SHOWN = 12;
export const MOST_CHANGES = 50;

interface Happened {
  readonly at: Date;
  /** Whether this reader did it: that is no news. */
  readonly own: boolean;
}

export const isNew = ({ at, own }: Happened, since: Date | null): boolean =>
  since !== null && at > since && !own;

/** Of the newest changes, one more than are shown at most: everything that is new, and else the last few. */
export function sinceVisit<T extends Happened>(
  newest: readonly T[],
  since: Date | null,
): { readonly changes: readonly T[]; readonly fresh: number } {
  const fresh = newest.filter((change) => isNew(change, since)).length;
  const upToNew = newest.findLastIndex((change) => isNew(change, since)) + 1;
  return { changes: newest.slice(0, Math.min(MOST_CHANGES, Math.max(SHOWN, upToNew))), fresh };
}
