import type { ReportOfficer } from "@/lib/domain/reports/report-officer";
import type { Tx } from "../transaction";

/** Accounts are closed to a municipality: the function gives name and address of these few, and nothing else. */
export const readReportOfficers = (tx: Tx, reportId: string): Promise<ReportOfficer[]> =>
  tx.$queryRaw<ReportOfficer[]>`SELECT name, email FROM security.report_officers(${reportId}::uuid)`;
