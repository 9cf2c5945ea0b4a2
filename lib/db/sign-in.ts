import type { Actor } from "@/lib/domain/access";
import type { AuditAction } from "@/lib/domain/audit/audit-action";
import { recordAudit } from "./audit";
import { asSystem } from "./transaction";

/** A way to sign in, as far as signing in needs it. */
export interface AccountRow {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly disabled: boolean;
}

interface Stored extends Omit<AccountRow, "name" | "disabled"> {
  readonly disabledAt: Date | null;
  readonly person: { readonly name: string };
}

const WITH_NAME = { person: { select: { name: true } } } as const;

const toAccount = ({ id, personId, email, passwordHash, disabledAt, person }: Stored): AccountRow => ({
  id,
  personId,
  email,
  name: person.name,
  passwordHash,
  disabled: disabledAt !== null,
});

/** Nobody is signed in yet, or the person acts on their own account. */
export const selfActor = (personId: string | null): Actor => ({
  personId,
  name: "",
  scope: "system",
  roles: [],
  organisationIds: [],
});

export const accountByEmail = (email: string): Promise<AccountRow | null> =>
  asSystem(async (tx) => {
    const found = await tx.userAccount.findUnique({ where: { email }, include: WITH_NAME });
    return found && toAccount(found);
  });

/** Who an identity provider says somebody is. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
  /** Null when the provider did not verify it: then it says nothing about who this is. */
  readonly verifiedEmail: string | null;
}

/** The account of a subject; the first time a verified e-mail address ties an existing account to it, for good. */
export const accountBySubject = (
  { issuer, subject, verifiedEmail }: Subject,
  origin: string,
): Promise<AccountRow | null> =>
  asSystem(async (tx) => {
    const where = { oidcIssuer_oidcSubject: { oidcIssuer: issuer, oidcSubject: subject } };
    const known = await tx.userAccount.findUnique({ where, include: WITH_NAME });
    if (known !== null) return toAccount(known);
    if (verifiedEmail === null) return null;
    const email = verifiedEmail.trim().toLowerCase();
    const tied = await tx.userAccount.updateMany({
      where: { email, oidcSubject: null, disabledAt: null },
      data: { oidcIssuer: issuer, oidcSubject: subject },
    });
    if (tied.count === 0) return null;
    const account = await tx.userAccount.findUniqueOrThrow({ where: { email }, include: WITH_NAME });
    await recordAudit(tx, selfActor(account.personId), {
      action: "account.linked",
      subjectKind: "account",
      subjectId: account.id,
      origin,
      facts: { issuer },
    });
    return toAccount(account);
  });

/** A password that the person chose; every other session of the account ends. */
export const storeOwnPassword = (account: AccountRow, passwordHash: string, origin: string): Promise<void> =>
  asSystem(async (tx) => {
    await tx.userAccount.update({ where: { id: account.id }, data: { passwordHash } });
    await tx.userSession.updateMany({
      where: { accountId: account.id, endedAt: null },
      data: { endedAt: new Date(), endReason: "password" },
    });
    await recordAudit(tx, selfActor(account.personId), {
      action: "account.password-chosen",
      subjectKind: "account",
      subjectId: account.id,
      origin,
    });
  });

/** What was asked and refused, outside any transaction that was rolled back for it. */
export const recordDenied = (
  personId: string | null,
  action: AuditAction,
  facts: Readonly<Record<string, string>>,
  origin: string,
): Promise<void> =>
  asSystem((tx) => recordAudit(tx, selfActor(personId), { action, outcome: "refused", origin, facts }));
