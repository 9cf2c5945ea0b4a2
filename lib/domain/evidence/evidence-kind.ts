/** What sort of document it is: the name on the screen is in the messages. */
export const EVIDENCE_KINDS = ["invoice", "decision", "payroll", "accountant", "other"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
