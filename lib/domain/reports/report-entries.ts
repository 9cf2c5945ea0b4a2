import { spendEntry } from "../ledger/facts";
import type { NewEntry } from "../ledger/journal";
import type { ReportPeriod } from "./period";
import { hasCorrection, type ReportLine } from "./report-line";

export interface AcceptedReport {
  readonly reportId: string;
  readonly number: string;
  readonly streamId: string;
  readonly trancheId: string;
  readonly municipalityId: string;
  readonly period: Pick<ReportPeriod, "year" | "endsOn">;
  /** The last earlier period; a correction without an entry to point at is about that one. */
  readonly earlier: { readonly year: number; readonly endsOn: string } | null;
  readonly lines: readonly ReportLine[];
}

/**
 * What acceptance writes into the journal: per line the spend of this period and, apart from it, the correction, which
 * is about the earlier period and points at its entry. A reported zero moves no money and is no entry.
 */
export function reportEntries(report: AcceptedReport): NewEntry[] {
  const { reportId, streamId, trancheId, municipalityId, period, earlier } = report;
  return report.lines.flatMap((line): NewEntry[] => {
    const { areaId, themeId, spent, correction, corrects } = line;
    const about = { reportId, streamId, trancheId, municipalityId, areaId, themeId };
    const entries: NewEntry[] = [];
    if (spent !== null && spent !== 0n) {
      const reason = `Besteding volgens rapportage ${report.number}.`;
      const { year, endsOn } = period;
      entries.push(spendEntry({ ...about, kind: "spent", year, effectiveOn: endsOn, reason, amount: spent }));
    }
    if (correction !== null && hasCorrection(line)) {
      const entry = spendEntry({
        ...about,
        kind: "spend_corrected",
        year: corrects?.year ?? earlier?.year ?? period.year,
        effectiveOn: corrects?.effectiveOn ?? earlier?.endsOn ?? period.endsOn,
        reason: `Correctie volgens rapportage ${report.number}: ${line.correctionNote ?? ""}`.trim(),
        amount: correction,
      });
      entries.push(corrects === null ? entry : { ...entry, correctsSeq: corrects.seq });
    }
    return entries;
  });
}
