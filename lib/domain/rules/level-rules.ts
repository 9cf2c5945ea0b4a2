import type { CatalogueRule } from "./rule";

const kept = {
  subject: "levels",
  severities: ["block"],
  keeper: "application",
  since: "2026-11-30",
} as const;
const ledger = { ...kept, subject: "ledger", keeper: "database" } as const;

/**
 * Rules that only a run over a whole programme can judge; those that a report, an allocation or a key is also checked against
 * stand with these. lib/domain/cross-checks has the one implementation of each.
 */
export const LEVEL_RULES: readonly CatalogueRule[] = [
  { code: "X1", ...kept },
  { code: "X2", ...kept, severities: ["warn"] },
  { code: "X4", ...kept },
  { code: "X6", ...kept },
  { code: "X11", ...kept, severities: ["warn"] },
  { code: "X12", ...kept },
  { code: "X15", ...kept },
  { code: "X16", ...kept },
  { code: "X17", ...kept },
  { code: "X19", ...kept },
  { code: "X20", ...kept },
  { code: "X21", ...kept, severities: ["inform"] },
  { code: "X22", ...kept },
  { code: "X23", ...kept },
  { code: "D11", ...kept },
  { code: "L6", ...ledger },
  { code: "L7", ...ledger },
  { code: "L8", ...ledger },
  { code: "L9", ...ledger },
  { code: "L10", ...ledger },
  { code: "R2", ...kept, keeper: "database", reasons: ["cross_check_differs"], guards: ["GS075"] },
];
