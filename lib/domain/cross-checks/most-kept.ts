/** At most so many findings of one rule are kept; how many there are is always said. */
export const MOST_KEPT = 500;
