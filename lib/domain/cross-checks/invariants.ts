/**
 * What the ledger promises of itself, each asked of the database as one statement; lib/db/cross-checks/invariants has
 * the statements. Every one holds the whole journal, whatever the dates of a run are.
 */
export const INVARIANTS = [
  { code: "L1", version: 2 },
  { code: "L2", version: 1 },
  { code: "L3", version: 1 },
  { code: "L6", version: 1 },
  { code: "L7", version: 1 },
  { code: "L8", version: 1 },
  { code: "L9", version: 1 },
  { code: "L10", version: 1 },
  { code: "X12", version: 1 },
  { code: "X13", version: 1 },
  { code: "X22", version: 1 },
] as const;

export type InvariantCode = (typeof INVARIANTS)[number]["code"];

export const isInvariant = (code: string): code is InvariantCode =>
  INVARIANTS.some((one) => one.code === code);
