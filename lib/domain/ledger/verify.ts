import { MerkleAccumulator, type MerkleNode, type Sha256 } from "./merkle";
import { instantText } from "./stored-days";

export type ProblemCode =
  | "gap"
  | "prev_hash"
  | "hash"
  | "totals"
  | "book"
  | "recorded_at"
  | "account_missing"
  | "account_key"
  | "balance"
  | "month"
  | "head"
  | "late_posting"
  | "tree"
  | "checkpoint_ahead"
  | "checkpoint_root"
  | "checkpoint_signature"
  | "checkpoint_key"
  | "checkpoint_file";

/** Something that cannot be true of a journal nobody touched, with the first entry that it shows. */
export interface Problem {
  readonly code: ProblemCode;
  /** Null when no entry can be named. */
  readonly seq: bigint | null;
  readonly detail: string;
}

/** What a posting stands on; `key` is empty when the programme has no such account. */
export interface CheckedAccount {
  readonly id: string;
  readonly key: string;
  readonly book: string;
}

export interface CheckedPosting {
  readonly line: number;
  readonly account: CheckedAccount;
  readonly municipalityId: string | null;
  readonly amountCents: bigint;
}

/** An entry as its columns are stored, with what its hash has to cover. */
export interface CheckedEntry {
  readonly seq: bigint;
  readonly kind: string;
  /** yyyy-mm-dd, the first day of the month. */
  readonly effectiveMonth: string;
  readonly recordedMonth: string;
  /** Microseconds since 1970 in UTC. */
  readonly recordedAt: bigint;
  readonly postingCount: number | null;
  readonly debitCents: bigint | null;
  readonly prevHash: Uint8Array;
  readonly hash: Uint8Array;
  /** What `entryContent` makes, as UTF-8; only until the next entry. */
  readonly content: Uint8Array;
  readonly postings: readonly CheckedPosting[];
}

/** What the machine does faster than this code could: handed in, because the domain knows no packages. */
export interface Digests {
  readonly sha256: Sha256;
  /** Of the UTF-8 form of a text, as hexadecimal text. */
  readonly sha256Hex: (text: string) => string;
  readonly toHex: (bytes: Uint8Array) => string;
  readonly fromHex: (text: string) => Uint8Array;
}

const isSame = (one: Uint8Array, other: Uint8Array) => {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
};

/**
 * Checks a programme's journal while its entries pass by in order of their number, without trusting anything the
 * database computed. Goes on from the hash as it is stored, so that each bad entry is named and not all after it.
 */
export class ChainVerifier {
  readonly problems: Problem[] = [];
  readonly roots = new Map<bigint, string>();
  /** Of the Merkle tree: the subtrees that are kept for proofs. */
  readonly nodes: MerkleNode[] = [];
  readonly #digests: Digests;
  readonly #sizes: ReadonlySet<bigint>;
  readonly #tree: MerkleAccumulator;
  size = 0n;
  postings = 0;
  #lastHash: Uint8Array = new Uint8Array(32);
  #lastAt: bigint | null = null;

  /** `sizes` are the checkpoints' sizes: the root at each of them is kept. */
  constructor(digests: Digests, sizes: Iterable<bigint> = []) {
    this.#digests = digests;
    this.#sizes = new Set(sizes);
    this.#tree = new MerkleAccumulator(digests.sha256, (node) => this.nodes.push(node));
  }

  /** The hash of the last entry in hexadecimal; zeros when there is none. */
  get lastHash(): string {
    return this.#digests.toHex(this.#lastHash);
  }

  /** When the last entry was recorded, as the hash covers it; empty when there is none. */
  get lastAt(): string {
    return this.#lastAt === null ? "" : instantText(this.#lastAt);
  }

  add(entry: CheckedEntry): void {
    const { seq, hash, recordedAt } = entry;
    const expected = this.size + 1n;
    if (seq !== expected)
      this.#say("gap", seq < expected ? seq : expected, `entry ${expected} is expected and ${seq} is found`);
    if (!isSame(entry.prevHash, this.#lastHash))
      this.#say("prev_hash", seq, "does not hold the hash of the entry before it");
    if (this.#lastAt !== null && recordedAt <= this.#lastAt)
      this.#say("recorded_at", seq, `was not recorded after the entry before it (${this.lastAt})`);
    const { sha256, toHex } = this.#digests;
    const made = sha256(entry.content);
    if (!isSame(made, hash))
      this.#say("hash", seq, `content has hash ${toHex(made)}, stored is ${toHex(hash)}`);
    this.#checkTotals(entry);
    this.postings += entry.postings.length;
    this.size = seq;
    this.#lastHash = hash;
    this.#lastAt = recordedAt;
    this.#tree.add(hash);
    if (this.#sizes.has(seq)) this.roots.set(seq, this.root());
  }

  root(): string {
    return this.#digests.toHex(this.#tree.root());
  }

  /** The control totals, the zero of each book, and that each posting has its account and place. */
  #checkTotals({ seq, postings, postingCount, debitCents }: CheckedEntry): void {
    const books: { readonly book: string; cents: bigint }[] = [];
    let debit = 0n;
    for (let index = 0; index < postings.length; index += 1) {
      const { line, account, amountCents } = postings[index] as CheckedPosting;
      if (amountCents > 0n) debit += amountCents;
      if (line !== index + 1) this.#say("totals", seq, `posting ${index + 1} has line ${line}`);
      if (account.key === "") this.#say("account_missing", seq, `posting ${line} has no account`);
      let at = 0;
      while (at < books.length && books[at]?.book !== account.book) at += 1;
      const same = books[at];
      if (same === undefined) books.push({ book: account.book, cents: amountCents });
      else same.cents += amountCents;
    }
    if (postings.length !== postingCount)
      this.#say("totals", seq, `has ${postings.length} postings and says ${postingCount}`);
    if (debit !== debitCents) this.#say("totals", seq, `has ${debit} cents debit and says ${debitCents}`);
    for (const { book, cents } of books)
      if (cents !== 0n) this.#say("book", seq, `book ${book} comes to ${cents} cents`);
  }

  #say(code: ProblemCode, seq: bigint, detail: string): void {
    this.problems.push({ code, seq, detail });
  }
}
