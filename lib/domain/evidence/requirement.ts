import type { Cents } from "../money";
import type { EvidenceKind } from "./evidence-kind";

/** From which spend a line needs evidence of a kind; null as kind is any, null as threshold ends it. */
export interface EvidenceRequirement {
  readonly validFrom: string;
  readonly kind: EvidenceKind | null;
  readonly threshold: Cents | null;
  /** When it was entered; of two for one day the last entered counts. */
  readonly enteredAt: Date;
}

export interface RequiredEvidence {
  readonly kind: EvidenceKind | null;
  readonly threshold: Cents;
}

/** What is required in a period that ends on this day: per kind the latest setting that had begun by then. */
export function requiredOn(settings: readonly EvidenceRequirement[], day: string): RequiredEvidence[] {
  const latest = new Map<EvidenceKind | null, EvidenceRequirement>();
  for (const one of settings) {
    if (one.validFrom > day) continue;
    const other = latest.get(one.kind);
    const newer =
      other === undefined ||
      one.validFrom > other.validFrom ||
      (one.validFrom === other.validFrom && one.enteredAt > other.enteredAt);
    if (newer) latest.set(one.kind, one);
  }
  return [...latest.values()]
    .flatMap(({ kind, threshold }) => (threshold === null ? [] : [{ kind, threshold }]))
    .sort((a, b) => (a.threshold < b.threshold ? -1 : a.threshold > b.threshold ? 1 : 0));
}
