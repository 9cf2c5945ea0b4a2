import { type Cents, cents } from "@/lib/domain/money";
import type { EarlierPeriod, ReportResult } from "@/lib/domain/reports/finding";
import type { KnownDecision } from "@/lib/domain/reports/known";
import type { LineExemption } from "@/lib/domain/reports/report-line";
import { isoDate } from "../dates";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { areaException, askedOn, exemption } from "../windows/exempt";

export interface PastWindow {
  readonly id: string;
  readonly number: string;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly trancheId: string;
  readonly trancheName: string;
  readonly streamName: string;
  readonly lastYear: number | null;
  readonly eligibleFrom: Date | null;
  readonly eligibleTo: Date | null;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly startsOn: Date;
  readonly endsOn: Date;
  readonly opensOn: Date;
  readonly dueOn: Date;
}

export interface PastLine {
  readonly reportId: string;
  readonly key: string;
  readonly place: string;
  readonly areaId: string;
  readonly themeId: string;
  readonly spent: bigint | null;
  readonly correction: bigint | null;
  readonly note: string | null;
  readonly forecast: bigint | null;
  readonly own: bigint | null;
  readonly explanation: string | null;
}

/** A part of a line: what it said of one year, or of one project. */
export interface PastYear {
  readonly year: number;
  readonly amount: bigint;
}
export interface PastProject {
  readonly position: number;
  readonly name: string;
  readonly spent: bigint | null;
}

/** Accepted spend at a place, by the period in which it was reported. */
export interface Spend {
  readonly place: string;
  readonly year: number | null;
  readonly windowYear: number;
  readonly period: number;
  readonly periods: number;
  readonly endsOn: string;
  readonly amount: bigint;
}

/** What past reports are checked with; "owner" is "tranche/municipality", a place "area/theme". */
export interface PastFacts {
  readonly reports: readonly PastWindow[];
  readonly lines: ReadonlyMap<string, readonly PastLine[]>;
  /** By "report/place". */
  readonly years: ReadonlyMap<string, readonly PastYear[]>;
  readonly projects: ReadonlyMap<string, readonly PastProject[]>;
  /** By "report/area": why nothing was asked there. */
  readonly exempt: ReadonlyMap<string, LineExemption>;
  readonly results: ReadonlyMap<string, readonly ReportResult[]>;
  readonly windows: ReadonlyMap<string, readonly EarlierPeriod[]>;
  readonly decisions: ReadonlyMap<string, readonly KnownDecision[]>;
  readonly spends: ReadonlyMap<string, readonly Spend[]>;
  /** "owner/place" of what was settled. */
  readonly settled: ReadonlySet<string>;
  /** What is allocated at a place for the years up to this one, or for all of them. */
  readonly allocatedUpTo: (owner: string, place: string, year: number | null) => Cents;
}

