import type { AccountKind } from "@/lib/domain/ledger/journal";
import type { MonthCut } from "@/lib/domain/ledger/month-cut";
import { cents } from "@/lib/domain/money";
import type { Position } from "@/lib/domain/reconciliation/positions";
import type { Prisma } from "../generated/client";
import { balancesAsOf, moved } from "../ledger-reading/moved";
import type { Tx } from "../transaction";

interface Row {
  readonly kind: AccountKind;
  readonly streamId: string;
  readonly trancheId: string;
  readonly municipalityId: string | null;
  readonly areaId: string | null;
  readonly themeId: string | null;
  readonly year: number | null;
  readonly amount: bigint;
  readonly lines: bigint;
}

/** A position, and how many lines of entries made it. */
export interface CountedPosition extends Position {
  readonly lines: bigint;
}

/**
 * Sum of postings as of the two dates, by the dimensions of their accounts, in one statement that reads balances, whole
 * months and the entries of broken months. An account without postings at that time is absent, not zero.
 */
export const positionsAsOf = (tx: Tx, programmeId: string, cut: MonthCut): Promise<CountedPosition[]> =>
  positionsOf(tx, programmeId, balancesAsOf({ programmeId, streamId: null }, cut));

/** What was known by then of days after the valid-on date. */
export const laterPositions = (tx: Tx, programmeId: string, cut: MonthCut): Promise<CountedPosition[]> =>
  positionsOf(tx, programmeId, moved({ programmeId, streamId: null }, cut, "after"));

async function positionsOf(tx: Tx, programmeId: string, movements: Prisma.Sql): Promise<CountedPosition[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH account_sum AS (
      SELECT x.account_id, sum(x.amount) AS amount, sum(x.postings) AS postings FROM (${movements}) x GROUP BY x.account_id)
    SELECT a.kind::text AS kind, a.stream_id AS "streamId", a.tranche_id AS "trancheId",
      a.municipality_id AS "municipalityId", a.area_id AS "areaId", a.theme_id AS "themeId", a.year,
      sum(s.amount)::bigint AS amount, sum(s.postings)::bigint AS lines
      FROM account_sum s JOIN account a ON a.programme_id = ${programmeId}::uuid AND a.id = s.account_id
     GROUP BY a.kind, a.stream_id, a.tranche_id, a.municipality_id, a.area_id, a.theme_id, a.year
    HAVING sum(s.postings) > 0`;
  return rows.map((row): CountedPosition => ({ ...row, amount: cents(row.amount) }));
}
