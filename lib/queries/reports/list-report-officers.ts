import "server-only";
import { readReportOfficers } from "@/lib/db/reports/report-officers";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { ReportOfficer } from "@/lib/domain/reports/report-officer";

/** The officers of the ministry that owns the stream of a report, by name; none of a report that is not for this reader. */
export const listReportOfficers = (
  grant: Grant<"report:read">,
  reportId: string,
): Promise<readonly ReportOfficer[]> => inContext(grant.actor, (tx) => readReportOfficers(tx, reportId));
