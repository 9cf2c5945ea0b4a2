import type { HeldRole } from "@/lib/domain/people/role-place";
import { Prisma } from "../generated/client";
import { asSystem } from "../transaction";

export interface HeldNow {
  readonly role: HeldRole;
  readonly organisationId: string;
  readonly organisationName: string;
  /** The approver for whom this person stands in; absent for a role of one's own. */
  readonly principalId?: string;
}

/** Of a person `p`: every role that has not ended, and those of approvers whose deputy they are today. */
export const heldRoles = Prisma.sql`
    coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'organisationId', o.id,
                                                  'organisationName', o.preferred_name)
                               ORDER BY r.role, o.preferred_name)
                FROM role_assignment r JOIN organisation o ON o.id = r.organisation_id
               WHERE r.person_id = p.id AND r.ended_at IS NULL AND r.valid_from <= current_date), '[]')
    || coalesce((SELECT jsonb_agg(jsonb_build_object('role', 'approver', 'organisationId', o.id,
                                  'organisationName', o.preferred_name, 'principalId', d.principal_id) ORDER BY d.principal_id)
                   FROM deputy_today d JOIN organisation o ON o.id = d.organisation_id
                  WHERE d.deputy_id = p.id AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = d.principal_id
                    AND r.organisation_id = d.organisation_id AND r.role = 'approver' AND r.ended_at IS NULL
                    AND r.valid_from <= current_date)), '[]')`;

export interface PersonNow {
  readonly personId: string;
  readonly name: string;
  readonly language: "nl" | "en";
  readonly held: readonly HeldNow[];
}

/** Somebody for whom work is done later, with the roles of now; null when no account of theirs is in use any more. */
export const personNow = (personId: string): Promise<PersonNow | null> =>
  asSystem(async (tx) => {
    const [found] = await tx.$queryRaw<PersonNow[]>`
      SELECT p.id::text AS "personId", p.name, p.language, ${heldRoles} AS held
        FROM person p WHERE p.id = ${personId}::uuid
         AND EXISTS (SELECT 1 FROM user_account a WHERE a.person_id = p.id AND a.disabled_at IS NULL)`;
    return found ?? null;
  });
