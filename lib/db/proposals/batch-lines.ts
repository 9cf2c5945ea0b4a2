import { type Cents, cents, sum } from "@/lib/domain/money";
import type { BatchLineView, BatchRoom, LineState } from "@/lib/domain/proposals/batch-view";
import type { Tx } from "../transaction";
import { STATE } from "./batch-list";

/** One page of lines, in the order in which they were entered. */
export async function batchLines(
  tx: Tx,
  asked: {
    readonly batchId: string;
    readonly state: LineState | null;
    readonly personId: string | null;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<BatchLineView[]> {
  const rows = await tx.$queryRaw<StoredLine[]>`
    WITH page AS (
      SELECT p.*, ${STATE} AS state FROM proposal p WHERE p.batch_id = ${asked.batchId}::uuid
         AND (${asked.state}::text IS NULL OR ${STATE} = ${asked.state})
       ORDER BY p.batch_line LIMIT ${asked.limit} OFFSET ${asked.offset})
    SELECT p.id::text AS id, p.batch_line AS line, p.number, p.kind::text AS kind, p.state, p.version, p.content_hash AS "contentHash",
        m.preferred_name AS municipality, ar.name AS area, s.short_name AS stream, t.name AS tranche, th.name_nl AS "themeNl",
        th.name_en AS "themeEn", p.decision_number AS "decisionNumber", to_char(p.decision_on, 'YYYY-MM-DD') AS "decisionOn",
        p.decision_document AS "decisionDocument", p.gross_cents AS "grossCents", p.bcf_cents AS "bcfCents",
        to_char(p.effective_on, 'YYYY-MM-DD') AS "effectiveOn", p.legal_source AS "legalSource", p.reason AS why,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('year', l.year, 'amount', l.amount_cents::text) ORDER BY l.year), '[]')
           FROM proposal_line l WHERE l.proposal_id = p.id) AS years,
        EXISTS (SELECT 1 FROM proposal_past x WHERE x.proposal_id = p.id AND x.status IN ('proposed', 'returned')
          AND (x.version, x.content_hash) <> (p.version, p.content_hash)) AS changed,
        EXISTS (SELECT 1 FROM approval a WHERE a.proposal_id = p.id AND a.outcome = 'approved' AND a.version = p.version
          AND a.person_id = ${asked.personId}::uuid) AS "approvedByMe",
        (SELECT a.reason FROM approval a WHERE a.proposal_id = p.id AND a.outcome = 'returned' AND p.status = 'returned'
          ORDER BY a.at DESC LIMIT 1) AS "returnReason"
      FROM page p JOIN stream s ON s.id = p.stream_id JOIN tranche t ON t.id = p.tranche_id
      LEFT JOIN theme th ON th.id = p.theme_id LEFT JOIN area ar ON ar.id = p.area_id
      LEFT JOIN organisation m ON m.id = p.municipality_id
     ORDER BY p.batch_line`;
  return rows.map(({ years: stored, grossCents, bcfCents, ...row }) => {
    const years = stored.map(({ year, amount }) => ({ year, amount: cents(BigInt(amount)) }));
    return {
      ...row,
      grossCents: centsOrNull(grossCents),
      bcfCents: centsOrNull(bcfCents),
      years,
      total: sum(years.map(({ amount }) => amount)),
    };
  });
}

interface StoredLine extends Omit<BatchLineView, "total" | "years" | "grossCents" | "bcfCents"> {
  readonly grossCents: bigint | null;
  readonly bcfCents: bigint | null;
  readonly years: readonly { readonly year: number; readonly amount: string }[];
}
const centsOrNull = (value: bigint | null): Cents | null => (value === null ? null : cents(value));

/** What the lines that are not decided yet ask, beside what is free under the ceiling without them. */
export async function batchRooms(tx: Tx, batchId: string): Promise<BatchRoom[]> {
  const rows = await tx.$queryRaw<
    { stream: string; tranche: string; year: number; free: bigint | null; asked: bigint }[]
  >`
    WITH asked AS (
      SELECT p.tranche_id, l.year, sum(l.amount_cents) AS amount FROM proposal p JOIN proposal_line l ON l.proposal_id = p.id
       WHERE p.batch_id = ${batchId}::uuid AND p.status IN ('draft', 'proposed', 'returned') GROUP BY p.tranche_id, l.year),
    others AS (
      SELECT p.tranche_id, l.year, sum(greatest(l.amount_cents, 0)) AS amount FROM proposal p JOIN proposal_line l ON l.proposal_id = p.id
       WHERE p.tranche_id IN (SELECT tranche_id FROM asked) AND p.status = 'proposed' AND p.kind IN ('allocation', 'revision')
         AND p.batch_id IS DISTINCT FROM ${batchId}::uuid GROUP BY p.tranche_id, l.year)
    SELECT s.short_name AS stream, t.name AS tranche, k.year, k.amount::bigint AS asked,
        (SELECT (b.balance_cents - coalesce(o.amount, 0))::bigint FROM account a JOIN account_balance b ON b.account_id = a.id
          WHERE a.programme_id = s.programme_id AND a.tranche_id = k.tranche_id AND a.year = k.year AND a.kind = 'unallocated') AS free
      FROM asked k JOIN tranche t ON t.id = k.tranche_id JOIN stream s ON s.id = t.stream_id
      LEFT JOIN others o ON o.tranche_id = k.tranche_id AND o.year = k.year
     ORDER BY s.position, t.code, k.year`;
  return rows.map(({ free, asked, ...row }) => {
    const before: Cents | null = free === null ? null : cents(free);
    return { ...row, before, asked: cents(asked), after: before === null ? null : cents(before - asked) };
  });
}
