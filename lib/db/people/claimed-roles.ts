import type { AuditAction } from "@/lib/domain/audit/audit-action";
import { type HeldRole, roleFits } from "@/lib/domain/people/role-place";
import { recordAudit } from "../audit";
import { selfActor } from "../sign-in";
import { asSystem, type Tx } from "../transaction";

interface Claimed {
  readonly organisationCode: string | null;
  readonly roles: readonly HeldRole[];
}

async function wantedRoles(tx: Tx, { organisationCode, roles }: Claimed) {
  if (organisationCode === null) return [];
  const organisation = await tx.organisation.findUnique({ where: { code: organisationCode } });
  if (organisation === null) return [];
  return roles
    .filter((role) => roleFits(role, organisation.kind))
    .map((role) => ({ role, organisationId: organisation.id }));
}

/**
 * Makes somebody's roles those that the identity provider gave just now: what it does not name ends, also when its
 * organisation is not known here. The role of administrator is given and ended by hand only.
 */
export const applyClaimedRoles = (personId: string, claimed: Claimed, origin: string): Promise<void> =>
  asSystem(async (tx) => {
    // One sign-in at a time, so that two of them do not grant the same role twice.
    await tx.$queryRaw`SELECT id::text FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
    const wanted = await wantedRoles(tx, claimed);
    const held = await tx.roleAssignment.findMany({
      where: { personId, endedAt: null, role: { not: "administrator" } },
    });
    const same = (a: { role: string; organisationId: string }, b: { role: string; organisationId: string }) =>
      a.role === b.role && a.organisationId === b.organisationId;
    const audit = (action: AuditAction, one: { role: string; organisationId: string }) =>
      recordAudit(tx, selfActor(personId), {
        action,
        subjectKind: "person",
        subjectId: personId,
        origin,
        facts: { role: one.role, organisationId: one.organisationId, by: "oidc" },
      });
    for (const one of held.filter((old) => !wanted.some((next) => same(old, next)))) {
      await tx.roleAssignment.update({ where: { id: one.id }, data: { endedAt: new Date() } });
      await audit("role.ended", one);
    }
    for (const one of wanted.filter((next) => !held.some((old) => same(old, next)))) {
      await tx.roleAssignment.create({ data: { personId, ...one } });
      await audit("role.granted", one);
    }
  });
