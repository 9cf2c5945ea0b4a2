import "server-only";
import { listReportRows } from "@/lib/db/reports/list-report-rows";
import { municipalityFigures } from "@/lib/db/reports/municipality-figures";
import { recentChanges, returnReasons } from "@/lib/db/reports/recent-changes";
import { inContext } from "@/lib/db/transaction";
import { type Grant, mayDo, type Permission } from "@/lib/domain/access";
import type { MunicipalityWorkload } from "@/lib/domain/reports/municipality-work";
import type { ReportRow } from "@/lib/domain/reports/report-overview";
import type { ReportState } from "@/lib/domain/reports/report-status";

const TO_FILL: readonly ReportState[] = ["late", "due", "draft", "returned"];

/** What waits for this coordinator or signer, how the money stands, and what changed. */
export function findMunicipalityWork(
  grant: Grant<"report:read">,
  programmeId: string,
  today: string,
): Promise<MunicipalityWorkload> {
  const { actor } = grant;
  const can = (permission: Permission) => actor.roles.some((role) => mayDo(role, permission));
  const fills = can("report:fill");
  const signs = can("report:sign");
  return inContext(actor, async (tx) => {
    const { rows } = await listReportRows(tx, {
      programmeId,
      today,
      filters: {},
      open: true,
      limit: 200,
      offset: 0,
    });
    const mine = rows.filter(({ municipalityId }) => actor.organisationIds.includes(municipalityId));
    const forMe = ({ state }: ReportRow) =>
      (fills && TO_FILL.includes(state)) || (signs && state === "submitted");
    const reasons = await returnReasons(
      tx,
      mine.flatMap(({ reportId, state }) => (state === "returned" && reportId !== null ? [reportId] : [])),
    );
    const tasks = mine
      .filter(forMe)
      .map((row) => ({ ...row, returned: reasons.get(row.reportId ?? "") ?? null }));
    return {
      tasks,
      waiting: mine.length - tasks.length,
      missing: mine.filter(({ overdue }) => overdue).length,
      figures: await municipalityFigures(tx, programmeId, actor.organisationIds),
      recent: await recentChanges(tx, {
        programmeId,
        municipalities: actor.organisationIds,
        reader: actor.personId,
        limit: 8,
      }),
      fills,
      signs,
    };
  });
}
