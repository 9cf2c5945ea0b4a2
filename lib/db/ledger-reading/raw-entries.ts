import { ContentWriter } from "@/lib/domain/ledger/content-writer";
import { StoredDays, splitInstant } from "@/lib/domain/ledger/stored-days";
import type { CheckedAccount, CheckedEntry, CheckedPosting } from "@/lib/domain/ledger/verify";
import { Prisma } from "../generated/client";
import { ABSENT, type Tuple } from "./copied-tuples";
import type { RawAccounts } from "./raw-accounts";

/** The columns of an entry that its hash covers, in the order of the content, and how they are stored. */
const COVERED = {
  seq: "int8",
  kind: "text",
  effective_on: "date",
  recorded_at: "instant",
  recorded_by: "uuid",
  stream_id: "uuid",
  municipality_id: "uuid",
  allocation_id: "uuid",
  proposal_id: "uuid",
  report_id: "uuid",
  corrects_seq: "int8",
  decision_number: "text",
  decision_on: "date",
  legal_source: "text",
  reason: "text",
  posting_count: "int4",
  debit_cents: "int8",
  prev_hash: "bytes",
} as const;
const STORED = Object.values(COVERED);
type Stored = (typeof STORED)[number];
const COLUMNS = [...Object.keys(COVERED), "hash", "lines", "accounts", "municipalities", "amounts"];
export const RAW_COLUMNS = COLUMNS.length;

/**
 * The entries between two places in the chain as their columns are stored, each with its postings: to make text of numbers,
 * instants and hashes, as other readers ask for, takes PostgreSQL longer than checking the journal takes in all.
 */
export function rawEntries(programmeId: string, from: bigint, to: bigint): Prisma.Sql {
  const [first, last] = [from.toString(), to.toString()];
  return Prisma.sql`
    SELECT ${Prisma.raw(COLUMNS.join(", "))}
      FROM entry LEFT JOIN (
        SELECT entry_seq, array_agg(line ORDER BY line) AS lines, array_agg(account_id ORDER BY line) AS accounts,
          array_agg(municipality_id ORDER BY line) AS municipalities, array_agg(amount_cents ORDER BY line) AS amounts
          FROM posting
         WHERE programme_id = ${programmeId}::uuid AND entry_seq BETWEEN ${first}::bigint AND ${last}::bigint
         GROUP BY entry_seq) own ON entry_seq = seq
     WHERE programme_id = ${programmeId}::uuid AND seq BETWEEN ${first}::bigint AND ${last}::bigint ORDER BY seq`;
}

const placeOf = (column: string) => COLUMNS.indexOf(column);
const SEQ = placeOf("seq");
const KIND = placeOf("kind");
const EFFECTIVE = placeOf("effective_on");
const RECORDED = placeOf("recorded_at");
const COUNT = placeOf("posting_count");
const DEBIT = placeOf("debit_cents");
const PREVIOUS = placeOf("prev_hash");
const HASH = placeOf("hash");
const LINES = placeOf("lines");
const ACCOUNTS = placeOf("accounts");
const MUNICIPALITIES = placeOf("municipalities");
const AMOUNTS = placeOf("amounts");

/** PostgreSQL counts from 2000: in days, and in microseconds. */
const EPOCH_DAYS = 10_957;
const EPOCH = 946_684_800_000_000n;

/** Of an array: where it says whether there are nulls and how many elements, and where the first stands after its length. */
const [NULLS, LENGTH, FIRST] = [4, 12, 24] as const;

/** Makes entries of the rows of `rawEntries`. */
export class RawEntries {
  readonly #accounts: RawAccounts;
  readonly #days = new StoredDays();
  readonly #content = new ContentWriter();
  readonly #begin: Uint8Array;

  constructor(programmeId: string, accounts: RawAccounts) {
    this.#accounts = accounts;
    this.#begin = Buffer.from(`19:geldstroom-entry-v1,36:${programmeId},`);
  }

