import { holdReport } from "@/lib/db/reports/move-report";
import { readWholeReport } from "@/lib/db/reports/read-whole-report";
import type { Tx } from "@/lib/db/transaction";
import { Refusal } from "@/lib/domain/refusal";
import type { WholeReport } from "@/lib/domain/reports/report-file";
import type { ReportStep } from "@/lib/domain/reports/report-status";
import { dateInAmsterdam } from "@/lib/views/dates";

/**
 * The report as it was shown: same version, and the hash of its lines now is the hash that was on the screen and the
 * one that was submitted.
 * @throws NotFound, Refusal `not_open`, Refusal `stale`
 */
export async function readExactReport(
  tx: Tx,
  shown: { readonly report: string; readonly version: number; readonly contentHash: string },
  step: ReportStep,
): Promise<WholeReport> {
  const header = await holdReport(tx, shown, step);
  const report = await readWholeReport(tx, header, dateInAmsterdam(new Date()), "review");
  if (report.hash !== shown.contentHash || report.hash !== header.contentHash) throw new Refusal("stale");
  return report;
}
