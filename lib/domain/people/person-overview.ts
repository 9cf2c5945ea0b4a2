import type { HeldRole, OrganisationKind } from "./role-place";

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly disabled: boolean;
  readonly roles: readonly { readonly role: HeldRole; readonly organisation: string }[];
}

export interface PersonFile extends Omit<PersonLine, "roles"> {
  readonly accountId: string | null;
  readonly since: Date;
  readonly roles: readonly {
    readonly id: string;
    readonly role: HeldRole;
    readonly organisation: string;
    readonly since: string;
  }[];
  readonly sessions: readonly SessionLine[];
}

export interface SessionLine {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string | null;
}

export interface OrganisationLine {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly name: string;
  readonly people: number;
}