  /** The entry, whose content lasts until the next one. @throws Error when it has no date or no time. */
  of(tuple: Tuple): CheckedEntry {
    const { bytes, view, at, size } = tuple;
    const seq = view.getBigInt64(at[SEQ] as number);
    if (size[EFFECTIVE] === ABSENT || size[RECORDED] === ABSENT)
      throw new Error(`entry ${seq} has no date or no time`);
    this.#content.clear();
    this.#content.copy(this.#begin);
    for (let column = 0; column < STORED.length; column += 1) this.#write(tuple, column);
    const recordedAt = view.getBigInt64(at[RECORDED] as number) + EPOCH;
    const kind = at[KIND] as number;
    return {
      seq,
      kind: bytes.toString("latin1", kind, kind + (size[KIND] as number)),
      effectiveMonth: this.#days.at(view.getInt32(at[EFFECTIVE] as number) + EPOCH_DAYS).month,
      recordedMonth: this.#days.at(splitInstant(recordedAt).days).month,
      recordedAt,
      postingCount: size[COUNT] === ABSENT ? null : view.getInt32(at[COUNT] as number),
      debitCents: size[DEBIT] === ABSENT ? null : view.getBigInt64(at[DEBIT] as number),
      prevHash: bytesOf(tuple, PREVIOUS),
      hash: bytesOf(tuple, HASH),
      postings: size[LINES] === ABSENT ? [] : this.#postings(tuple, seq),
      content: this.#content.content(),
    };
  }

  #write({ bytes, view, at, size }: Tuple, column: number): void {
    const content = this.#content;
    const place = at[column] as number;
    const length = size[column] as number;
    if (length === ABSENT) {
      content.absent();
      return;
    }
    switch (STORED[column] as Stored) {
      case "int8":
        content.integer(view.getBigInt64(place));
        break;
      case "int4":
        content.count(view.getInt32(place));
        break;
      case "text":
        content.text(bytes, place, length);
        break;
      case "date":
        content.day(this.#days.at(view.getInt32(place) + EPOCH_DAYS));
        break;
      case "instant": {
        const { days, rest } = splitInstant(view.getBigInt64(place) + EPOCH);
        content.instant(this.#days.at(days), rest);
        break;
      }
      case "uuid":
        content.uuid(bytes, place);
        break;
      case "bytes":
        content.hex(bytes, place, length);
    }
  }

  #postings({ bytes, view, at }: Tuple, seq: bigint): CheckedPosting[] {
    const lines = at[LINES] as number;
    const accounts = at[ACCOUNTS] as number;
    const amounts = at[AMOUNTS] as number;
    if (view.getInt32(lines + NULLS) + view.getInt32(accounts + NULLS) + view.getInt32(amounts + NULLS) > 0)
      throw new Error(`entry ${seq} has a posting without line, account or amount`);
    const count = view.getInt32(lines + LENGTH);
    const found: CheckedPosting[] = [];
    let municipality = (at[MUNICIPALITIES] as number) + FIRST;
    for (let index = 0; index < count; index += 1) {
      const line = view.getInt32(lines + FIRST + index * 8);
      const account = this.#accounts.at(view, accounts + FIRST + index * 12);
      const amount = view.getBigInt64(amounts + FIRST + index * 12);
      const isPlaced = view.getInt32(municipality - 4) > 0;
      this.#content.count(line);
      this.#content.copy(account.field);
      if (isPlaced) this.#content.uuid(bytes, municipality);
      else this.#content.absent();
      this.#content.integer(amount);
      found.push(new RawPosting(line, account, amount, isPlaced ? bytes : null, municipality));
      municipality += isPlaced ? 20 : 4;
    }
    return found;
  }
}

const bytesOf = ({ bytes, at, size }: Tuple, column: number) => {
  const from = at[column] as number;
  return bytes.subarray(from, from + Math.max(0, size[column] as number));
};

/** A posting whose municipality becomes text only for who asks: once for all postings of an account in a month. */
class RawPosting implements CheckedPosting {
  readonly line: number;
  readonly account: CheckedAccount;
  readonly amountCents: bigint;
  readonly #bytes: Buffer | null;
  readonly #at: number;

  /** @param bytes has the municipality from `at` on; null when there is none. */
  constructor(line: number, account: CheckedAccount, amountCents: bigint, bytes: Buffer | null, at: number) {
    this.line = line;
    this.account = account;
    this.amountCents = amountCents;
    this.#bytes = bytes;
    this.#at = at;
  }

  get municipalityId(): string | null {
    const digits = this.#bytes?.toString("hex", this.#at, this.#at + 16);
    return digits?.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-") ?? null;
  }
}
