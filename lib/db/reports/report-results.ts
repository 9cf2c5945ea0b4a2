import type { NamedResult } from "@/lib/domain/reports/report-file";
import type { Tx } from "../transaction";

/** Results of a report, in the order of the indicators' codes. */
export async function readResults(tx: Tx, reportId: string): Promise<NamedResult[]> {
  const rows = await tx.reportResult.findMany({
    where: { reportId },
    include: { indicator: true },
    orderBy: { indicator: { code: "asc" } },
  });
  return rows.map(({ indicatorId, value, note, indicator }) => ({
    key: indicator.code,
    indicatorId,
    value,
    note,
    nameNl: indicator.nameNl,
    nameEn: indicator.nameEn,
    unitNl: indicator.unitNl,
    unitEn: indicator.unitEn,
    target: indicator.target,
    targetText: indicator.targetText,
    definition: indicator.note,
  }));
}
