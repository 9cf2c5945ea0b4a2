import { isoDate } from "../dates";
import { asSystem, type Tx } from "../transaction";

export interface FeedRow {
  readonly id: string;
  readonly municipalityName: string | null;
  readonly language: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** A person's own feeds of a programme, the newest first. */
export async function readFeeds(tx: Tx, programmeId: string, personId: string): Promise<FeedRow[]> {
  const rows = await tx.calendarFeed.findMany({
    where: { programmeId, personId },
    include: { municipality: { select: { preferredName: true } } },
    orderBy: { createdAt: "desc" },
  });
  return rows.map(({ municipality, ...row }) => ({
    ...row,
    municipalityName: municipality?.preferredName ?? null,
  }));
}

/** A date of a window for calendars; names of streams and periods, and nothing about people or money. */
export interface FeedWindow {
  readonly id: string;
  readonly streamName: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly closesAt: Date | null;
  /** Grows with every change of the dates, so that a calendar takes over the new ones. */
  readonly changes: number;
}

export interface Feed {
  readonly programme: string;
  readonly programmeNl: string;
  readonly programmeEn: string;
  readonly municipalityName: string | null;
  readonly language: string;
  readonly windows: readonly FeedWindow[];
}

/**
 * What stands behind a secret address. The calendar that asks is nobody: the secret is the key, as long as it is not
 * revoked and its maker still has an account and a role (with a municipality: there).
 */
export const feedOfToken = (tokenHash: string): Promise<Feed | null> =>
  asSystem(async (tx) => {
    const [found] = await tx.$queryRaw<
      (Omit<Feed, "windows"> & { programmeId: string; municipalityId: string | null })[]
    >`
      SELECT f.programme_id::text AS "programmeId", f.municipality_id::text AS "municipalityId", f.language,
             p.code AS programme, p.name_nl AS "programmeNl", p.name_en AS "programmeEn", m.preferred_name AS "municipalityName"
        FROM calendar_feed f JOIN programme p ON p.id = f.programme_id LEFT JOIN organisation m ON m.id = f.municipality_id
       WHERE f.token_hash = ${tokenHash} AND f.revoked_at IS NULL
         AND EXISTS (SELECT 1 FROM user_account a WHERE a.person_id = f.person_id AND a.disabled_at IS NULL)
         AND EXISTS (SELECT 1 FROM role_assignment o WHERE o.person_id = f.person_id AND o.ended_at IS NULL
           AND (f.municipality_id IS NULL OR o.organisation_id = f.municipality_id))`;
    if (found === undefined) return null;
    const { programmeId, municipalityId, ...feed } = found;
    const rows = await tx.$queryRaw<
      (Omit<FeedWindow, "opensOn" | "dueOn"> & { opensOn: Date; dueOn: Date })[]
    >`
      SELECT w.id::text, s.short_name AS "streamName", w.year, w.period, w.periods, w.opens_on AS "opensOn", w.closes_at AS "closesAt",
             greatest(w.due_on, later.until) AS "dueOn",
             (SELECT count(*)::int FROM window_change c WHERE c.window_id = w.id) + (later.until IS NOT NULL)::int AS changes
        FROM reporting_window w JOIN stream s ON s.id = w.stream_id
        LEFT JOIN LATERAL (SELECT max(x.expires_on) AS until FROM reporting_exception x
          JOIN exception_decision d ON d.exception_id = x.id AND d.outcome = 'granted'
         WHERE x.window_id = w.id AND x.municipality_id = ${municipalityId}::uuid AND x.area_id IS NULL AND x.kind = 'later') later ON true
       WHERE w.programme_id = ${programmeId}::uuid AND (${municipalityId}::uuid IS NULL OR (
         EXISTS (SELECT 1 FROM allocation a WHERE a.tranche_id = w.tranche_id AND a.municipality_id = ${municipalityId}::uuid
           AND a.decision_on <= w.ends_on)
         AND NOT EXISTS (SELECT 1 FROM reporting_exception x JOIN exception_decision d ON d.exception_id = x.id AND d.outcome = 'granted'
           WHERE x.window_id = w.id AND x.municipality_id = ${municipalityId}::uuid AND x.area_id IS NULL AND x.kind <> 'later'
             AND x.expires_on >= security.today())))
       ORDER BY w.due_on, s.position, w.id`;
    return {
      ...feed,
      windows: rows.map((row) => ({ ...row, opensOn: isoDate(row.opensOn), dueOn: isoDate(row.dueOn) })),
    };
  });
