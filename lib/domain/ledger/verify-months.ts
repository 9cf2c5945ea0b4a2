import type { CheckedEntry, CheckedPosting, Problem } from "./verify";
import type { AccountSum } from "./verify-accounts";

/** What one account was moved by in a month of recording, about one month, by one kind of entry; everything as text. */
export interface StoredCell {
  readonly accountId: string;
  /** yyyy-mm-dd, the first day of the month. */
  readonly effectiveMonth: string;
  readonly recordedMonth: string;
  readonly kind: string;
  readonly municipalityId: string | null;
  readonly amountCents: string;
  readonly postingCount: string;
  readonly entryCount: string;
}

interface Sum extends AccountSum {
  readonly municipalityId: string | null;
  readonly firstSeq: bigint;
  entries: number;
}

/**
 * Adds the entries of one month of recording up to its cells. Entries pass by in the order of the chain, so that a month
 * is whole when the next one begins, and no more is in memory than the months of one batch.
 */
export class MonthSums {
  readonly recordedMonth: string;
  /** By month of the fact, kind and account. */
  readonly #sums = new Map<string, Map<string, Map<string, Sum>>>();

  /** @param recordedMonth yyyy-mm-dd, the first day of the month. */
  constructor(recordedMonth: string) {
    this.recordedMonth = recordedMonth;
  }

  holds = ({ recordedMonth }: Pick<CheckedEntry, "recordedMonth">) => recordedMonth === this.recordedMonth;

  add({ seq, kind, effectiveMonth, postings }: CheckedEntry): void {
    const sums = inner(inner(this.#sums, effectiveMonth), kind);
    for (let index = 0; index < postings.length; index += 1) {
      const posting = postings[index] as CheckedPosting;
      let sum = sums.get(posting.account.id);
      if (sum === undefined) {
        const { municipalityId } = posting;
        sum = { municipalityId, firstSeq: seq, cents: 0n, postings: 0, entries: 0 };
        sums.set(posting.account.id, sum);
      }
      sum.cents += posting.amountCents;
      sum.postings += 1;
      if (posting.line === 1) sum.entries += 1;
    }
  }

  /** Adds this month to what accounts come to in all months. */
  addTo(accounts: Map<string, AccountSum>): void {
    for (const [{ accountId }, { cents, postings, firstSeq }] of this.#cells()) {
      const sum = accounts.get(accountId);
      if (sum === undefined) accounts.set(accountId, { cents, postings, firstSeq });
      else {
        sum.cents += cents;
        sum.postings += postings;
        if (firstSeq < sum.firstSeq) sum.firstSeq = firstSeq;
      }
    }
  }

  /** The kept cells of this month that are not what its entries come to, and those that are missing. */
  problems(cells: readonly StoredCell[]): Problem[] {
    const left = new Map([...this.#cells()].map((cell) => [nameOf(cell[0]), cell]));
    const found = cells.flatMap((cell): Problem[] => {
      const [, sum] = left.get(nameOf(cell)) ?? [];
      left.delete(nameOf(cell));
      if (sum === undefined) return [problem(cell, null, "is kept and no entry makes it")];
      const wrong = differenceOf(cell, sum);
      return wrong === null ? [] : [problem(cell, sum.firstSeq, wrong)];
    });
    return [
      ...found,
      ...[...left.values()].map(([place, { firstSeq }]) => problem(place, firstSeq, "is missing")),
    ];
  }

  *#cells(): Generator<[CellPlace, Sum]> {
    const { recordedMonth } = this;
    for (const [effectiveMonth, kinds] of this.#sums)
      for (const [kind, sums] of kinds)
        for (const [accountId, sum] of sums) yield [{ accountId, effectiveMonth, recordedMonth, kind }, sum];
  }
}

function inner<T>(outer: Map<string, Map<string, T>>, key: string): Map<string, T> {
  let found = outer.get(key);
  if (found === undefined) outer.set(key, (found = new Map()));
  return found;
}

const nameOf = ({ accountId, effectiveMonth, kind }: CellPlace) => `${accountId}|${effectiveMonth}|${kind}`;

function differenceOf(cell: StoredCell, sum: Sum): string | null {
  if (cell.amountCents !== String(sum.cents))
    return `says ${cell.amountCents} cents, its entries come to ${sum.cents}`;
  if (cell.postingCount !== String(sum.postings))
    return `counts ${cell.postingCount} postings, there are ${sum.postings}`;
  if (cell.entryCount !== String(sum.entries))
    return `counts ${cell.entryCount} entries, there are ${sum.entries}`;
  return cell.municipalityId === sum.municipalityId ? null : "belongs to another municipality";
}

type CellPlace = Pick<StoredCell, "accountId" | "effectiveMonth" | "recordedMonth" | "kind">;

const problem = (
  { accountId, effectiveMonth, recordedMonth, kind }: CellPlace,
  seq: bigint | null,
  detail: string,
): Problem => ({
  code: "month",
  seq,
  detail: `account ${accountId}, ${kind} of ${effectiveMonth.slice(0, 7)} recorded in ${recordedMonth.slice(0, 7)}, ${detail}`,
});
