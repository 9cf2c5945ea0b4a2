import { Prisma } from "../../generated/client";
import { everyEntry, type Invariant } from "./broken-rows";

/**
 * Only what another person approved is posted: a decision in exactly the version that was approved, spend with a report that
 * was signed.
 */
export const approvedEntries: Invariant = {
  checked: everyEntry,
  broken: (programmeId) => Prisma.sql`
    SELECT e.seq::text AS thing, 'bare' AS problem, '#' || e.seq AS name, 'count' AS unit, 0::bigint AS source, 1::bigint AS target, e.seq,
      e.stream_id::text AS "streamId"
      FROM entry e LEFT JOIN report r ON r.id = e.report_id
      LEFT JOIN LATERAL (SELECT true AS found FROM proposal p JOIN approval a ON a.proposal_id = p.id
         WHERE p.id = e.proposal_id AND p.programme_id = e.programme_id AND a.outcome = 'approved' AND a.version = p.version
           AND a.content_hash = p.content_hash AND a.person_id <> p.created_by LIMIT 1) approved ON true
     WHERE e.programme_id = ${programmeId}::uuid AND CASE WHEN e.kind IN ('spent', 'spend_corrected')
       THEN coalesce(r.status NOT IN ('signed', 'accepted'), true) ELSE approved.found IS NULL END`,
  origins: ["approvals", "expected"],
};
