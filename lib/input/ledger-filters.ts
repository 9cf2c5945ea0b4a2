import { ENTRY_KINDS, type EntryFilter } from "@/lib/domain/ledger/entry-filter";
import { type Asked, type AskedDates, one, readAsOf } from "./as-of";

export interface LedgerAsked extends AskedDates {
  readonly filter: EntryFilter;
  readonly page: number;
  /** Whether something in the address could not be used. */
  readonly unread: boolean;
}

const CODE = /^[\p{L}\p{N}_-]{1,60}$/u;

/** Which entries the address asks for. */
export function readLedgerAsked(asked: Asked, now: Date): LedgerAsked {
  const [stream, municipality, kind, year, page] = [
    one(asked.geldstroom),
    one(asked.gemeente),
    one(asked.soort),
    one(asked.jaar),
    one(asked.pagina),
  ];
  const known = ENTRY_KINDS.find((each) => each === kind) ?? null;
  const readable = {
    stream: stream === "" || CODE.test(stream),
    municipality: municipality === "" || CODE.test(municipality),
    kind: kind === "" || known !== null,
    year: year === "" || /^(?:19|20)\d{2}$/.test(year),
    page: page === "" || /^[1-9]\d{0,6}$/.test(page),
  };
  return {
    ...readAsOf(asked, now),
    filter: {
      stream: readable.stream && stream !== "" ? stream : null,
      municipality: readable.municipality && municipality !== "" ? municipality : null,
      kind: known,
      year: readable.year && year !== "" ? Number(year) : null,
      text: one(asked.zoek).replaceAll("\u0000", "").trim(),
    },
    page: readable.page && page !== "" ? Number(page) : 1,
    unread: Object.values(readable).includes(false),
  };
}
