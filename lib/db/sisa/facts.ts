import { cents } from "@/lib/domain/money";
import { minimumFor } from "@/lib/domain/sampling/minimum";
import type { SisaAllocation } from "@/lib/domain/sisa/decision-groups";
import type { SisaMove } from "@/lib/domain/sisa/measures";
import type { SisaAnswer, SisaFacts, SisaStream, SisaWindow } from "@/lib/domain/sisa/sisa-year";
import { toleranceFor } from "@/lib/domain/sisa/tolerance";
import { isoDateOrNull } from "../dates";
import { Prisma } from "../generated/client";
import { readMinimums } from "../sampling/minimums";
import type { Tx } from "../transaction";
import { exemption } from "../windows/exempt";
import { readCodeVersions, readTolerances, schemesOf } from "./codes";

export interface SisaPlace {
  readonly programmeId: string;
  readonly municipalityId: string;
  readonly year: number;
}

/** What the municipality added, in its last version; version 0 when nothing was. */
export interface SavedAnswers {
  readonly version: number;
  readonly adoptedOn: string | null;
  readonly answers: ReadonlyMap<string, SisaAnswer>;
}

export async function readAnswers(tx: Tx, place: SisaPlace): Promise<SavedAnswers> {
  const row = await tx.sisaAnswers.findFirst({
    where: { ...place },
    orderBy: { version: "desc" },
    include: { answers: true },
  });
  const answers = (row?.answers ?? []).map((one): [string, SisaAnswer] => [
    one.rowKey,
    {
      final: one.final,
      errors: one.errorsCents === null ? null : cents(one.errorsCents),
      uncertainties: one.uncertaintiesCents === null ? null : cents(one.uncertaintiesCents),
      note: one.note,
    },
  ]);
  return {
    version: row?.version ?? 0,
    adoptedOn: isoDateOrNull(row?.adoptedOn ?? null),
    answers: new Map(answers),
  };
}

/** Everything a year's accounts are made of, in the transaction that shows or freezes them. */
export async function readSisaFacts(
  tx: Tx,
  place: SisaPlace,
  { today, saved }: { today: string; saved: SavedAnswers },
): Promise<SisaFacts> {
  const { programmeId, year } = place;
  const streams = await tx.stream.findMany({ where: { programmeId }, orderBy: { position: "asc" } });
  const schemes = schemesOf(await readCodeVersions(tx, programmeId), year);
  // What accounts elsewhere is no row of this annex.
  const outside = new Set(
    [...schemes].filter(([, { code, year: y }]) => code === null && y === null).map(([id]) => id),
  );
  return {
    year,
    today,
    streams: streams.map(({ id, code, shortName }): SisaStream => ({ id, code, name: shortName })),
    allocations: (await readAllocations(tx, place)).filter(({ streamId }) => !outside.has(streamId)),
    moves: await readMoves(tx, place, [...outside]),
    windows: await readWindows(tx, place, today),
    schemes,
    tolerance: toleranceFor(await readTolerances(tx, programmeId), year),
    itemFrom: minimumFor(await readMinimums(tx, programmeId), year)?.threshold ?? null,
    adoptedOn: saved.adoptedOn,
    answers: saved.answers,
  };
}

const readAllocations = async (tx: Tx, { programmeId, municipalityId }: SisaPlace) => {
  const rows = await tx.$queryRaw<(Omit<SisaAllocation, "awarded"> & { awarded: bigint })[]>`
    SELECT al.number, al.stream_id::text AS "streamId", al.tranche_id::text AS "trancheId",
           al.decision_number AS "decisionNumber", to_char(al.decision_on, 'YYYY-MM-DD') AS "decisionOn",
           concat_ws('/', al.tranche_id, al.theme_id, al.area_id) AS place,
           t.first_year AS "firstYear", t.last_year AS "lastYear",
           coalesce((SELECT sum(b.balance_cents) FROM account a JOIN account_balance b ON b.account_id = a.id
             WHERE a.programme_id = al.programme_id AND a.kind = 'allocated' AND a.tranche_id = al.tranche_id
               AND a.theme_id = al.theme_id AND a.area_id = al.area_id), 0)::bigint AS awarded
      FROM allocation al JOIN tranche t ON t.id = al.tranche_id
     WHERE al.programme_id = ${programmeId}::uuid AND al.municipality_id = ${municipalityId}::uuid
     ORDER BY al.number`;
  return rows.map((row) => ({ ...row, awarded: cents(row.awarded) }));
};

/** The year in which an amount was reported is that of its report's period; an entry without one was of its own year. */
const readMoves = async (
  tx: Tx,
  { programmeId, municipalityId }: SisaPlace,
  outside: readonly string[],
): Promise<SisaMove[]> => {
  const rows = await tx.$queryRaw<(Omit<SisaMove, "amount"> & { amount: bigint })[]>`
    SELECT e.seq, e.kind::text AS kind, concat_ws('/', a.tranche_id, a.theme_id, a.area_id) AS place,
           a.year AS about, coalesce(w.year, a.year) AS "reportedIn", sum(e.amount_cents)::bigint AS amount
      FROM account a CROSS JOIN LATERAL (
        SELECT x.seq, x.kind, x.report_id, p.amount_cents FROM posting p
          JOIN entry x ON x.programme_id = p.programme_id AND x.seq = p.entry_seq AND x.kind IN ('spent', 'spend_corrected')
         WHERE p.account_id = a.id AND p.programme_id = ${programmeId}::uuid OFFSET 0) e
      LEFT JOIN report r ON r.id = e.report_id LEFT JOIN reporting_window w ON w.id = r.window_id
     WHERE a.programme_id = ${programmeId}::uuid AND a.municipality_id = ${municipalityId}::uuid AND a.kind = 'spent'
       AND NOT (a.stream_id = ANY (${[...outside]}::uuid[]))
     GROUP BY e.seq, e.kind, a.tranche_id, a.theme_id, a.area_id, a.year, w.year ORDER BY e.seq`;
  return rows.map((row) => ({ ...row, amount: cents(row.amount) }));
};

const readWindows = (tx: Tx, { programmeId, municipalityId }: SisaPlace, today: string) =>
  tx.$queryRaw<SisaWindow[]>`
  SELECT w.tranche_id::text AS "trancheId", w.code, w.year, to_char(w.ends_on, 'YYYY-MM-DD') AS "endsOn",
         coalesce(r.status = 'accepted', false) AS accepted,
         (r.status IS NULL OR r.status = 'draft') AND ${exemption(Prisma.sql`${municipalityId}::uuid`, today)} IS NOT NULL AS exempt
    FROM reporting_window w LEFT JOIN report r ON r.window_id = w.id AND r.municipality_id = ${municipalityId}::uuid
   WHERE w.programme_id = ${programmeId}::uuid ORDER BY w.ends_on, w.code`;
