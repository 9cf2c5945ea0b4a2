import "server-only";
import { reportFilterOptions } from "@/lib/db/reports/filter-options";
import { listReportRows } from "@/lib/db/reports/list-report-rows";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { ReportFilterOptions, ReportFilters, ReportRow } from "@/lib/domain/reports/report-overview";

export const REPORTS_PER_PAGE = 50;

/** What this reader can filter on. */
export const findReportFilters = (
  grant: Grant<"report:read">,
  programmeId: string,
): Promise<ReportFilterOptions> => inContext(grant.actor, (tx) => reportFilterOptions(tx, programmeId));

/** Every stream, municipality and window with its report or with why there is none; late first. */
export function listReports(
  grant: Grant<"report:read">,
  asked: {
    readonly programmeId: string;
    readonly today: string;
    readonly filters: ReportFilters;
    readonly page: number;
  },
): Promise<{ rows: readonly ReportRow[]; total: number }> {
  const { page, ...query } = asked;
  const offset = (page - 1) * REPORTS_PER_PAGE;
  return inContext(grant.actor, (tx) => listReportRows(tx, { ...query, limit: REPORTS_PER_PAGE, offset }));
}

/** Every report of the question, also those that are not there yet. */
export const exportReports = (
  grant: Grant<"report:read">,
  asked: { readonly programmeId: string; readonly today: string; readonly filters: ReportFilters },
): Promise<readonly ReportRow[]> =>
  inContext(grant.actor, async (tx) => (await listReportRows(tx, { ...asked, limit: null, offset: 0 })).rows);
