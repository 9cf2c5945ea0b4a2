import type { CheckedEntry, Problem } from "@/lib/domain/ledger/verify";
import type { AccountSum } from "@/lib/domain/ledger/verify-accounts";
import { MonthSums } from "@/lib/domain/ledger/verify-months";
import { keptMonths, readMonth } from "./read-months";
import type { Snapshot } from "./snapshot";

/** Holds the kept months against the entries while these pass by in the order of the chain. */
export class MonthVerifier {
  readonly #snapshot: Snapshot;
  readonly #programmeId: string;
  readonly #problems: Problem[] = [];
  readonly #seen = new Set<string>();
  /** What accounts come to in the months that are over. */
  readonly accounts = new Map<string, AccountSum>();
  #sums: MonthSums | null = null;
  #over: MonthSums[] = [];

  constructor(snapshot: Snapshot, programmeId: string) {
    this.#snapshot = snapshot;
    this.#programmeId = programmeId;
  }

  add(entry: CheckedEntry): void {
    if (!this.#sums?.holds(entry)) {
      if (this.#sums !== null) this.#over.push(this.#sums);
      this.#sums = new MonthSums(entry.recordedMonth);
    }
    this.#sums.add(entry);
  }

  /** Holds the months that are over against what is kept; the snapshot must be free. */
  async settle(): Promise<void> {
    for (const sums of this.#over) await this.#close(sums);
    this.#over = [];
  }

  /** After the last entry: what is kept of months in which nothing was recorded is wrong too. */
  async finish(): Promise<readonly Problem[]> {
    await this.settle();
    if (this.#sums !== null) await this.#close(this.#sums);
    for (const month of await keptMonths(this.#snapshot, this.#programmeId))
      if (!this.#seen.has(month)) await this.#close(new MonthSums(month));
    return this.#problems;
  }

  async #close(sums: MonthSums): Promise<void> {
    this.#seen.add(sums.recordedMonth);
    sums.addTo(this.accounts);
    const cells = await readMonth(this.#snapshot, this.#programmeId, sums.recordedMonth);
    this.#problems.push(...sums.problems(cells));
  }
}
