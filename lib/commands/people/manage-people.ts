import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { AuditAction } from "@/lib/domain/audit/audit-action";
import { type HeldRole, roleFits } from "@/lib/domain/people/role-place";
import { NotFound, Refusal } from "@/lib/domain/refusal";

type Admin = Grant<"people:manage">;

const blocked = (code: string, field?: string) =>
  new Refusal("blocked", {}, [{ code: `admin.reasons.${code}`, field }]);

async function audit(
  tx: Tx,
  { actor }: Admin,
  action: AuditAction,
  personId: string,
  facts: Record<string, string> = {},
) {
  await recordAudit(tx, actor, {
    action,
    subjectKind: "person",
    subjectId: personId,
    origin: actor.origin,
    facts,
  });
}

/** Two administrators at once must not each end the other's role. */
const lockAdministrators = (tx: Tx) => tx.$queryRaw`SELECT pg_advisory_xact_lock(4711, 1)::text`;

async function organisationFor(tx: Tx, role: HeldRole, id: string) {
  const organisation = await tx.organisation.findUnique({ where: { id } });
  if (organisation === null) throw new NotFound("organisation");
  if (!roleFits(role, organisation.kind)) throw blocked("role_elsewhere", "organisationId");
  return organisation;
}

export interface NewPerson {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly email: string;
  readonly organisationId: string;
  readonly role: HeldRole;
  /** Of a password for one time. */
  readonly passwordHash: string;
}

/** Somebody new, with a first role and a password for one time. @throws NotFound, Refusal `blocked` */
export const addPerson = (grant: Admin, input: NewPerson): Promise<{ id: string }> => {
  const { idempotencyKey: key, passwordHash, ...fields } = input;
  return inContext(grant.actor, (tx) =>
    once(tx, grant.actor, { key, action: "person.add", input: fields }, async () => {
      await organisationFor(tx, input.role, input.organisationId);
      if ((await tx.userAccount.count({ where: { email: input.email } })) > 0)
        throw blocked("email_taken", "email");
      const person = await tx.person.create({
        data: {
          name: input.name,
          accounts: { create: { email: input.email, passwordHash } },
          roles: {
            create: {
              role: input.role,
              organisationId: input.organisationId,
              grantedBy: grant.actor.personId,
            },
          },
        },
      });
      await audit(tx, grant, "person.added", person.id, {
        role: input.role,
        organisationId: input.organisationId,
      });
      return { id: person.id };
    }),
  );
};

/** @throws NotFound, Refusal `blocked` */
export const grantRole = (
  grant: Admin,
  input: {
    readonly idempotencyKey: string;
    readonly personId: string;
    readonly organisationId: string;
    readonly role: HeldRole;
  },
): Promise<unknown> => {
  const { idempotencyKey: key, ...fields } = input;
  return inContext(grant.actor, (tx) =>
    once(tx, grant.actor, { key, action: "role.grant", input: fields }, async () => {
      const { personId, organisationId, role } = input;
      if ((await tx.person.count({ where: { id: personId } })) === 0) throw new NotFound("person");
      await organisationFor(tx, role, organisationId);
      const held = await tx.roleAssignment.count({
        where: { personId, organisationId, role, endedAt: null },
      });
      if (held > 0) throw blocked("role_held", "role");
      await tx.roleAssignment.create({
        data: { personId, organisationId, role, grantedBy: grant.actor.personId },
      });
      await audit(tx, grant, "role.granted", personId, { role, organisationId });
      return {};
    }),
  );
};

async function refuseLastAdministrator(tx: Tx, personId: string): Promise<void> {
  const others = await tx.roleAssignment.count({
    where: {
      role: "administrator",
      endedAt: null,
      personId: { not: personId },
      person: { accounts: { some: { disabledAt: null } } },
    },
  });
  if (others === 0) throw blocked("last_administrator");
}

/** Ends a role from now on; what was done with it stays. @throws NotFound, Refusal `blocked` */
export const endRole = (grant: Admin, personId: string, roleId: string): Promise<void> =>
  inContext(grant.actor, async (tx) => {
    await lockAdministrators(tx);
    const held = await tx.roleAssignment.findFirst({ where: { id: roleId, personId, endedAt: null } });
    if (held === null) throw new NotFound("role");
    if (held.role === "administrator") await refuseLastAdministrator(tx, personId);
    await tx.roleAssignment.update({ where: { id: roleId }, data: { endedAt: new Date() } });
    await audit(tx, grant, "role.ended", personId, { role: held.role, organisationId: held.organisationId });
  });

/** Disabling ends every session at once. @throws NotFound, Refusal `blocked` */
export const setAccess = (grant: Admin, personId: string, on: boolean): Promise<void> =>
  inContext(grant.actor, async (tx) => {
    await lockAdministrators(tx);
    if (!on && personId === grant.actor.personId) throw blocked("yourself");
    const account = await tx.userAccount.findFirst({ where: { personId } });
    if (account === null) throw new NotFound("account");
    const administers = await tx.roleAssignment.count({
      where: { personId, role: "administrator", endedAt: null },
    });
    if (!on && administers > 0) await refuseLastAdministrator(tx, personId);
    await tx.userAccount.updateMany({ where: { personId }, data: { disabledAt: on ? null : new Date() } });
    if (!on) await endSessionsOf(tx, personId, "account disabled");
    await audit(tx, grant, on ? "account.enabled" : "account.disabled", personId);
  });

async function endSessionsOf(tx: Tx, personId: string, reason: string): Promise<void> {
  await tx.userSession.updateMany({
    where: { account: { personId }, endedAt: null },
    data: { endedAt: new Date(), endReason: reason },
  });
}

/** A password for one time: every session ends, and only an own password can be chosen with it. @throws NotFound */
export const setOnePassword = (grant: Admin, personId: string, passwordHash: string): Promise<void> =>
  inContext(grant.actor, async (tx) => {
    const account = await tx.userAccount.findFirst({ where: { personId }, orderBy: { createdAt: "asc" } });
    if (account === null) throw new NotFound("account");
    await tx.userAccount.update({ where: { id: account.id }, data: { passwordHash } });
    await endSessionsOf(tx, personId, "password");
    await audit(tx, grant, "account.password-reset", personId);
  });

/** @throws NotFound for a session that is not there or has ended */
export const endOneSession = (grant: Admin, sessionId: string): Promise<void> =>
  inContext(grant.actor, async (tx) => {
    const session = await tx.userSession.findFirst({
      where: { id: sessionId, endedAt: null },
      include: { account: { select: { personId: true } } },
    });
    if (session === null) throw new NotFound("session");
    await tx.userSession.update({
      where: { id: sessionId },
      data: { endedAt: new Date(), endReason: "ended by administrator" },
    });
    await audit(tx, grant, "session.ended", session.account.personId, { session: sessionId.slice(0, 12) });
  });

export const endAllSessions = (grant: Admin, personId: string): Promise<void> =>
  inContext(grant.actor, async (tx) => {
    await endSessionsOf(tx, personId, "ended by administrator");
    await audit(tx, grant, "sessions.ended", personId);
  });
