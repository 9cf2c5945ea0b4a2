import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { ReportHeader } from "@/lib/domain/reports/report-file";
import { type ReportStatus, type ReportStep, requireOpen } from "@/lib/domain/reports/report-status";
import type { Tx } from "../transaction";
import { lockReport } from "./report-header";

/**
 * Holds the report for a step that it is open for, in the version that the page showed; null is whichever it has.
 * @throws NotFound, Refusal `not_open`, Refusal `stale`
 */
export async function holdReport(
  tx: Tx,
  shown: { readonly report: string; readonly version: number | null },
  step: ReportStep,
): Promise<ReportHeader> {
  const header = await lockReport(tx, shown.report);
  if (header === null) throw new NotFound(shown.report);
  requireOpen(header.status, step);
  if (shown.version !== null && header.version !== shown.version)
    throw new Refusal("stale", { version: String(header.version) });
  return header;
}

export async function moveReport(
  tx: Tx,
  id: string,
  to: {
    readonly status: ReportStatus;
    readonly version: number;
    readonly contentHash: string | null;
    readonly round?: number;
    readonly savedBy?: string | null;
  },
): Promise<Date> {
  const updatedAt = new Date();
  await tx.report.update({ where: { id }, data: { ...to, updatedAt }, select: { id: true } });
  return updatedAt;
}
