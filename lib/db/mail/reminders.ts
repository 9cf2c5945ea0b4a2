import { type MailKind, reminderDue } from "@/lib/domain/windows/mail";
import { isoDate } from "../dates";
import { Prisma } from "../generated/client";
import { asSystem, type Tx } from "../transaction";
import { dueOnFor, exemption } from "../windows/exempt";

export interface ReminderFacts {
  readonly programme: string;
  readonly programmeNl: string;
  readonly programmeEn: string;
  readonly streamName: string;
  readonly municipalityName: string;
  readonly personName: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly dueOn: string;
  readonly closesAt: Date | null;
  /** Whether it waits for the signer, and not for the coordinator. */
  readonly toSign: boolean;
}

interface Candidate extends Omit<ReminderFacts, "dueOn"> {
  readonly personId: string;
  readonly language: "nl" | "en";
  readonly programmeId: string;
  readonly streamId: string;
  readonly windowId: string;
  readonly municipalityId: string;
  readonly opensOn: Date;
  readonly dueOn: Date;
}

export type Compose = (
  kind: MailKind,
  language: "nl" | "en",
  facts: ReminderFacts,
) => { readonly subject: string; readonly body: string };

const MUNICIPALITY = Prisma.sql`m.id`;

/** Whoever a report that is not in waits for: coordinators, or signers once it is submitted. */
function candidates(tx: Tx, today: string): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`
    SELECT DISTINCT q.id::text AS "personId", q.name AS "personName", q.language, p.id::text AS "programmeId", p.code AS programme,
           p.name_nl AS "programmeNl", p.name_en AS "programmeEn", s.id::text AS "streamId", s.short_name AS "streamName",
           w.id::text AS "windowId", w.year, w.period, w.periods, m.id::text AS "municipalityId", m.preferred_name AS "municipalityName",
           w.opens_on AS "opensOn", ${dueOnFor(MUNICIPALITY)} AS "dueOn", w.closes_at AS "closesAt", coalesce(r.status = 'submitted', false) AS "toSign"
      FROM reporting_window w
      JOIN programme p ON p.id = w.programme_id JOIN stream s ON s.id = w.stream_id
      JOIN LATERAL (SELECT DISTINCT a.municipality_id FROM allocation a WHERE a.tranche_id = w.tranche_id
        AND a.programme_id = w.programme_id AND a.decision_on <= w.ends_on) reporter ON true
      JOIN organisation m ON m.id = reporter.municipality_id
      LEFT JOIN report r ON r.window_id = w.id AND r.municipality_id = m.id
      JOIN role_assignment o ON o.organisation_id = m.id AND o.ended_at IS NULL
        AND o.role = (CASE WHEN r.status = 'submitted' THEN 'signer' ELSE 'coordinator' END)::role_name
      JOIN person q ON q.id = o.person_id
     WHERE (r.status IS NULL OR r.status IN ('draft', 'returned', 'submitted')) AND w.opens_on <= ${today}::date
       AND EXISTS (SELECT 1 FROM user_account u WHERE u.person_id = q.id AND u.disabled_at IS NULL)
       AND ${exemption(MUNICIPALITY, today)} IS NULL
     ORDER BY 1, "windowId"`;
}

/**
 * Writes every reminder that is due today and was not written before, and a job that sends it, in one transaction. Two
 * workers at once write each only once: the unique key of `mail` decides.
 */
export const writeReminders = (today: string, now: Date, compose: Compose): Promise<number> =>
  asSystem(async (tx) => {
    let written = 0;
    for (const one of await candidates(tx, today)) {
      const { opensOn, dueOn, ...rest } = one;
      const dates = { opensOn: isoDate(opensOn), dueOn: isoDate(dueOn), closesAt: one.closesAt };
      const kind = reminderDue(dates, today, now);
      if (kind === null) continue;
      const { subject, body } = compose(kind, one.language, { ...rest, dueOn: dates.dueOn });
      const [made] = await tx.$queryRaw<{ id: string }[]>`
        INSERT INTO mail (person_id, programme_id, stream_id, window_id, municipality_id, kind, language, subject, body)
        VALUES (${one.personId}::uuid, ${one.programmeId}::uuid, ${one.streamId}::uuid, ${one.windowId}::uuid,
                ${one.municipalityId}::uuid, ${kind}, ${one.language}, ${subject}, ${body})
        ON CONFLICT (person_id, window_id, kind) DO NOTHING RETURNING id::text`;
      if (made === undefined) continue;
      written += 1;
      await tx.$queryRaw`SELECT 1 AS added FROM graphile_worker.add_job('send_mail',
        json_build_object('mail', ${made.id}::text), job_key => ${`mail:${made.id}`}::text, max_attempts => 6)`;
    }
    return written;
  });
