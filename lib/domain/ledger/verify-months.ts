import type { CheckedEntry, Problem } from "./verify";

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

interface Sum {
  readonly municipalityId: string | null;
  readonly firstSeq: bigint;
  amount: bigint;
  postings: bigint;
  entries: bigint;
}

const monthOf = (date: string) => `${date.slice(0, 7)}-01`;

/**
 * Adds the entries of one month of recording up to its cells. Entries pass by in the order of the chain, so that a month
 * is whole when the next one begins, and no more is in memory than the months of one batch.
 */
export class MonthSums {
  readonly recordedMonth: string;
  readonly #sums = new Map<string, Sum>();

  constructor(recordedAt: string) {
    this.recordedMonth = monthOf(recordedAt);
  }

  holds = ({ recordedAt }: Pick<CheckedEntry, "recordedAt">) => monthOf(recordedAt) === this.recordedMonth;

  add({ seq, kind, effectiveOn, postings }: CheckedEntry): void {
    const rest = `|${monthOf(effectiveOn)}|${kind}`;
    for (const { accountId, municipalityId, amountCents, line } of postings) {
      const key = accountId + rest;
      let sum = this.#sums.get(key);
      if (sum === undefined) {
        sum = { municipalityId, firstSeq: BigInt(seq), amount: 0n, postings: 0n, entries: 0n };
        this.#sums.set(key, sum);
      }
      sum.amount += BigInt(amountCents);
      sum.postings += 1n;
      if (line === "1") sum.entries += 1n;
    }
  }

  /** The kept cells of this month that are not what its entries come to, and those that are missing. */
  problems(cells: readonly StoredCell[]): Problem[] {
    const left = new Map(this.#sums);
    const found = cells.flatMap((cell): Problem[] => {
      const key = `${cell.accountId}|${cell.effectiveMonth}|${cell.kind}`;
      const sum = left.get(key);
      left.delete(key);
      if (sum === undefined) return [problem(cell, null, "is kept and no entry makes it")];
      const wrong = differenceOf(cell, sum);
      return wrong === null ? [] : [problem(cell, sum.firstSeq, wrong)];
    });
    const missing = [...left].map(([key, { firstSeq }]) => {
      const [accountId = "", effectiveMonth = "", kind = ""] = key.split("|");
      const { recordedMonth } = this;
      return problem({ accountId, effectiveMonth, kind, recordedMonth }, firstSeq, "is missing");
    });
    return [...found, ...missing];
  }
}

function differenceOf(cell: StoredCell, sum: Sum): string | null {
  if (cell.amountCents !== String(sum.amount))
    return `says ${cell.amountCents} cents, its entries come to ${sum.amount}`;
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
