/** Roles, permissions and who holds which. One table, tested cell by cell. */

export const ROLES = [
  "officer",
  "approver",
  "coordinator",
  "signer",
  "auditor",
  "administrator",
  "public",
] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  "claims:read",
  "work:read",
  "journal:read",
  "ceiling:propose",
  "allocation:read",
  "allocation:propose",
  "scenario:read",
  "proposal:read",
  "proposal:approve",
  "report:read",
  "report:fill",
  "report:sign",
  "report:review",
  "window:manage",
  "exception:request",
  "exception:decide",
  "mail:read",
  "rule:manage",
  "claim:register",
  "conflict:decide",
  "conflict:agree",
  "reconciliation:read",
  "tie-out:bring",
  "tie-out:match",
  "export:read",
  "people:manage",
  "audit-log:read",
  "sample:manage",
  "request:read",
  "finding:read",
  "finding:write",
  "finding:respond",
  "signal:judge",
  "check:run",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What rows a database context sees; `none` has no signed token. */
export type Scope = "public" | "ministry" | "municipality" | "audit" | "admin" | "system";

const READING = ["claims:read", "work:read", "mail:read"] as const;

export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  public: ["claims:read"],
  officer: [
    ...READING,
    "journal:read",
    "ceiling:propose",
    "allocation:read",
    "allocation:propose",
    "scenario:read",
    "proposal:read",
    "report:read",
    "report:review",
    "window:manage",
    "exception:request",
    "exception:decide",
    "rule:manage",
    "claim:register",
    "conflict:decide",
    "conflict:agree",
    "reconciliation:read",
    "tie-out:bring",
    "export:read",
    "finding:read",
    "finding:respond",
  ],
  approver: [
    ...READING,
    "journal:read",
    "allocation:read",
    "scenario:read",
    "proposal:read",
    "proposal:approve",
    "report:read",
    "exception:decide",
    "conflict:agree",
    "reconciliation:read",
    "export:read",
    "finding:read",
  ],
  coordinator: [
    ...READING,
    "allocation:read",
    "report:read",
    "report:fill",
    "exception:request",
    "export:read",
    "request:read",
    "finding:read",
    "finding:respond",
  ],
  signer: [
    ...READING,
    "allocation:read",
    "report:read",
    "report:sign",
    "export:read",
    "request:read",
    "finding:read",
    "finding:respond",
  ],
  auditor: [
    ...READING,
    "journal:read",
    "allocation:read",
    "proposal:read",
    "report:read",
    "reconciliation:read",
    "tie-out:bring",
    "tie-out:match",
    "export:read",
    "audit-log:read",
    "sample:manage",
    "request:read",
    "finding:read",
    "finding:write",
    "signal:judge",
    "check:run",
  ],
  administrator: [...READING, "people:manage", "audit-log:read"],
};

export const SCOPE_OF: Readonly<Record<Role, Scope>> = {
  public: "public",
  officer: "ministry",
  approver: "ministry",
  coordinator: "municipality",
  signer: "municipality",
  auditor: "audit",
  administrator: "admin",
};

export const mayDo = (role: Role, permission: Permission): boolean =>
  PERMISSIONS_OF[role].includes(permission);

/** Who acts, and which rows that person may reach with this permission. */
export interface Actor {
  /** Null only for the public. */
  readonly personId: string | null;
  readonly name: string;
  readonly scope: Scope;
  readonly roles: readonly Role[];
  /** Organisations in which the person holds a role that gives this permission. */
  readonly organisationIds: readonly string[];
  /** Those of them where the permission is only held as the deputy of an approver. */
  readonly deputyIn?: readonly string[];
  /** Where the request came from, for the audit log; absent where there is no request. */
  readonly origin?: string;
}

/** Who is looking, as far as the header of a page shows it. */
export interface Viewer {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly organisation: string | null;
}

declare const granted: unique symbol;

/** Proof that the gate was passed for this permission. Only lib/auth issues one. */
export interface Grant<P extends Permission> {
  readonly permission: P;
  readonly actor: Actor;
  readonly [granted]: P;
}

/** For lib/auth and scripts only; the architecture test refuses other callers. */
export function issueGrant<P extends Permission>(permission: P, actor: Actor): Grant<P> {
  return { permission, actor } as Grant<P>;
}

export interface RoleHeld {
  readonly role: Role;
  readonly organisationId: string;
  /** Set when it is the role of somebody for whom this person stands in today. */
  readonly principalId?: string;
}

/** A deputy approves for their principal, and has nothing else of that role. */
const gives = ({ role, principalId }: RoleHeld, permission: Permission): boolean =>
  mayDo(role, permission) && (principalId === undefined || permission === "proposal:approve");

/** The actor for a permission: the union of the organisations of the roles that give it, or null when none does. */
export function actorFor(
  person: { readonly personId: string; readonly name: string; readonly held: readonly RoleHeld[] } | null,
  permission: Permission,
): Actor | null {
  if (person === null) {
    if (!mayDo("public", permission)) return null;
    return { personId: null, name: "", scope: "public", roles: ["public"], organisationIds: [] };
  }
  const giving = person.held.filter((one) => gives(one, permission));
  if (giving.length === 0) return null;
  const order: readonly Scope[] = ["ministry", "audit", "municipality", "admin"];
  const scopes = giving.map(({ role }) => SCOPE_OF[role]);
  const scope = order.find((one) => scopes.includes(one)) ?? "public";
  const within = giving.filter(({ role }) => SCOPE_OF[role] === scope);
  return {
    personId: person.personId,
    name: person.name,
    scope,
    roles: [...new Set(within.map(({ role }) => role))],
    organisationIds: [...new Set(within.map(({ organisationId }) => organisationId))],
    ...deputising(within),
  };
}

function deputising(within: readonly RoleHeld[]): Pick<Actor, "deputyIn"> {
  const own = new Set(within.filter((one) => one.principalId === undefined).map((one) => one.organisationId));
  const only = within.map((one) => one.organisationId).filter((id) => !own.has(id));
  return only.length === 0 ? {} : { deputyIn: [...new Set(only)] };
}
