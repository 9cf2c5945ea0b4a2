import type { FindingEvent, FollowedFinding } from "@/lib/domain/findings/finding";
import { isoDateOrNull } from "../dates";
import type { Tx } from "../transaction";

/** What happened to a finding, the first first. */
export async function readFindingEvents(tx: Tx, findingId: string): Promise<FindingEvent[]> {
  const rows = await tx.findingEvent.findMany({
    where: { findingId },
    include: { person: { select: { name: true } } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.map(({ action, version, text, agreement, plannedOn, ending, person, at }) => ({
    action,
    version,
    text,
    agreement,
    plannedOn: isoDateOrNull(plannedOn),
    ending,
    by: person.name,
    at,
  }));
}

interface FollowedRow extends FollowedFinding {
  readonly direction: "earlier" | "later";
}

/** The findings that this one follows up, and those that follow it up, each as far as the reader may see it. */
export async function readFollowed(
  tx: Tx,
  findingId: string,
): Promise<{ earlier: FollowedFinding[]; later: FollowedFinding[] }> {
  const rows = await tx.$queryRaw<FollowedRow[]>`
    WITH RECURSIVE back AS (
      SELECT f.earlier_id AS id FROM audit_finding f WHERE f.id = ${findingId}::uuid
      UNION SELECT f.earlier_id FROM audit_finding f JOIN back b ON f.id = b.id),
    ahead AS (
      SELECT f.id FROM audit_finding f WHERE f.earlier_id = ${findingId}::uuid
      UNION SELECT f.id FROM audit_finding f JOIN ahead a ON f.earlier_id = a.id)
    SELECT f.id::text, f.number, f.year, f.status::text, v.title, w.direction FROM (
        SELECT id, 'earlier' AS direction FROM back WHERE id IS NOT NULL UNION SELECT id, 'later' FROM ahead) w
      JOIN audit_finding f ON f.id = w.id
      CROSS JOIN LATERAL (SELECT x.title FROM finding_version x WHERE x.finding_id = f.id ORDER BY x.version DESC LIMIT 1) v
     ORDER BY f.year, f.number`;
  const of = (wanted: FollowedRow["direction"]) =>
    rows.flatMap(({ direction, ...row }) => (direction === wanted ? [row] : []));
  return { earlier: of("earlier"), later: of("later") };
}
