import type { SignedCheckpoint } from "@/lib/domain/ledger/checkpoint";
import { entryContent, type StoredEntry } from "@/lib/domain/ledger/entry-content";
import { isIncluded } from "@/lib/domain/ledger/inclusion";
import { MerkleAccumulator } from "@/lib/domain/ledger/merkle";
import { rootsOfConsistency } from "@/lib/domain/ledger/merkle-proofs";
import { type EntryLine, entryCells, entryColumn, readEntryLine } from "@/lib/domain/proof/entry-cells";
import type { JournalRecord, Manifest } from "@/lib/domain/proof/manifest";
import { measuresOf } from "@/lib/domain/proof/measures";
import { type RowMark, rowMark } from "@/lib/domain/proof/row-marks";
import { readMarks, rowFinding } from "./check-table";
import { compareRows } from "./compare-rows";
import type { FindingCode, Report } from "./finding";
import { type Files, linesOf, type Platform } from "./platform";
import { decimals } from "./read-table";

const ZERO = "0".repeat(64);

interface JournalAsked {
  readonly manifest: Manifest;
  readonly record: JournalRecord;
  readonly checkpoint: SignedCheckpoint | null;
  readonly report: Report;
  readonly platform: Platform;
}

/** Goes through the entries as they lie in the file: content, chain or audit path, dates and totals. */
class Journal {
  readonly marks: RowMark[] = [];
  readonly totals = new Map<string, bigint>();
  readonly #asked: JournalAsked;
  readonly #tree: MerkleAccumulator;
  count = 0;
  covered = 0;
  /** Of the tree at the size of the checkpoint. */
  rootThen: string | null = null;
  #lastHash = ZERO;
  #lastSeq = 0n;
  #lastAt = "";

  constructor(asked: JournalAsked) {
    this.#asked = asked;
    this.#tree = new MerkleAccumulator(asked.platform.digests.sha256);
  }

  /** Of the tree of all entries that there are. */
  get root(): Uint8Array {
    return this.#tree.root();
  }

