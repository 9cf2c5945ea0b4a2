import { ALLOCATION_RULES } from "./allocation-rules";
import { AUDIT_RULES } from "./audit-rules";
import { DISTRIBUTION_RULES } from "./distribution-rules";
import { ENTRY_RULES } from "./entry-rules";
import { LEDGER_RULES } from "./ledger-rules";
import { LEVEL_RULES } from "./level-rules";
import { OWN_LEDGER_RULES } from "./own-ledger-rules";
import { PAYMENT_RULES } from "./payment-rules";
import { REPORT_RULES } from "./report-rules";
import type { CatalogueRule } from "./rule";
import { SISA_RULES } from "./sisa-rules";
import { TIE_OUT_RULES } from "./tie-out-rules";
import { WINDOW_RULES } from "./window-rules";
import { WORKFLOW_RULES } from "./workflow-rules";

/** Every rule that is built. Sentences, examples and sources: messages, `rules.of`. */
export const RULES: readonly CatalogueRule[] = [
  ...ALLOCATION_RULES,
  ...DISTRIBUTION_RULES,
  ...ENTRY_RULES,
  ...PAYMENT_RULES,
  ...REPORT_RULES,
  ...LEVEL_RULES,
  ...SISA_RULES,
  ...AUDIT_RULES,
  ...OWN_LEDGER_RULES,
  ...TIE_OUT_RULES,
  ...WORKFLOW_RULES,
  ...WINDOW_RULES,
  ...LEDGER_RULES,
];

const exact = new Map<string, string>();
const beginnings: (readonly [string, string])[] = [];
for (const { code, reasons = [] } of RULES)
  for (const reason of reasons) {
    if (reason.endsWith("*")) beginnings.push([reason.slice(0, -1), code]);
    else exact.set(reason, code);
  }

/** The code of the rule that a reason says; null for a reason that nobody put in the catalogue. */
export const ruleOfReason = (reason: string): string | null =>
  exact.get(reason) ?? beginnings.find(([start]) => reason.startsWith(start))?.[1] ?? null;

/** Where a rule can be read by anybody. */
export const rulePath = (code: string): string => `/regels#${code}`;
