import { cents } from "@/lib/domain/money";
import type { KnownDecision, KnownFacts } from "@/lib/domain/reports/known";

export const decision = (changes: Partial<KnownDecision> = {}): KnownDecision => ({
  place: "a/t",
  areaName: "Noord",
  themeNameNl: "School",
  themeNameEn: "School",
  number: "B-1",
  decidedOn: "2026-01-10",
  ...changes,
});

/** What is known about the sample report: one decision for its one line, 1.000,00 of it for the years so far. */
export const known = (changes: Partial<KnownFacts> = {}): KnownFacts => ({
  decisions: [decision()],
  spentBefore: [],
  allocatedToDate: new Map([["a/t", cents(1_000_00n)]]),
  eligible: { from: "2026-01-01", to: "2028-12-31" },
  later: null,
  sameAsReturned: false,
  ...changes,
});
