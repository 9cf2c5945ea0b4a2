import type {
  OrganisationLine,
  PersonFile,
  PersonLine,
  SessionLine,
} from "@/lib/domain/people/person-overview";
import { NotFound } from "@/lib/domain/refusal";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** People by name, with the roles they hold now. */
export async function listPeople(
  tx: Tx,
  {
    text,
    disabled,
    limit,
    offset,
  }: { text: string; disabled: boolean | null; limit: number; offset: number },
): Promise<{ rows: PersonLine[]; total: number }> {
  const where = [
    ...(text === "" ? [] : [Prisma.sql`(p.name ILIKE ${like(text)} OR a.email ILIKE ${like(text)})`]),
    ...(disabled === null
      ? []
      : [
          disabled
            ? Prisma.sql`a.disabled_at IS NOT NULL`
            : Prisma.sql`a.id IS NOT NULL AND a.disabled_at IS NULL`,
        ]),
    Prisma.sql`true`,
  ];
  const found = await tx.$queryRaw<(PersonLine & { total: number })[]>`
    SELECT p.id::text AS id, p.name, a.email, a.disabled_at IS NOT NULL AS disabled,
           coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'organisation', o.preferred_name) ORDER BY r.role, o.preferred_name)
                       FROM role_assignment r JOIN organisation o ON o.id = r.organisation_id
                      WHERE r.person_id = p.id AND r.ended_at IS NULL), '[]') AS roles,
           (count(*) OVER ())::int AS total
      FROM person p LEFT JOIN user_account a ON a.person_id = p.id
     WHERE ${Prisma.join(where, " AND ")}
     ORDER BY p.name COLLATE "nl-x-icu", a.email LIMIT ${limit} OFFSET ${offset}`;
  return { rows: found.map(({ total: _, ...row }) => row), total: found[0]?.total ?? 0 };
}

/** Sessions that hold now: not ended, not expired, seen within the idle time. */
export const openSessions = (tx: Tx, idleSeconds: number, personId: string | null): Promise<SessionLine[]> =>
  tx.$queryRaw<SessionLine[]>`
    SELECT s.id, p.id::text AS "personId", p.name, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.user_agent AS "userAgent"
      FROM user_session s JOIN user_account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
     WHERE s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(secs => ${idleSeconds})
       AND (${personId}::uuid IS NULL OR p.id = ${personId}::uuid)
     ORDER BY s.last_seen_at DESC, s.id LIMIT 500`;

/** @throws NotFound */
export async function readPerson(tx: Tx, id: string, idleSeconds: number): Promise<PersonFile> {
  const row = await tx.person.findUnique({
    where: { id },
    include: {
      accounts: { orderBy: { createdAt: "asc" }, take: 1 },
      roles: { where: { endedAt: null }, include: { organisation: true }, orderBy: { role: "asc" } },
    },
  });
  if (row === null) throw new NotFound("person");
  const [account] = row.accounts;
  return {
    id: row.id,
    name: row.name,
    email: account?.email ?? null,
    accountId: account?.id ?? null,
    disabled: (account?.disabledAt ?? null) !== null,
    since: row.createdAt,
    roles: row.roles.map(({ id: roleId, role, organisation, validFrom }) => ({
      id: roleId,
      role,
      organisation: organisation.preferredName,
      since: validFrom.toISOString().slice(0, 10),
    })),
    sessions: await openSessions(tx, idleSeconds, id),
  };
}

export const listOrganisations = (tx: Tx): Promise<OrganisationLine[]> =>
  tx.$queryRaw<OrganisationLine[]>`
    SELECT o.id::text AS id, o.kind::text AS kind, o.code, o.preferred_name AS name,
           (SELECT count(DISTINCT r.person_id)::int FROM role_assignment r WHERE r.organisation_id = o.id AND r.ended_at IS NULL) AS people
      FROM organisation o WHERE o.valid_to IS NULL ORDER BY o.kind, o.preferred_name COLLATE "nl-x-icu"`;
