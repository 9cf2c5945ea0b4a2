import type { TrackedFinding, TrackedSpend } from "@/lib/domain/findings/tolerance-tracker";
import { cents } from "@/lib/domain/money";
import type { Tolerance } from "@/lib/domain/sisa/tolerance";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

export interface TrackedAsked {
  readonly programmeId: string;
  readonly year: number;
  /** Null is every municipality. */
  readonly municipalityId: string | null;
  /** UTC with six decimals; null is now, which the kept balances know without going through the journal. */
  readonly knownAt: string | null;
}

/** What every scheme spent in the year, as far as it was booked at the instant. */
export async function spentInYear(tx: Tx, asked: TrackedAsked): Promise<TrackedSpend[]> {
  const { programmeId, year, municipalityId, knownAt } = asked;
  const amounts =
    knownAt === null
      ? Prisma.sql`SELECT sum(b.balance_cents) AS spent FROM account a JOIN account_balance b ON b.account_id = a.id`
      : Prisma.sql`SELECT sum(p.amount_cents) AS spent FROM account a
        JOIN posting p ON p.programme_id = a.programme_id AND p.account_id = a.id
        JOIN entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq AND e.recorded_at <= ${knownAt}::timestamptz`;
  const rows = await tx.$queryRaw<(Omit<TrackedSpend, "spent"> & { spent: bigint })[]>`
    SELECT s.id::text AS "streamId", s.code, s.short_name AS name, coalesce(x.spent, 0)::bigint AS spent FROM stream s
      LEFT JOIN LATERAL (${amounts} WHERE a.programme_id = ${programmeId}::uuid AND a.stream_id = s.id
        AND a.kind = 'spent' AND a.year = ${year}::int
        AND (${municipalityId}::uuid IS NULL OR a.municipality_id = ${municipalityId}::uuid)) x ON true
     WHERE s.programme_id = ${programmeId}::uuid ORDER BY s.position`;
  return rows.map((row) => ({ ...row, spent: cents(row.spent) }));
}

interface FindingRow extends Omit<TrackedFinding, "amount" | "entries"> {
  readonly amount: bigint;
  readonly entries: readonly string[];
}

/** Findings of the year that counted at the instant, in the version that was issued by then. */
export async function findingsOfYear(tx: Tx, asked: TrackedAsked): Promise<TrackedFinding[]> {
  const { programmeId, year, municipalityId, knownAt } = asked;
  const rows = await tx.$queryRaw<FindingRow[]>`
    SELECT f.id::text, f.number, f.stream_id::text AS "streamId", v.title, v.nature::text, v.amount_cents AS amount,
      ARRAY(SELECT e.seq::text FROM finding_entry e WHERE e.finding_id = f.id AND e.version = v.version ORDER BY e.seq) AS entries
      FROM audit_finding f
      CROSS JOIN LATERAL (SELECT x.version FROM finding_event x WHERE x.finding_id = f.id AND x.action = 'issued'
        AND (${knownAt}::timestamptz IS NULL OR x.at <= ${knownAt}::timestamptz) ORDER BY x.at DESC, x.id DESC LIMIT 1) issued
      CROSS JOIN LATERAL (SELECT x.action, x.ending FROM finding_event x WHERE x.finding_id = f.id
        AND (${knownAt}::timestamptz IS NULL OR x.at <= ${knownAt}::timestamptz) ORDER BY x.at DESC, x.id DESC LIMIT 1) last
      JOIN finding_version v ON v.finding_id = f.id AND v.version = issued.version
     WHERE f.programme_id = ${programmeId}::uuid AND f.year = ${year}::int AND v.amount_cents IS NOT NULL
       AND (${municipalityId}::uuid IS NULL OR f.municipality_id = ${municipalityId}::uuid)
       AND last.action <> 'withdrawn' AND (last.action <> 'closed' OR last.ending = 'stands')
     ORDER BY f.number`;
  return rows.map((row) => ({ ...row, amount: cents(row.amount), entries: row.entries.map(BigInt) }));
}

/** The tolerances that were recorded at the instant; a later version replaces nothing that was asked before it. */
export async function tolerancesAt(
  tx: Tx,
  programmeId: string,
  knownAt: string | null,
): Promise<Tolerance[]> {
  return tx.$queryRaw<Tolerance[]>`
    SELECT first_year AS "firstYear", version, errors, uncertainties, reading::text, source FROM sisa_tolerance
     WHERE programme_id = ${programmeId}::uuid AND (${knownAt}::timestamptz IS NULL OR created_at <= ${knownAt}::timestamptz)
     ORDER BY first_year DESC, version DESC`;
}
