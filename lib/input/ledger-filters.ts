import { ENTRY_KINDS, type EntryFilter } from "@/lib/domain/ledger/entry-filter";
import { readInstant } from "@/lib/domain/reconciliation/as-of";
import { type Asked, type AskedDates, one, readAsOf } from "./as-of";

export interface LedgerAsked extends AskedDates {
  readonly filter: EntryFilter;
  readonly page: number;
  /** The instant after which entries were recorded, as it was typed. */
  readonly typedAfter: string;
  /** Words are searched in the entries before this one. */
  readonly before: bigint | null;
  /** Whether something in the address could not be used. */
  readonly unread: boolean;
}

const CODE = /^[\p{L}\p{N}_-]{1,60}$/u;

interface After {
  readonly value: string | null;
  readonly typed: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

function readAfter(typed: string, now: Date): After {
  if (typed === "") return { value: null, typed, errors: {} };
  const read = readInstant(typed, now);
  if (read.ok) return { value: read.value, typed, errors: {} };
  return { value: null, typed: "", errors: { na: [`reconciliation.asOf.known.${read.problem}`] } };
}

/** Which entries the address asks for. */
export function readLedgerAsked(asked: Asked, now: Date): LedgerAsked {
  const after = readAfter(one(asked.na), now);
  const [stream, municipality, kind, year, page, before] = [
    one(asked.geldstroom),
    one(asked.gemeente),
    one(asked.soort),
    one(asked.jaar),
    one(asked.pagina),
    one(asked.voor),
  ];
  const known = ENTRY_KINDS.find((each) => each === kind) ?? null;
  const readable = {
    stream: stream === "" || CODE.test(stream),
    municipality: municipality === "" || CODE.test(municipality),
    kind: kind === "" || known !== null,
    year: year === "" || /^(?:19|20)\d{2}$/.test(year),
    before: before === "" || /^[1-9]\d{0,17}$/.test(before),
    page: page === "" || /^[1-9]\d{0,6}$/.test(page),
  };
  const dates = readAsOf(asked, now);
  return {
    ...dates,
    errors: { ...dates.errors, ...after.errors },
    typedAfter: after.typed,
    filter: {
      stream: readable.stream && stream !== "" ? stream : null,
      municipality: readable.municipality && municipality !== "" ? municipality : null,
      kind: known,
      year: readable.year && year !== "" ? Number(year) : null,
      recordedAfter: after.value,
      text: one(asked.zoek).replaceAll("\u0000", "").trim(),
    },
    page: readable.page && page !== "" ? Number(page) : 1,
    before: readable.before && before !== "" ? BigInt(before) : null,
    unread: Object.values(readable).includes(false),
  };
}
