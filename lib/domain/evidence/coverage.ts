import { type Cents, cents } from "../money";
import type { ReportLine } from "../reports/report-line";
import { counts, type EvidenceDocument } from "./evidence-document";
import type { RequiredEvidence } from "./requirement";

/** The documents of a report with what its stream requires. */
export interface ReportEvidence {
  readonly documents: readonly EvidenceDocument[];
  readonly required: readonly RequiredEvidence[];
}

export const NO_EVIDENCE: ReportEvidence = { documents: [], required: [] };

type Place = Pick<ReportLine, "areaId" | "themeId">;

export const documentsOf = (documents: readonly EvidenceDocument[], line: Place): EvidenceDocument[] =>
  documents.filter(({ areaId, themeId }) => areaId === line.areaId && themeId === line.themeId);

export interface LineCoverage {
  /** Null while nothing is reported on the line: what is absent is not supported, and not unsupported either. */
  readonly spent: Cents | null;
  /** Never more than was spent: evidence of one line does not support another. */
  readonly supported: Cents;
}

export function lineCoverage(
  line: Pick<ReportLine, "areaId" | "themeId" | "spent">,
  documents: readonly EvidenceDocument[],
): LineCoverage {
  const claimed = documentsOf(documents, line)
    .filter(counts)
    .reduce((total, { amount }) => total + amount, 0n);
  const most = line.spent === null || line.spent < 0n ? 0n : line.spent;
  return { spent: line.spent, supported: cents(claimed < most ? claimed : most) };
}

export interface ReportCoverage {
  /** Spend of the lines that were filled in. */
  readonly spent: Cents;
  readonly supported: Cents;
  /** Lines without an amount: with one of them it is not a total yet. */
  readonly empty: number;
}

export function reportCoverage(
  lines: readonly Pick<ReportLine, "areaId" | "themeId" | "spent">[],
  documents: readonly EvidenceDocument[],
): ReportCoverage {
  const all = lines.map((line) => lineCoverage(line, documents));
  const spent = all.reduce((total, line) => total + (line.spent ?? 0n), 0n);
  const supported = all.reduce((total, line) => total + line.supported, 0n);
  return {
    spent: cents(spent),
    supported: cents(supported),
    empty: all.filter((line) => line.spent === null).length,
  };
}
