import type { StoredEntry, StoredPosting } from "@/lib/domain/ledger/entry-content";
import { Prisma } from "../generated/client";

export type EntryRow = Omit<StoredEntry, "postings">;
export interface PostingRow extends Omit<StoredPosting, "accountKey"> {
  readonly seq: string;
  readonly accountId: string;
}

/** The entries after a place in the chain as they are stored, every column as the text that the hash covers. */
export const storedEntries = (programmeId: string, after: string, limit: number): Prisma.Sql => Prisma.sql`
  SELECT e.programme_id::text AS "programmeId", e.seq::text AS seq, e.kind::text AS kind,
    to_char(e.effective_on, 'YYYY-MM-DD') AS "effectiveOn",
    to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt",
    e.recorded_by::text AS "recordedBy", e.stream_id::text AS "streamId", e.municipality_id::text AS "municipalityId",
    e.allocation_id::text AS "allocationId", e.proposal_id::text AS "proposalId", e.report_id::text AS "reportId",
    e.corrects_seq::text AS "correctsSeq", e.decision_number AS "decisionNumber",
    to_char(e.decision_on, 'YYYY-MM-DD') AS "decisionOn", e.legal_source AS "legalSource", e.reason,
    e.posting_count::text AS "postingCount", e.debit_cents::text AS "debitCents",
    encode(e.prev_hash, 'hex') AS "prevHash", encode(e.hash, 'hex') AS hash
    FROM entry e WHERE e.programme_id = ${programmeId}::uuid AND e.seq > ${after}::bigint ORDER BY e.seq LIMIT ${limit}`;

/** Their postings, without the keys of the accounts: who reads many has those already. */
export const storedPostings = (programmeId: string, from: string, to: string): Prisma.Sql => Prisma.sql`
  SELECT p.entry_seq::text AS seq, p.line::text AS line, p.account_id::text AS "accountId",
    p.municipality_id::text AS "municipalityId", p.amount_cents::text AS "amountCents"
    FROM posting p WHERE p.programme_id = ${programmeId}::uuid AND p.entry_seq >= ${from}::bigint AND p.entry_seq <= ${to}::bigint
   ORDER BY p.entry_seq, p.line`;
