import type { ExceptionRow } from "@/lib/domain/windows/exception";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

export interface ExceptionQuery {
  readonly programmeId: string;
  readonly windowId?: string;
  readonly id?: string;
}

/** Requests with their decisions, as far as this reader may see; what waits for a decision first, then the newest. */
export function readExceptions(
  tx: Tx,
  { programmeId, windowId, id }: ExceptionQuery,
): Promise<ExceptionRow[]> {
  const only = [
    ...(windowId === undefined ? [] : [Prisma.sql`AND w.id = ${windowId}::uuid`]),
    ...(id === undefined ? [] : [Prisma.sql`AND x.id = ${id}::uuid`]),
  ];
  return tx.$queryRaw<ExceptionRow[]>`
    SELECT x.id::text, w.id::text AS "windowId", w.code AS "windowCode", s.short_name AS "streamName", w.year, w.period, w.periods,
           m.id::text AS "municipalityId", m.preferred_name AS "municipalityName", ar.name AS "areaName", x.kind::text, x.reason,
           to_char(x.expires_on, 'YYYY-MM-DD') AS "expiresOn", x.requested_by::text AS "requestedById", q.name AS "requestedBy",
           x.requested_at AS "requestedAt", d.outcome::text, d.reason AS "decisionReason", p.name AS "decidedBy",
           d.decided_at AS "decidedAt", w.stream_id = ANY ((SELECT security.own_streams())::uuid[]) AS owned
      FROM reporting_exception x
      JOIN reporting_window w ON w.id = x.window_id
      JOIN stream s ON s.id = w.stream_id
      JOIN organisation m ON m.id = x.municipality_id
      LEFT JOIN area ar ON ar.id = x.area_id
      JOIN person q ON q.id = x.requested_by
      LEFT JOIN exception_decision d ON d.exception_id = x.id
      LEFT JOIN person p ON p.id = d.decided_by
     WHERE w.programme_id = ${programmeId}::uuid ${only.length === 0 ? Prisma.empty : Prisma.join(only, " ")}
     ORDER BY d.outcome IS NOT NULL, x.requested_at DESC, x.id DESC`;
}

export interface ExceptionPlace {
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly areas: readonly { readonly id: string; readonly name: string }[];
}

/** Who has to report in a window, with the areas they report on: for whom an exception can be asked. */
export function readExceptionPlaces(tx: Tx, windowId: string): Promise<ExceptionPlace[]> {
  return tx.$queryRaw<ExceptionPlace[]>`
    SELECT m.id::text AS "municipalityId", m.preferred_name AS "municipalityName",
           jsonb_agg(DISTINCT jsonb_build_object('id', ar.id, 'name', ar.name)) AS areas
      FROM reporting_window w
      JOIN allocation a ON a.tranche_id = w.tranche_id AND a.programme_id = w.programme_id AND a.decision_on <= w.ends_on
      JOIN organisation m ON m.id = a.municipality_id JOIN area ar ON ar.id = a.area_id
     WHERE w.id = ${windowId}::uuid GROUP BY m.id, m.preferred_name ORDER BY m.preferred_name`;
}
