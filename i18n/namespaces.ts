/** One file of messages per feature and language: messages/<language>/<namespace>.json. */
export const NAMESPACES = [
  "shell",
  "status",
  "errors",
  "glossary",
  "accessibility",
  "sheet",
  "home",
  "sign-in",
  "work",
  "programme",
  "claims",
  "allocations",
  "proposals",
  "reports",
  "reconciliation",
  "ledger",
  "admin",
] as const;
export type Namespace = (typeof NAMESPACES)[number];
