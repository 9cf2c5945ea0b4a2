import { entryContent, type StoredEntry, type StoredPosting } from "./entry-content";
import { MerkleAccumulator, type MerkleNode, type Sha256 } from "./merkle";

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

export interface CheckedPosting extends StoredPosting {
  readonly accountId: string;
}
export type CheckedEntry = Omit<StoredEntry, "postings"> & { readonly postings: readonly CheckedPosting[] };

/** What the postings of one account came to while the chain passed by. */
export interface AccountSum {
  amount: bigint;
  postings: bigint;
  readonly firstSeq: bigint;
}

/** What the machine does faster than this code could: handed in, because the domain knows no packages. */
export interface Digests {
  readonly sha256: Sha256;
  /** Of the UTF-8 form of a text, as hexadecimal text. */
  readonly sha256Hex: (text: string) => string;
  readonly toHex: (bytes: Uint8Array) => string;
  readonly fromHex: (text: string) => Uint8Array;
}

const ZERO = "0".repeat(64);

/**
 * Checks a programme's journal while its entries pass by in order of their number, without trusting anything the
 * database computed. Goes on from the hash as it is stored, so that each bad entry is named and not all after it.
 */
export class ChainVerifier {
  readonly problems: Problem[] = [];
  readonly accounts = new Map<string, AccountSum>();
  readonly roots = new Map<bigint, string>();
  /** Of the Merkle tree: the subtrees that are kept for proofs. */
  readonly nodes: MerkleNode[] = [];
  readonly #digests: Digests;
  readonly #sizes: ReadonlySet<bigint>;
  readonly #tree: MerkleAccumulator;
  size = 0n;
  postings = 0n;
  lastHash = ZERO;
  lastAt = "";

  /** `sizes` are the checkpoints' sizes: the root at each of them is kept. */
  constructor(digests: Digests, sizes: Iterable<bigint> = []) {
    this.#digests = digests;
    this.#sizes = new Set(sizes);
    this.#tree = new MerkleAccumulator(digests.sha256, (node) => this.nodes.push(node));
  }

  add(entry: CheckedEntry): void {
    const seq = BigInt(entry.seq);
    const expected = this.size + 1n;
    const say = (code: ProblemCode, detail: string, at = seq) =>
      this.problems.push({ code, seq: at, detail });
    if (seq !== expected)
      say("gap", `entry ${expected} is expected and ${seq} is found`, seq < expected ? seq : expected);
    if (entry.prevHash !== this.lastHash) say("prev_hash", "does not hold the hash of the entry before it");
    if (entry.recordedAt <= this.lastAt)
      say("recorded_at", `was not recorded after the entry before it (${this.lastAt})`);
    const hash = this.#digests.sha256Hex(entryContent(entry));
    if (hash !== entry.hash) say("hash", `content has hash ${hash}, stored is ${entry.hash}`);
    for (const [code, detail] of totalsOf(entry)) say(code, detail);
    this.#count(entry, seq);
    this.size = seq;
    this.lastHash = entry.hash;
    this.lastAt = entry.recordedAt;
    this.#tree.add(this.#digests.fromHex(entry.hash));
    if (this.#sizes.has(seq)) this.roots.set(seq, this.root());
  }

  root(): string {
    return this.#digests.toHex(this.#tree.root());
  }

  #count({ postings }: CheckedEntry, seq: bigint): void {
    for (const { accountId, amountCents } of postings) {
      this.postings += 1n;
      const sum = this.accounts.get(accountId);
      if (sum === undefined)
        this.accounts.set(accountId, { amount: BigInt(amountCents), postings: 1n, firstSeq: seq });
      else {
        sum.amount += BigInt(amountCents);
        sum.postings += 1n;
      }
    }
  }
}

/** The control totals, the zero of each book, and that each posting has its account and place. */
function totalsOf({ postings, postingCount, debitCents }: CheckedEntry): [ProblemCode, string][] {
  const found: [ProblemCode, string][] = [];
  const books = new Map<string, bigint>();
  let debit = 0n;
  for (const [index, { line, accountKey, amountCents }] of postings.entries()) {
    const amount = BigInt(amountCents);
    if (amount > 0n) debit += amount;
    if (line !== String(index + 1)) found.push(["totals", `posting ${index + 1} has line ${line}`]);
    if (!accountKey) found.push(["account_missing", `posting ${line} has no account`]);
    const book = accountKey?.split("|", 1)[0] ?? "";
    books.set(book, (books.get(book) ?? 0n) + amount);
  }
  if (String(postings.length) !== postingCount)
    found.push(["totals", `has ${postings.length} postings and says ${postingCount}`]);
  if (debit.toString() !== debitCents)
    found.push(["totals", `has ${debit} cents debit and says ${debitCents}`]);
  for (const [book, sum] of books) if (sum !== 0n) found.push(["book", `book ${book} comes to ${sum} cents`]);
  return found;
}
