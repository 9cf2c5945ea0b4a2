import type { ReportLine } from "../reports/report-line";
import { documentsOf, type ReportEvidence } from "./coverage";
import { counts } from "./evidence-document";
import type { RequiredEvidence } from "./requirement";

export interface UnmetRequirement extends RequiredEvidence {
  readonly line: string;
  /** Name of what it is about on the page: one per line and kind. */
  readonly field: string;
  /** There is a document, and the scanner has not looked at it yet. */
  readonly waiting: boolean;
}

/** Every line that spends as much as the threshold and has no document of the kind that counts. */
export function unmetRequirements(
  lines: readonly Pick<ReportLine, "key" | "areaId" | "themeId" | "spent">[],
  { documents, required }: ReportEvidence,
): UnmetRequirement[] {
  return lines.flatMap((line) => {
    const mine = documentsOf(documents, line).filter(({ withdrawn }) => withdrawn === null);
    return required.flatMap(({ kind, threshold }): UnmetRequirement[] => {
      if (line.spent === null || line.spent < threshold) return [];
      const fitting = mine.filter((one) => kind === null || one.kind === kind);
      if (fitting.some(counts)) return [];
      const waiting = fitting.some(({ state }) => state === "waiting");
      const field = `bewijs.${line.key}${kind === null ? "" : `.${kind}`}`;
      return [{ line: line.key, kind, threshold, field, waiting }];
    });
  });
}