  add({ entry, path }: EntryLine): void {
    const { manifest, record, report } = this.#asked;
    const { digests } = this.#asked.platform;
    const seq = BigInt(entry.seq);
    const says: Says = (code, facts = {}) =>
      report.says(code, { file: record.path, row: this.count + 1, entry: entry.seq, facts });
    this.marks.push(rowMark(digests, entryCells(entry)));
    if (digests.sha256Hex(entryContent(entry)) !== entry.hash) says("entry_hash");
    if (entry.programmeId !== manifest.programme.id) says("entry_programme");
    if (entry.recordedAt > manifest.knownAt) says("entry_later", { at: entry.recordedAt });
    if (manifest.validOn !== null && entry.effectiveOn > manifest.validOn)
      says("entry_effective_later", { on: entry.effectiveOn });
    if (!isBalanced(entry)) says("entry_unbalanced");
    if (seq <= this.#lastSeq) says("entry_order", { before: this.#lastSeq.toString() });
    else if (entry.recordedAt <= this.#lastAt) says("entry_order", { before: this.#lastSeq.toString() });
    if (record.whole) this.#chain(entry, seq, says);
    else this.#included(entry, seq, path, says);
    for (const [measure, cents] of measuresOf(entry))
      this.totals.set(measure, (this.totals.get(measure) ?? 0n) + cents);
    this.count += 1;
    [this.#lastHash, this.#lastSeq, this.#lastAt] = [entry.hash, seq, entry.recordedAt];
  }

  #chain(entry: StoredEntry, seq: bigint, says: Says): void {
    const { checkpoint } = this.#asked;
    const { digests } = this.#asked.platform;
    const next = this.#lastSeq + 1n;
    if (seq > next) says("entry_gap", { from: next.toString(), to: (seq - 1n).toString() });
    else if (seq === next && entry.prevHash !== this.#lastHash) says("entry_chain");
    this.#tree.add(digests.fromHex(entry.hash));
    if (checkpoint !== null && this.#tree.size <= checkpoint.size) this.covered += 1;
    if (this.#tree.size === checkpoint?.size) this.rootThen = digests.toHex(this.#tree.root());
  }

  #included(entry: StoredEntry, seq: bigint, path: readonly string[] | undefined, says: Says): void {
    const { checkpoint, platform } = this.#asked;
    if (checkpoint === null || seq > checkpoint.size) return;
    this.covered += 1;
    if (path === undefined) says("entry_without_proof");
    else if (!isIncluded(platform.digests, { entry, path, checkpoint })) says("entry_not_included");
  }
}

type Says = (code: FindingCode, facts?: Record<string, string>) => void;

function isBalanced({ postings, postingCount, debitCents }: StoredEntry): boolean {
  const books = new Map<string, bigint>();
  let debit = 0n;
  for (const { accountKey, amountCents } of postings) {
    const cents = BigInt(amountCents);
    const book = accountKey.split("|", 1)[0] ?? "";
    books.set(book, (books.get(book) ?? 0n) + cents);
    if (cents > 0n) debit += cents;
  }
  const zero = [...books.values()].every((sum) => sum === 0n);
  return zero && String(postings.length) === postingCount && debit.toString() === debitCents;
}

/** Holds the entries against their own hashes, each other, the checkpoint, the dates and the totals of the manifest. */
export async function checkJournal(
  files: Files,
  altered: ReadonlySet<string>,
  asked: JournalAsked,
): Promise<void> {
  const { record, report, checkpoint } = asked;
  const file = record.path;
  const bytes = await files.read(file);
  if (bytes === null) return;
  const before = report.findings.length;
  const journal = new Journal(asked);
  let line = 0;
  for (const text of linesOf(bytes)) {
    line += 1;
    const read = readEntryLine(text);
    if (read === null) report.says("entry_unreadable", { file, row: line });
    else journal.add(read);
  }
  const marks = await readMarks(files, record.marks, altered);
  if (marks === null) report.says("marks_unusable", { file });
  else
    for (const difference of compareRows(marks, journal.marks))
      report.findings.push(rowFinding(file, difference, columnName, "entry", null));
  if (journal.count !== record.entries)
    report.says("entries_counted", {
      file,
      facts: { is: String(journal.count), was: String(record.entries) },
    });
  checkTotals(journal, record, report);
  if (record.whole && checkpoint !== null) checkTree(journal, checkpoint, asked);
  if (altered.has(file) && report.findings.length === before) report.says("bytes_only", { file });
  if (report.findings.length === before)
    report.knows("entries_checked", { entries: String(journal.count), covered: String(journal.covered) });
  if (journal.count > journal.covered)
    report.knows("not_covered", { count: String(journal.count - journal.covered) });
}

function columnName(cell: number): string {
  const { field, posting } = entryColumn(cell);
  return posting === null ? field : `${field}#${posting}`;
}

function checkTotals(journal: Journal, { path: file, totals }: JournalRecord, report: Report): void {
  for (const measure of new Set([...Object.keys(totals), ...journal.totals.keys()])) {
    const [was, is] = [BigInt(totals[measure] ?? "0"), journal.totals.get(measure) ?? 0n];
    if (was !== is)
      report.says("total_differs", { file, facts: { measure, is: decimals(is), was: decimals(was) } });
  }
}

/** The tree of all entries must have the root that was signed, or be where a later signed tree goes on from. */
function checkTree(
  journal: Journal,
  { size, root }: SignedCheckpoint,
  { record: { path: file, entries, grown }, report, platform: { digests } }: JournalAsked,
): void {
  if (journal.count < entries && BigInt(journal.count) < size)
    report.says("checkpoint_short", { file, facts: { is: String(journal.count), was: size.toString() } });
  const facts = { size: size.toString() };
  if (BigInt(journal.count) >= size) {
    if (journal.rootThen !== root) report.says("checkpoint_root", { file, facts });
    return;
  }
  const own = journal.root;
  const found = rootsOfConsistency(
    digests.sha256,
    { first: BigInt(journal.count), second: size, root: own },
    (grown ?? []).map(digests.fromHex),
  );
  const goesOn =
    found !== null &&
    digests.toHex(found.first) === digests.toHex(own) &&
    digests.toHex(found.second) === root;
  if (!goesOn) report.says("checkpoint_root", { file, facts });
}
