import type { AuditAsked, AuditLine } from "@/lib/domain/audit/audit-line";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

interface Page {
  /** The last number of the page before. */
  readonly before: bigint | null;
  readonly limit: number;
}

const lines = (condition: Prisma.Sql, { before, limit }: Page) => Prisma.sql`
  SELECT v.id, v.at, p.name AS who, v.action, v.outcome, m.preferred_name AS municipality,
      CASE WHEN g.id IS NOT NULL THEN jsonb_build_object('nl', g.name_nl, 'en', g.name_en) END AS programme,
      v.subject_kind AS "subjectKind", v.subject_id AS "subjectId", v.origin, v.facts
    FROM audit_event v LEFT JOIN person p ON p.id = v.person_id LEFT JOIN programme g ON g.id = v.programme_id
    LEFT JOIN organisation m ON m.id = v.municipality_id
   WHERE ${condition} AND (${before}::bigint IS NULL OR v.id < ${before}::bigint)
   ORDER BY v.id DESC LIMIT ${limit}`;

/** A part of a text, with what LIKE would take for a pattern taken as it stands. */
const part = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

function conditionOf({ action, outcome, programme, from, to, text }: AuditAsked): Prisma.Sql {
  const asked = [
    action === null ? null : Prisma.sql`v.action = ${action}`,
    outcome === null ? null : Prisma.sql`v.outcome = ${outcome}`,
    programme === null ? null : Prisma.sql`g.code = ${programme}`,
    from === null ? null : Prisma.sql`v.at >= ${from}::timestamp AT TIME ZONE 'Europe/Amsterdam'`,
    to === null
      ? null
      : Prisma.sql`v.at < (${to}::timestamp + interval '1 day') AT TIME ZONE 'Europe/Amsterdam'`,
    text === ""
      ? null
      : Prisma.sql`(p.name ILIKE ${part(text)} OR m.preferred_name ILIKE ${part(text)} OR v.origin ILIKE ${part(text)}
          OR v.subject_id ILIKE ${part(text)} OR v.facts::text ILIKE ${part(text)})`,
  ].filter((one) => one !== null);
  return asked.length === 0 ? Prisma.sql`true` : Prisma.join(asked, " AND ");
}

/** Lines of the audit log, newest first. */
export const auditLines = (tx: Tx, asked: AuditAsked, page: Page): Promise<AuditLine[]> =>
  tx.$queryRaw<AuditLine[]>(lines(conditionOf(asked), page));

/** What one person did, and what was done about them. */
export const auditLinesOf = (tx: Tx, personId: string, limit: number): Promise<AuditLine[]> =>
  tx.$queryRaw<AuditLine[]>(
    lines(
      Prisma.sql`(v.person_id = ${personId}::uuid OR (v.subject_kind = 'person' AND v.subject_id = ${personId}::text))`,
      { before: null, limit },
    ),
  );
