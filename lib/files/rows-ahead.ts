import type { Cell, Rows } from "./cell";

/** Rows in portions, and whether there are more: the sheets of a file are made one after the other from one source. */
export class RowsAhead {
  readonly #source: AsyncIterator<readonly Cell[]> | Iterator<readonly Cell[]>;
  #next: IteratorResult<readonly Cell[]> | null = null;

  constructor(rows: Rows) {
    this.#source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  }

  async more(): Promise<boolean> {
    this.#next ??= await this.#source.next();
    return this.#next.done !== true;
  }

  async *take(most: number): AsyncGenerator<readonly Cell[]> {
    for (let taken = 0; taken < most && (await this.more()); taken += 1) {
      const row = this.#next?.value as readonly Cell[];
      this.#next = null;
      yield row;
    }
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
