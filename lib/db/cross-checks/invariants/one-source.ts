import { Prisma } from "../../generated/client";
import { everyEntry, type Invariant } from "./broken-rows";

/**
 * An entry says where it is from in one way: by the decision and the proposal of a ministry, or by the report of a municipality;
 * never by both, and never by neither.
 */
export const oneSource: Invariant = {
  checked: everyEntry,
  broken: (programmeId) => Prisma.sql`
    SELECT s.seq::text AS thing, CASE s.ways WHEN 0 THEN 'none' ELSE 'both' END AS problem, '#' || s.seq AS name, 'count' AS unit,
      s.ways::bigint AS source, 1::bigint AS target, s.seq, s.stream_id::text AS "streamId"
      FROM (SELECT e.seq, e.stream_id, (e.report_id IS NOT NULL)::int
              + (e.proposal_id IS NOT NULL OR e.allocation_id IS NOT NULL OR e.decision_number IS NOT NULL)::int AS ways
              FROM entry e WHERE e.programme_id = ${programmeId}::uuid) s WHERE s.ways <> 1`,
  origins: ["named_sources", "expected"],
};
