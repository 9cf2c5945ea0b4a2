import type { Role } from "@/lib/domain/access";

export type { Viewer } from "@/lib/domain/access";

/** The order of the main menu, the same for everyone who sees an item. */
const ORDER = [
  "work",
  "ceilings",
  "allocations",
  "municipality",
  "ownAllocations",
  "reports",
  "ownLedger",
  "balances",
  "sisa",
  "requests",
  "reconciliation",
  "external",
  "ledger",
  "samples",
  "findings",
  "signals",
  "checkpoints",
  "administration",
  "programme",
  "streams",
  "areas",
  "claims",
] as const;
export type NavigationKey = (typeof ORDER)[number];
export type NavigationItem = { readonly key: NavigationKey; readonly href: string };

const MINISTRY = [
  "work",
  "ceilings",
  "allocations",
  "reports",
  "balances",
  "sisa",
  "reconciliation",
  "external",
  "findings",
  "programme",
] as const;
const MUNICIPALITY = [
  "work",
  "municipality",
  "ownAllocations",
  "reports",
  "ownLedger",
  "balances",
  "sisa",
  "requests",
  "findings",
  "programme",
] as const;
const PUBLIC = ["programme", "streams", "areas", "claims"] as const;

const ITEMS: Readonly<Record<string, readonly NavigationKey[]>> = {
  officer: MINISTRY,
  approver: MINISTRY,
  coordinator: MUNICIPALITY,
  signer: MUNICIPALITY,
  auditor: [
    "work",
    "balances",
    "sisa",
    "reconciliation",
    "external",
    "ledger",
    "samples",
    "findings",
    "signals",
    "checkpoints",
    "programme",
  ],
  administrator: ["administration", "programme"],
  public: PUBLIC,
};

const SEGMENTS: Partial<Record<NavigationKey, string>> = {
  work: "/werk",
  municipality: "/gemeenten",
  ceilings: "/plafonds",
  allocations: "/toekenningen",
  ownAllocations: "/toekenningen",
  reports: "/rapportages",
  sisa: "/sisa",
  ownLedger: "/grootboek-gemeente",
  balances: "/saldi",
  reconciliation: "/aansluiting",
  external: "/extern",
  ledger: "/grootboek",
  samples: "/steekproeven",
  requests: "/bewijsverzoeken",
  findings: "/bevindingen",
  signals: "/signalen",
  programme: "",
  streams: "/geldstromen",
  areas: "/gebieden",
  claims: "/claims",
};

const GLOBAL: Partial<Record<NavigationKey, string>> = {
  checkpoints: "/controlepunten",
  administration: "/beheer",
};

/**
 * What a person with these roles finds in the main menu of a programme; without a programme only what stands
 * outside one. Someone who sees every allocation does not need "my allocations" beside it.
 */
export function navigationFor(roles: readonly Role[], programme: string | null): NavigationItem[] {
  const held: readonly string[] = roles.length === 0 ? ["public"] : roles;
  const keys = new Set(held.flatMap((role) => ITEMS[role] ?? []));
  if (keys.has("allocations")) keys.delete("ownAllocations");
  return ORDER.filter((key) => keys.has(key)).flatMap((key) => {
    const fixed = GLOBAL[key];
    if (fixed !== undefined) return [{ key, href: fixed }];
    return programme === null ? [] : [{ key, href: `/programma/${programme}${SEGMENTS[key] ?? ""}` }];
  });
}
