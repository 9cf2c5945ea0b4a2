import type { StoredEntry } from "../ledger/entry-content";

/** The fields of an entry in the order of its cells; behind them those of its postings, one posting after the other. */
export const ENTRY_FIELDS = [
  "seq",
  "programmeId",
  "kind",
  "effectiveOn",
  "recordedAt",
  "recordedBy",
  "streamId",
  "municipalityId",
  "allocationId",
  "proposalId",
  "reportId",
  "correctsSeq",
  "decisionNumber",
  "decisionOn",
  "legalSource",
  "reason",
  "postingCount",
  "debitCents",
  "prevHash",
  "hash",
] as const satisfies readonly (keyof StoredEntry)[];
export const POSTING_FIELDS = ["line", "accountKey", "municipalityId", "amountCents"] as const;

/** Absent is told apart from empty. */
const cell = (value: string | null | undefined) => (value == null ? "-" : `+${value}`);

/** An entry as a row that can be marked; its key is its number. */
export const entryCells = (entry: StoredEntry): string[] => [
  entry.seq,
  ...ENTRY_FIELDS.slice(1).map((name) => cell(entry[name as Exclude<(typeof ENTRY_FIELDS)[number], "seq">])),
  ...entry.postings.flatMap((posting) => POSTING_FIELDS.map((name) => cell(posting[name]))),
];

/** "amountCents" and the posting's number for a cell behind the fields of the entry. */
export function entryColumn(index: number): { readonly field: string; readonly posting: number | null } {
  const own = ENTRY_FIELDS[index];
  if (own !== undefined) return { field: own, posting: null };
  const behind = index - ENTRY_FIELDS.length;
  return {
    field: POSTING_FIELDS[behind % POSTING_FIELDS.length] ?? "",
    posting: Math.floor(behind / POSTING_FIELDS.length) + 1,
  };
}

/** One line of the file with entries: an entry, and behind it its audit path where the entries are not the whole journal. */
export interface EntryLine {
  readonly entry: StoredEntry;
  readonly path?: readonly string[];
}

export const entryLine = (line: EntryLine): string => `${JSON.stringify(line)}\n`;

const HASH = /^[0-9a-f]{64}$/;
/** As it came from outside: any of it may be something else. */
interface Unread {
  readonly entry?: { readonly seq?: unknown; readonly hash?: unknown; readonly postings?: unknown } | null;
  readonly path?: unknown;
}

/** Null for a line that is no entry. */
export function readEntryLine(text: string): EntryLine | null {
  const { entry, path } = parsed(text) ?? {};
  if (typeof entry !== "object" || entry === null || !Array.isArray(entry.postings)) return null;
  if (!/^\d{1,18}$/.test(String(entry.seq)) || !HASH.test(String(entry.hash))) return null;
  const amounts = (entry.postings as ({ amountCents?: unknown } | null)[]).map((one) => one?.amountCents);
  if (!amounts.every((cents) => /^-?\d{1,19}$/.test(String(cents)))) return null;
  if (path === undefined) return { entry: entry as StoredEntry };
  return isPath(path) ? { entry: entry as StoredEntry, path } : null;
}

const isPath = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string" && HASH.test(one));

function parsed(text: string): Unread | null {
  try {
    return JSON.parse(text) as Unread | null;
  } catch {
    return null;
  }
}
