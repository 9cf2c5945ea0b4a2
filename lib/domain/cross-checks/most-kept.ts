/** At most so many findings of one rule are kept whole; how many there are is always said. */
export const MOST_KEPT = 500;

/** At most so many rows that break one promise of the ledger are compared with the run before. */
export const MOST_COMPARED = 20_000;
