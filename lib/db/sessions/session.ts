import { recordAudit } from "../audit";
import { type HeldNow, heldRoles } from "../people/held-roles";
import { type AccountRow, selfActor } from "../sign-in";
import { asSystem, type Tx } from "../transaction";

/** Why a session ended, as it stands in the database. */
export type EndReason =
  | "signed out"
  | "replaced"
  | "idle"
  | "password"
  | "ended by administrator"
  | "account disabled";

/** Who holds a session now, with every role that has not ended, and those of approvers whose deputy they are today. */
export interface SessionPerson {
  readonly sessionId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly held: readonly HeldNow[];
}

export interface NewSession {
  readonly id: string;
  readonly seconds: number;
  readonly origin: string;
  readonly userAgent: string | null;
  readonly by: "password" | "oidc";
}

/** Times are the database's: the instances' own clocks may differ. */
export const openSession = (account: AccountRow, session: NewSession): Promise<void> =>
  asSystem(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO user_session (id, account_id, created_at, last_seen_at, expires_at, user_agent)
      VALUES (${session.id}, ${account.id}::uuid, now(), now(), now() + make_interval(secs => ${session.seconds}),
              ${session.userAgent})`;
    await recordAudit(tx, selfActor(account.personId), {
      action: "session.opened",
      subjectKind: "account",
      subjectId: account.id,
      origin: session.origin,
      facts: { by: session.by },
    });
  });

export const endSession = (id: string, reason: EndReason, origin: string): Promise<void> =>
  asSystem((tx) => closeSession(tx, id, reason, origin));

async function closeSession(tx: Tx, id: string, reason: EndReason, origin: string): Promise<void> {
  const [ended] = await tx.$queryRaw<{ personId: string }[]>`
    UPDATE user_session s SET ended_at = now(), end_reason = ${reason}
      FROM user_account a
     WHERE s.id = ${id} AND s.ended_at IS NULL AND a.id = s.account_id
    RETURNING a.person_id::text AS "personId"`;
  if (ended === undefined) return;
  await recordAudit(tx, selfActor(ended.personId), {
    action: "session.ended",
    subjectKind: "session",
    subjectId: id.slice(0, 12),
    origin,
    facts: { reason },
  });
}

/** Seen to the minute: idleness needs no more, and every request would otherwise be a write. */
const SEEN_SECONDS = 60;

/** Who holds this session, or null when it ended, expired or stood idle too long, or its account is disabled. */
export const personOfSession = (
  id: string,
  idleSeconds: number,
  origin: string,
): Promise<SessionPerson | null> =>
  asSystem(async (tx) => {
    const [found] = await tx.$queryRaw<(SessionPerson & { unseen: number })[]>`
      SELECT s.id AS "sessionId", a.id::text AS "accountId", p.id::text AS "personId", p.name,
             extract(epoch FROM now() - s.last_seen_at)::int AS unseen,
             ${heldRoles} AS held
        FROM user_session s
        JOIN user_account a ON a.id = s.account_id
        JOIN person p ON p.id = a.person_id
       WHERE s.id = ${id} AND s.ended_at IS NULL AND s.expires_at > now() AND a.disabled_at IS NULL`;
    if (found === undefined) return null;
    const { unseen, ...person } = found;
    if (unseen >= idleSeconds) {
      await closeSession(tx, id, "idle", origin);
      return null;
    }
    if (unseen >= SEEN_SECONDS) {
      await tx.$executeRaw`UPDATE user_session SET last_seen_at = now() WHERE id = ${id} AND ended_at IS NULL`;
    }
    return person;
  });
