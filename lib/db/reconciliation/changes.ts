import type { Change, ChangeKind } from "@/lib/domain/reconciliation/change";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

interface Row {
  readonly kind: ChangeKind;
  readonly at: string;
  readonly by: string | null;
  readonly nl: string;
  readonly en: string;
  readonly version: number | null;
  readonly detail: string | null;
  readonly ref: string;
}

interface Moment {
  readonly programmeId: string;
  /** After this instant, up to and including the other. */
  readonly from: string;
  readonly until: string;
}

const within = ({ from, until }: Moment, column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${column} > ${from}::timestamptz AND ${column} <= ${until}::timestamptz`;

/** What was published and what was decided about it. */
const sources = (moment: Moment): Prisma.Sql => Prisma.sql`
  SELECT 'conflict_found' AS kind, c.found_at AS at, NULL::uuid AS by, c.title_nl AS nl, c.title_en AS en,
    NULL::int AS version, c.place AS detail, c.code AS ref
    FROM source_conflict c WHERE c.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`c.found_at`)}
  UNION ALL
  SELECT 'conflict_decided', d.decided_at, d.decided_by, c.title_nl, c.title_en, NULL::int, d.reason, c.code
    FROM conflict_decision d JOIN source_conflict c ON c.id = d.conflict_id
   WHERE c.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`d.decided_at`)}
  UNION ALL
  SELECT 'claim', c.registered_at, c.registered_by, coalesce(c.place, c.code), coalesce(c.place, c.code), NULL::int, c.quote,
    c.code
    FROM claim c WHERE c.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`c.registered_at`)}
  UNION ALL
  SELECT 'link', l.registered_at, l.registered_by, f.code || ' – ' || t.code, f.code || ' – ' || t.code, NULL::int, l.note,
    f.code
    FROM claim_link l JOIN claim f ON f.id = l.from_id JOIN claim t ON t.id = l.to_id
   WHERE f.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`l.registered_at`)}
  UNION ALL
  SELECT 'link_withdrawn', x.withdrawn_at, x.withdrawn_by, f.code || ' – ' || t.code, f.code || ' – ' || t.code, NULL::int,
    x.reason, f.code
    FROM claim_link_withdrawal x JOIN claim f ON f.id = x.from_id JOIN claim t ON t.id = x.to_id
   WHERE f.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`x.withdrawn_at`)}`;

/** Keys with their figures, rules, thresholds, codes and what evidence is asked. */
const rules = (moment: Moment): Prisma.Sql => Prisma.sql`
  SELECT 'key', v.created_at, v.created_by, k.name, k.name, v.version, v.reason, k.id::text
    FROM distribution_key_version v JOIN distribution_key k ON k.id = v.key_id
   WHERE k.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`v.created_at`)}
  UNION ALL
  SELECT 'input', i.created_at, i.created_by, i.name, i.name, NULL::int, i.source, i.id::text
    FROM distribution_input i WHERE i.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`i.created_at`)}
  UNION ALL
  SELECT 'rule_stage', d.decided_at, d.decided_by, s.rule_code, s.rule_code, NULL::int, s.reason, s.rule_code
    FROM rule_stage_decision d JOIN rule_stage s ON s.id = d.stage_id
   WHERE s.programme_id = ${moment.programmeId}::uuid AND d.agreed AND ${within(moment, Prisma.sql`d.decided_at`)}
  UNION ALL
  SELECT 'rule_waiver', d.decided_at, d.decided_by, w.rule_code || ', ' || o.preferred_name,
    w.rule_code || ', ' || o.preferred_name, NULL::int, w.reason, w.rule_code
    FROM rule_waiver_decision d JOIN rule_waiver w ON w.id = d.waiver_id JOIN organisation o ON o.id = w.municipality_id
   WHERE w.programme_id = ${moment.programmeId}::uuid AND d.granted AND ${within(moment, Prisma.sql`d.decided_at`)}
  UNION ALL
  SELECT 'threshold', t.decided_at, t.decided_by, s.short_name, s.short_name, NULL::int, t.legal_source, ''
    FROM approval_threshold t JOIN stream s ON s.id = t.stream_id
   WHERE s.programme_id = ${moment.programmeId}::uuid AND t.outcome = 'confirmed' AND ${within(moment, Prisma.sql`t.decided_at`)}
  UNION ALL
  SELECT 'sisa_code', c.created_at, c.created_by, c.scheme || coalesce(', ' || c.code, ''),
    c.scheme || coalesce(', ' || c.code, ''), NULL::int, c.reason, ''
    FROM sisa_code c WHERE c.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`c.created_at`)}
  UNION ALL
  SELECT 'evidence', e.entered_at, e.entered_by, s.short_name, s.short_name, NULL::int, e.legal_source, ''
    FROM evidence_requirement e JOIN stream s ON s.id = e.stream_id
   WHERE s.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`e.entered_at`)}`;

/** Periods, exceptions, reports and when awards are paid. */
const reporting = (moment: Moment): Prisma.Sql => Prisma.sql`
  SELECT 'window', w.created_at, NULL::uuid, w.code, w.code, NULL::int, NULL, w.id::text
    FROM reporting_window w WHERE w.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`w.created_at`)}
  UNION ALL
  SELECT 'window_moved', c.changed_at, c.changed_by, w.code, w.code, NULL::int, c.reason, w.id::text
    FROM window_change c JOIN reporting_window w ON w.id = c.window_id
   WHERE w.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`c.changed_at`)}
  UNION ALL
  SELECT 'exception', d.decided_at, d.decided_by, w.code || ', ' || o.preferred_name, w.code || ', ' || o.preferred_name,
    NULL::int, d.reason, w.id::text
    FROM exception_decision d JOIN reporting_exception x ON x.id = d.exception_id JOIN reporting_window w ON w.id = x.window_id
    JOIN organisation o ON o.id = x.municipality_id
   WHERE w.programme_id = ${moment.programmeId}::uuid AND d.outcome = 'granted' AND ${within(moment, Prisma.sql`d.decided_at`)}
  UNION ALL
  SELECT 'report_' || v.action, v.at, v.person_id, r.number || ', ' || o.preferred_name, r.number || ', ' || o.preferred_name,
    NULL::int, v.reason, r.id::text
    FROM report_event v JOIN report r ON r.id = v.report_id JOIN reporting_window w ON w.id = r.window_id
    JOIN organisation o ON o.id = r.municipality_id
   WHERE w.programme_id = ${moment.programmeId}::uuid AND v.action IN ('submitted', 'returned', 'accepted')
     AND ${within(moment, Prisma.sql`v.at`)}
  UNION ALL
  SELECT 'schedule', s.created_at, s.created_by, al.number, al.number, s.version, s.reason, al.id::text
    FROM payment_schedule s JOIN allocation al ON al.id = s.allocation_id
   WHERE al.programme_id = ${moment.programmeId}::uuid AND ${within(moment, Prisma.sql`s.created_at`)}`;

/** Everything beside the journal that came to be known between two instants, first come first, as this reader may see it. */
export async function changesBetween(tx: Tx, moment: Moment): Promise<Change[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT x.kind, ledger.instant(x.at) AS at, p.name AS by, x.nl, x.en, x.version, x.detail, x.ref
      FROM (${sources(moment)} UNION ALL ${rules(moment)} UNION ALL ${reporting(moment)}) x
      LEFT JOIN person p ON p.id = x.by ORDER BY x.at, x.kind, x.ref, x.version`;
  return rows.map(({ nl, en, ...row }) => ({ ...row, subject: { nl, en } }));
}
