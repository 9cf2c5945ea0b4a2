import type { HeldRole } from "@/lib/domain/people/role-place";
import { asSystem } from "../transaction";

export interface PracticeAccountRow {
  readonly email: string;
  readonly roles: readonly HeldRole[];
  readonly organisation: string | null;
}

/** Accounts of invented people that can be used now. */
export const readPracticeAccounts = (): Promise<readonly PracticeAccountRow[]> =>
  asSystem(
    (tx) => tx.$queryRaw<PracticeAccountRow[]>`
      SELECT a.email, array_agg(DISTINCT r.role::text) AS roles, min(o.preferred_name) AS organisation
        FROM person p
        JOIN user_account a ON a.person_id = p.id AND a.disabled_at IS NULL
        JOIN role_assignment r ON r.person_id = p.id AND r.ended_at IS NULL
        JOIN organisation o ON o.id = r.organisation_id
       WHERE p.is_practice
       GROUP BY a.id, a.email
       ORDER BY min(r.role), min(o.code), a.email`,
  );
