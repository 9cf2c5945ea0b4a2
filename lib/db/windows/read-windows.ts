import type {
  KnownWindow,
  WindowChangeRow,
  WindowRow,
  WindowTranche,
} from "@/lib/domain/windows/reporting-window";
import { isoDate } from "../dates";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

const DAYS = Prisma.sql`to_char(w.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(w.ends_on, 'YYYY-MM-DD') AS "endsOn",
  to_char(w.opens_on, 'YYYY-MM-DD') AS "opensOn", to_char(w.due_on, 'YYYY-MM-DD') AS "dueOn", w.closes_at AS "closesAt"`;

/** Every window of a programme, or only this one; those that come last first. */
export function readWindows(tx: Tx, programmeId: string, id?: string): Promise<WindowRow[]> {
  const only = id === undefined ? Prisma.empty : Prisma.sql`AND w.id = ${id}::uuid`;
  return tx.$queryRaw<WindowRow[]>`
    SELECT w.id::text, w.code, w.year, w.period, w.periods, ${DAYS}, s.id::text AS "streamId", s.code AS "streamCode",
           s.short_name AS "streamName", t.id::text AS "trancheId", t.name AS "trancheName",
           w.stream_id = ANY ((SELECT security.own_streams())::uuid[]) AS owned,
           (SELECT count(DISTINCT a.municipality_id)::int FROM allocation a
             WHERE a.tranche_id = w.tranche_id AND a.programme_id = w.programme_id AND a.decision_on <= w.ends_on) AS reporters,
           (SELECT count(*)::int FROM report r WHERE r.window_id = w.id AND r.status IN ('submitted', 'signed', 'accepted')) AS reported,
           (SELECT count(*)::int FROM reporting_exception x JOIN exception_decision d ON d.exception_id = x.id AND d.outcome = 'granted'
             WHERE x.window_id = w.id AND x.expires_on >= security.today()) AS exceptions
      FROM reporting_window w JOIN stream s ON s.id = w.stream_id JOIN tranche t ON t.id = w.tranche_id
     WHERE w.programme_id = ${programmeId}::uuid ${only}
     ORDER BY w.ends_on DESC, s.position, t.code, w.code`;
}

/** What a new or changed window of this tranche has to reckon with. */
export function readKnownWindows(tx: Tx, trancheId: string): Promise<KnownWindow[]> {
  return tx.$queryRaw<KnownWindow[]>`
    SELECT w.id::text, w.code, ${DAYS} FROM reporting_window w WHERE w.tranche_id = ${trancheId}::uuid ORDER BY w.starts_on`;
}

export async function readWindowChanges(tx: Tx, windowId: string): Promise<WindowChangeRow[]> {
  const rows = await tx.windowChange.findMany({
    where: { windowId },
    include: { person: { select: { name: true } } },
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ person, ...row }) => ({
    id: row.id,
    fromDueOn: isoDate(row.fromDueOn),
    fromClosesAt: row.fromClosesAt,
    dueOn: isoDate(row.dueOn),
    closesAt: row.closesAt,
    reason: row.reason,
    who: person.name,
    at: row.changedAt,
  }));
}

/** Tranches of the streams that the reader's ministry owns. */
export function readOwnTranches(tx: Tx, programmeId: string): Promise<WindowTranche[]> {
  return tx.$queryRaw<WindowTranche[]>`
    SELECT t.id::text, t.code, t.name, s.id::text AS "streamId", s.code AS "streamCode", s.short_name AS "streamName",
           t.first_year AS "firstYear", t.last_year AS "lastYear"
      FROM tranche t JOIN stream s ON s.id = t.stream_id
     WHERE s.programme_id = ${programmeId}::uuid AND s.id = ANY ((SELECT security.own_streams())::uuid[])
     ORDER BY s.position, t.code`;
}
