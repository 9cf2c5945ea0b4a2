import type { StoredEntry } from "../ledger/entry-content";

/** The accounts that entries are about, and which way they count. Ceilings, allocations and spend are never added up. */
const SIGN: Readonly<Record<string, bigint>> = {
  ceiling: -1n,
  allocated: 1n,
  spent: 1n,
  advanced: 1n,
  settled: -1n,
};

/** What an entry adds to each measure. */
export function measuresOf({ postings }: StoredEntry): [measure: string, cents: bigint][] {
  return postings.flatMap(({ accountKey, amountCents }): [string, bigint][] => {
    const kind = accountKey.split("|")[1] ?? "";
    const sign = SIGN[kind];
    return sign === undefined ? [] : [[kind, sign * BigInt(amountCents)]];
  });
}