function grouped<T, K extends keyof T>(rows: readonly T[], by: K): Map<string, Omit<T, K>[]> {
  const groups = new Map<string, Omit<T, K>[]>();
  for (const row of rows) {
    const key = String(row[by]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

export async function readPastFacts(tx: Tx, programmeId: string): Promise<PastFacts> {
  const reports = await tx.$queryRaw<PastWindow[]>`
    SELECT r.id::text, r.number, m.id::text AS "municipalityId", m.preferred_name AS "municipalityName",
           t.id::text AS "trancheId", t.name AS "trancheName", s.short_name AS "streamName", t.last_year AS "lastYear",
           coalesce(t.opens_on, make_date(t.first_year, 1, 1)) AS "eligibleFrom",
           greatest(t.closes_on, make_date(t.last_year, 12, 31)) AS "eligibleTo", w.year, w.period, w.periods,
           w.starts_on AS "startsOn", w.ends_on AS "endsOn", w.opens_on AS "opensOn", w.due_on AS "dueOn"
      FROM report r JOIN reporting_window w ON w.id = r.window_id JOIN tranche t ON t.id = w.tranche_id
      JOIN stream s ON s.id = w.stream_id JOIN organisation m ON m.id = r.municipality_id
     WHERE w.programme_id = ${programmeId}::uuid AND r.status IN ('submitted', 'signed', 'accepted')
     ORDER BY w.ends_on DESC, s.position, t.code, m.preferred_name`;
  const lines = await tx.$queryRaw<PastLine[]>`
    SELECT l.report_id::text AS "reportId", a.code || '.' || th.code AS key, a.id::text || '/' || th.id::text AS place,
           a.id::text AS "areaId", th.id::text AS "themeId", l.spent_cents AS spent, l.correction_cents AS correction,
           l.correction_note AS note, l.forecast_cents AS forecast, l.own_cents AS own, l.explanation
      FROM report_line l JOIN report r ON r.id = l.report_id JOIN reporting_window w ON w.id = r.window_id
      JOIN area a ON a.id = l.area_id JOIN theme th ON th.id = l.theme_id
     WHERE w.programme_id = ${programmeId}::uuid AND r.status IN ('submitted', 'signed', 'accepted')`;
  const results = await tx.$queryRaw<(ReportResult & { reportId: string })[]>`
    SELECT x.report_id::text AS "reportId", i.code AS key, i.id::text AS "indicatorId", x.value, x.note
      FROM report_result x JOIN report r ON r.id = x.report_id JOIN reporting_window w ON w.id = r.window_id
      JOIN indicator i ON i.id = x.indicator_id
     WHERE w.programme_id = ${programmeId}::uuid AND r.status IN ('submitted', 'signed', 'accepted')`;
  const parts = await readParts(tx, programmeId);
  const decisions = await tx.$queryRaw<
    (Omit<KnownDecision, "decidedOn"> & { owner: string; on: Date; settled: boolean })[]
  >`
    SELECT a.tranche_id::text || '/' || a.municipality_id::text AS owner, a.area_id::text || '/' || a.theme_id::text AS place,
           ar.name AS "areaName", th.name_nl AS "themeNameNl", th.name_en AS "themeNameEn", a.decision_number AS number,
           a.decision_on AS "on", coalesce((SELECT e.kind = 'settled' FROM entry e WHERE e.programme_id = a.programme_id
             AND e.allocation_id = a.id AND e.kind IN ('settled', 'settlement_reopened') ORDER BY e.seq DESC LIMIT 1), false) AS settled
      FROM allocation a JOIN area ar ON ar.id = a.area_id JOIN theme th ON th.id = a.theme_id
     WHERE a.programme_id = ${programmeId}::uuid ORDER BY a.decision_on, a.number`;
  const years = await tx.$queryRaw<{ at: string; year: number; amount: bigint }[]>`
    SELECT concat_ws('/', c.tranche_id, c.municipality_id, c.area_id, c.theme_id) AS at, c.year, sum(b.balance_cents)::bigint AS amount
      FROM account c JOIN account_balance b ON b.account_id = c.id
     WHERE c.programme_id = ${programmeId}::uuid AND c.kind = 'allocated' AND c.year IS NOT NULL
     GROUP BY c.tranche_id, c.municipality_id, c.area_id, c.theme_id, c.year`;
  const { spends, windows } = await readPeriods(tx, programmeId);
  const perPlace = grouped(years, "at");
  return {
    reports,
    lines: grouped(lines, "reportId") as Map<string, PastLine[]>,
    ...parts,
    exempt: await readExempt(tx, programmeId),
    results: grouped(results, "reportId"),
    windows,
    decisions: grouped(
      decisions.map(({ on, settled: _, ...one }) => ({ ...one, decidedOn: isoDate(on) })),
      "owner",
    ),
    spends,
    settled: new Set(decisions.filter((one) => one.settled).map(({ owner, place }) => `${owner}/${place}`)),
    allocatedUpTo: (owner, place, limit) =>
      cents(
        (perPlace.get(`${owner}/${place}`) ?? [])
          .filter(({ year }) => limit === null || year <= limit)
          .reduce((all, { amount }) => all + amount, 0n),
      ),
  };
}

/** Years and projects of every line of a report that was handed in. */
async function readParts(tx: Tx, programmeId: string): Promise<Pick<PastFacts, "years" | "projects">> {
  const years = await tx.$queryRaw<(PastYear & { at: string })[]>`
    SELECT concat_ws('/', f.report_id, f.area_id, f.theme_id) AS at, f.year, f.amount_cents AS amount
      FROM report_forecast f JOIN report r ON r.id = f.report_id JOIN reporting_window w ON w.id = r.window_id
     WHERE w.programme_id = ${programmeId}::uuid AND r.status IN ('submitted', 'signed', 'accepted') ORDER BY f.year`;
  const projects = await tx.$queryRaw<(PastProject & { at: string })[]>`
    SELECT concat_ws('/', p.report_id, p.area_id, p.theme_id) AS at, p.position, p.name, p.spent_cents AS spent
      FROM report_project p JOIN report r ON r.id = p.report_id JOIN reporting_window w ON w.id = r.window_id
     WHERE w.programme_id = ${programmeId}::uuid AND r.status IN ('submitted', 'signed', 'accepted') ORDER BY p.position`;
  return { years: grouped(years, "at"), projects: grouped(projects, "at") };
}

/** The areas of which nothing was asked when the report was handed in. */
async function readExempt(tx: Tx, programmeId: string): Promise<PastFacts["exempt"]> {
  const rows = await tx.$queryRaw<{ at: string; kind: LineExemption["kind"]; expiresOn: Date }[]>`
    SELECT concat_ws('/', r.id, ar.id) AS at, one.kind, one.expires_on AS "expiresOn"
      FROM report r JOIN reporting_window w ON w.id = r.window_id
      JOIN area ar ON ar.municipality_id = r.municipality_id AND ar.programme_id = w.programme_id
      JOIN LATERAL (${areaException(askedOn("infinity"))}) one ON true
     WHERE w.programme_id = ${programmeId}::uuid AND r.status IN ('submitted', 'signed', 'accepted')`;
  return new Map(rows.map(({ at, kind, expiresOn }) => [at, { kind, expiresOn: isoDate(expiresOn) }]));
}

async function readPeriods(tx: Tx, programmeId: string): Promise<Pick<PastFacts, "spends" | "windows">> {
  const spends = await tx.$queryRaw<(Omit<Spend, "endsOn"> & { owner: string; endsOn: Date })[]>`
    SELECT a.tranche_id::text || '/' || a.municipality_id::text AS owner, a.area_id::text || '/' || a.theme_id::text AS place,
           a.year, w.year AS "windowYear", w.period, w.periods, w.ends_on AS "endsOn", sum(p.amount_cents)::bigint AS amount
      FROM account a JOIN posting p ON p.programme_id = a.programme_id AND p.account_id = a.id
      JOIN entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq
      JOIN report o ON o.id = e.report_id JOIN reporting_window w ON w.id = o.window_id
     WHERE a.programme_id = ${programmeId}::uuid AND a.kind = 'spent'
     GROUP BY a.tranche_id, a.municipality_id, a.area_id, a.theme_id, a.year, w.id
     ORDER BY w.ends_on`;
  const windows = await tx.$queryRaw<(Omit<EarlierPeriod, "endsOn"> & { owner: string; endsOn: Date })[]>`
    SELECT w.tranche_id::text || '/' || m.municipality_id::text AS owner, w.year, w.period, w.periods, w.ends_on AS "endsOn",
           r.status::text AS status
      FROM reporting_window w
      JOIN (SELECT tranche_id, municipality_id, min(decision_on) AS first FROM allocation
             WHERE programme_id = ${programmeId}::uuid GROUP BY 1, 2) m ON m.tranche_id = w.tranche_id AND m.first <= w.ends_on
      LEFT JOIN report r ON r.window_id = w.id AND r.municipality_id = m.municipality_id
     WHERE w.programme_id = ${programmeId}::uuid
       AND NOT (r.id IS NULL AND ${exemption(Prisma.sql`m.municipality_id`, Prisma.sql`w.due_on`)} IS NOT NULL)`;
  return {
    spends: grouped(
      spends.map((one) => ({ ...one, endsOn: isoDate(one.endsOn) })),
      "owner",
    ),
    windows: grouped(
      windows.map((one) => ({ ...one, endsOn: isoDate(one.endsOn) })),
      "owner",
    ),
  };
}
