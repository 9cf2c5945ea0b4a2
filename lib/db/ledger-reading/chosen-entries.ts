import type { EntryFilter } from "@/lib/domain/ledger/entry-filter";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { Prisma } from "../generated/client";
import { entryConditions } from "./conditions";

/** The entries of a question as they are stored, with their postings, in the order of the chain. */
export const chosenEntries = (programmeId: string, filter: EntryFilter, asOf: AsOf): Prisma.Sql =>
  wholeEntries(entryConditions(programmeId, filter, asOf, null));

export const oneEntry = (programmeId: string, seq: bigint): Prisma.Sql =>
  wholeEntries(Prisma.sql`e.programme_id = ${programmeId}::uuid AND e.seq = ${seq.toString()}::bigint`);

const wholeEntries = (where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT e.programme_id::text AS "programmeId", e.seq::text AS seq, e.kind::text AS kind,
    to_char(e.effective_on, 'YYYY-MM-DD') AS "effectiveOn", ledger.instant(e.recorded_at) AS "recordedAt",
    e.recorded_by::text AS "recordedBy", e.stream_id::text AS "streamId", e.municipality_id::text AS "municipalityId",
    e.allocation_id::text AS "allocationId", e.proposal_id::text AS "proposalId", e.report_id::text AS "reportId",
    e.corrects_seq::text AS "correctsSeq", e.decision_number AS "decisionNumber",
    to_char(e.decision_on, 'YYYY-MM-DD') AS "decisionOn", e.legal_source AS "legalSource", e.reason,
    e.posting_count::text AS "postingCount", e.debit_cents::text AS "debitCents",
    encode(e.prev_hash, 'hex') AS "prevHash", encode(e.hash, 'hex') AS hash,
    (SELECT jsonb_agg(jsonb_build_object('line', p.line::text, 'accountKey', a.key, 'municipalityId', p.municipality_id::text,
        'amountCents', p.amount_cents::text) ORDER BY p.line)
       FROM posting p JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
      WHERE p.programme_id = e.programme_id AND p.entry_seq = e.seq) AS postings
    FROM entry e WHERE ${where} ORDER BY e.seq`;

/** The smallest checkpoint that covers every entry known at an instant; else the last one that was signed by then. */
export const checkpointFor = (programmeId: string, knownAt: string): Prisma.Sql => Prisma.sql`
  WITH known AS (SELECT coalesce((SELECT e.seq FROM entry e WHERE e.programme_id = ${programmeId}::uuid
    AND e.recorded_at <= ${knownAt}::timestamptz ORDER BY e.recorded_at DESC LIMIT 1), 0) AS seq)
  SELECT p.code AS programme, c.programme_id::text AS "programmeId", c.size::text AS size, encode(c.root_hash, 'hex') AS root,
    to_char(c.signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, c.key_id AS "keyId",
    encode(c.signature, 'hex') AS signature, NULL::text AS since, NULL::text AS consistency, known.seq::text AS known
    FROM checkpoint c JOIN programme p ON p.id = c.programme_id, known
   WHERE c.programme_id = ${programmeId}::uuid
   ORDER BY c.size >= known.seq DESC, CASE WHEN c.size >= known.seq THEN c.size ELSE -c.size END, c.signed_at LIMIT 1`;
