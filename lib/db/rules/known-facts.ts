import { cents } from "@/lib/domain/money";
import type { KnownDecision, KnownFacts, SpentBefore } from "@/lib/domain/reports/known";
import type { ReportHeader } from "@/lib/domain/reports/report-file";
import { isoDate } from "../dates";
import type { Tx } from "../transaction";

/** What the ministry and the ledger know about the tranche of a report, for the rules that hold it against that. */
export async function readKnownFacts(tx: Tx, report: ReportHeader, hash: string): Promise<KnownFacts> {
  const places = await tx.$queryRaw<
    (Omit<KnownDecision, "decidedOn"> & { decidedOn: Date; toDate: bigint })[]
  >`
    SELECT a.area_id::text || '/' || a.theme_id::text AS place, ar.name AS "areaName", th.name_nl AS "themeNameNl",
           th.name_en AS "themeNameEn", a.decision_number AS number, a.decision_on AS "decidedOn",
           coalesce((SELECT sum(b.balance_cents) FROM account c JOIN account_balance b ON b.account_id = c.id
             WHERE c.programme_id = a.programme_id AND c.kind = 'allocated' AND c.tranche_id = a.tranche_id
               AND c.municipality_id = a.municipality_id AND c.area_id = a.area_id AND c.theme_id = a.theme_id
               AND c.year <= ${report.year}), 0)::bigint AS "toDate"
      FROM allocation a JOIN area ar ON ar.id = a.area_id JOIN theme th ON th.id = a.theme_id
     WHERE a.programme_id = ${report.programmeId}::uuid AND a.tranche_id = ${report.trancheId}::uuid
       AND a.municipality_id = ${report.municipalityId}::uuid
     ORDER BY a.decision_on, a.number`;
  return {
    decisions: places.map(({ toDate: _, decidedOn, ...one }) => ({ ...one, decidedOn: isoDate(decidedOn) })),
    spentBefore: await readSpentBefore(tx, report),
    allocatedToDate: new Map(places.map(({ place, toDate }) => [place, cents(toDate)])),
    ...(await readWindow(tx, report)),
    sameAsReturned: report.status === "returned" && (await returnedHash(tx, report.id)) === hash,
  };
}

/** Accepted spend of earlier periods per place; settled when the last word about its allocations is a settlement. */
function readSpentBefore(tx: Tx, report: ReportHeader): Promise<SpentBefore[]> {
  return tx.$queryRaw<SpentBefore[]>`
    SELECT a.area_id::text || '/' || a.theme_id::text AS place, ar.name AS "areaName", th.name_nl AS "themeNameNl",
           th.name_en AS "themeNameEn", sum(p.amount_cents)::bigint AS spent,
           coalesce((SELECT bool_and(last.kind = 'settled') FROM allocation l CROSS JOIN LATERAL (
               SELECT x.kind::text FROM entry x WHERE x.programme_id = l.programme_id AND x.allocation_id = l.id
                 AND x.kind IN ('settled', 'settlement_reopened') ORDER BY x.seq DESC LIMIT 1) last
             WHERE l.tranche_id = ${report.trancheId}::uuid AND l.municipality_id = ${report.municipalityId}::uuid
               AND l.area_id = a.area_id AND l.theme_id = a.theme_id), false) AS settled
      FROM account a
      JOIN posting p ON p.programme_id = a.programme_id AND p.account_id = a.id
      JOIN entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq
      JOIN report o ON o.id = e.report_id
      JOIN reporting_window w ON w.id = o.window_id
      JOIN area ar ON ar.id = a.area_id JOIN theme th ON th.id = a.theme_id
     WHERE a.programme_id = ${report.programmeId}::uuid AND a.tranche_id = ${report.trancheId}::uuid
       AND a.municipality_id = ${report.municipalityId}::uuid AND a.kind = 'spent'
       AND w.ends_on < ${isoDate(report.endsOn)}::date
     GROUP BY a.area_id, a.theme_id, ar.name, th.name_nl, th.name_en
     ORDER BY ar.name, th.name_nl`;
}

async function readWindow(tx: Tx, report: ReportHeader): Promise<Pick<KnownFacts, "eligible" | "later">> {
  const [tranche] = await tx.$queryRaw<{ from: Date | null; to: Date | null }[]>`
    SELECT coalesce(opens_on, make_date(first_year, 1, 1)) AS "from",
           greatest(closes_on, make_date(last_year, 12, 31)) AS "to" FROM tranche WHERE id = ${report.trancheId}::uuid`;
  const [later] = await tx.$queryRaw<NonNullable<KnownFacts["later"]>[]>`
    SELECT w.year, w.period, w.periods FROM reporting_window w JOIN report r ON r.window_id = w.id
     WHERE w.tranche_id = ${report.trancheId}::uuid AND r.municipality_id = ${report.municipalityId}::uuid
       AND w.starts_on > ${isoDate(report.endsOn)}::date AND EXISTS (SELECT 1 FROM report_line l
         WHERE l.report_id = r.id AND coalesce(l.spent_cents, 0) <> 0)
     ORDER BY w.starts_on LIMIT 1`;
  const day = (date: Date | null | undefined) => (date ? isoDate(date) : null);
  return { eligible: { from: day(tranche?.from), to: day(tranche?.to) }, later: later ?? null };
}

async function returnedHash(tx: Tx, reportId: string): Promise<string | null> {
  const event = await tx.reportEvent.findFirst({
    where: { reportId, action: "returned" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { contentHash: true },
  });
  return event?.contentHash ?? null;
}
