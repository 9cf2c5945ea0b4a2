import { GONE_SECONDS } from "@/lib/domain/reports/presence";
import type { Tx } from "../transaction";

export interface PresentPerson {
  readonly reportId: string;
  readonly personId: string;
  readonly organisationId: string;
}

/** Says that somebody has the report open; one statement, and no row more than there are people at it. */
export async function beat(tx: Tx, { reportId, personId, organisationId }: PresentPerson): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO report_presence AS p (report_id, person_id, organisation_id)
    VALUES (${reportId}::uuid, ${personId}::uuid, ${organisationId}::uuid)
    ON CONFLICT (report_id, person_id) DO UPDATE SET seen_at = now(), organisation_id = excluded.organisation_id,
      opened_at = CASE WHEN p.seen_at < now() - ${GONE_SECONDS} * interval '1 second' THEN now() ELSE p.opened_at END`;
}

/** The page was closed; with it goes what colleagues left behind. */
export async function leave(
  tx: Tx,
  { reportId, personId }: Pick<PresentPerson, "reportId" | "personId">,
): Promise<void> {
  await tx.$executeRaw`DELETE FROM report_presence WHERE report_id = ${reportId}::uuid
    AND (person_id = ${personId}::uuid OR seen_at < now() - interval '10 minutes')`;
}

/** Colleagues who have the report open now, who came first first. */
export async function othersPresent(
  tx: Tx,
  { reportId, personId }: Pick<PresentPerson, "reportId" | "personId">,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT q.name FROM report_presence p JOIN person q ON q.id = p.person_id
     WHERE p.report_id = ${reportId}::uuid AND p.person_id <> ${personId}::uuid
       AND p.seen_at >= now() - ${GONE_SECONDS} * interval '1 second' ORDER BY p.opened_at, q.name`;
  return rows.map(({ name }) => name);
}
