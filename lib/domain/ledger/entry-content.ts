/** The bytes an entry's hash covers, written a second time, independently of the SQL in the ledger migration. */

/** An entry as stored, everything as text; `recordedAt` in UTC with six decimals, hashes in hexadecimal. */
export interface StoredEntry {
  readonly programmeId: string;
  readonly seq: string;
  readonly kind: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly streamId: string;
  readonly municipalityId: string | null;
  readonly allocationId: string | null;
  readonly proposalId: string | null;
  readonly reportId: string | null;
  readonly correctsSeq: string | null;
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly legalSource: string | null;
  readonly reason: string;
  readonly postingCount: string;
  readonly debitCents: string;
  readonly prevHash: string;
  readonly hash: string;
  readonly postings: readonly StoredPosting[];
}

export interface StoredPosting {
  readonly line: string;
  readonly accountKey: string;
  readonly municipalityId: string | null;
  readonly amountCents: string;
}

const encoder = new TextEncoder();
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is one byte a character.
const ASCII = /^[\0-\x7f]*$/;
const bytesOf = (value: string) => (ASCII.test(value) ? value.length : encoder.encode(value).length);
/** A text with its length before it, so that no two lists of texts are the same bytes. */
export const net = (value: string | null) => (value === null ? "-," : `${bytesOf(value)}:${value},`);

export function entryContent(entry: StoredEntry): string {
  const fields = [
    "geldstroom-entry-v1",
    entry.programmeId,
    entry.seq,
    entry.kind,
    entry.effectiveOn,
    entry.recordedAt,
    entry.recordedBy,
    entry.streamId,
    entry.municipalityId,
    entry.allocationId,
    entry.proposalId,
    entry.reportId,
    entry.correctsSeq,
    entry.decisionNumber,
    entry.decisionOn,
    entry.legalSource,
    entry.reason,
    entry.postingCount,
    entry.debitCents,
    entry.prevHash,
    ...entry.postings.flatMap((p) => [p.line, p.accountKey, p.municipalityId, p.amountCents]),
  ];
  return fields.map(net).join("");
}
