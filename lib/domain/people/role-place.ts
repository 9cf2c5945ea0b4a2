import { ROLES, type Role } from "@/lib/domain/access";

export const ORGANISATION_KINDS = ["ministry", "municipality", "audit_body", "operator"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A role that somebody can be given; "public" is what everyone has. */
export type HeldRole = Exclude<Role, "public">;
export const HELD_ROLES: readonly HeldRole[] = ROLES.filter((role) => role !== "public");

/** What a role sees follows from the role, so an officer's role in a municipality would show it everyone's figures. */
const PLACE_OF: Readonly<Record<HeldRole, OrganisationKind>> = {
  officer: "ministry",
  approver: "ministry",
  coordinator: "municipality",
  signer: "municipality",
  auditor: "audit_body",
  administrator: "operator",
};

export const roleFits = (role: HeldRole, kind: OrganisationKind): boolean => PLACE_OF[role] === kind;
