import { proposalContent } from "@/lib/domain/proposals/proposal-content";
import { Prisma } from "../generated/client";
import { rowsJson } from "../hash";
import { queryLarge, type Tx } from "../transaction";
import type { DecidedLine } from "./decided-lines";
import { factsOf } from "./read-proposal";

export interface Verdict {
  readonly line: DecidedLine;
  readonly reason: string | null;
  readonly onBehalfOf: string | null;
}

/** Keeps what one person decided about each line, with what was shown, in one statement. */
export async function writeApprovals(
  tx: Tx,
  personId: string,
  outcome: "approved" | "returned",
  verdicts: readonly Verdict[],
): Promise<void> {
  const rows = verdicts.map(({ line, reason, onBehalfOf }) => ({
    id: line.id,
    version: line.version,
    hash: line.contentHash,
    shown: proposalContent(factsOf(line.row)),
    reason,
    principal: onBehalfOf,
  }));
  await queryLarge(
    tx,
    Prisma.sql`
    INSERT INTO approval (proposal_id, version, content_hash, shown, outcome, reason, person_id, on_behalf_of)
    SELECT x.id, x.version, x.hash, x.shown, ${outcome}::approval_outcome, x.reason, ${personId}::uuid, x.principal
      FROM jsonb_to_recordset(${rowsJson(rows)}::jsonb)
        AS x(id uuid, version int, hash text, shown jsonb, reason text, principal uuid)`,
  );
}

/** Which of these still miss an approval: above the threshold of their stream two people approve. */
export async function stillWaiting(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await queryLarge<{ id: string }>(
    tx,
    Prisma.sql`
    SELECT proposal_id::text AS id FROM approval_standing WHERE proposal_id = ANY (${[...ids]}::uuid[]) AND given < needed`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Makes the allocations of approved lines; every line comes back with the allocation that it makes or changes. */
export async function makeAllocations(tx: Tx, ids: readonly string[]): Promise<void> {
  await queryLarge(
    tx,
    Prisma.sql`
    INSERT INTO allocation (programme_id, number, stream_id, tranche_id, theme_id, municipality_id, area_id, decision_number, decision_on)
    SELECT p.programme_id, p.number, p.stream_id, p.tranche_id, p.theme_id, p.municipality_id, p.area_id, p.decision_number, p.decision_on
      FROM proposal p WHERE p.id = ANY (${[...ids]}::uuid[]) AND p.kind = 'allocation'`,
  );
}

/** Approved for good: its status, and the allocation of the same number. */
export async function markApproved(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await queryLarge<{ id: string; allocationId: string | null }>(
    tx,
    Prisma.sql`
    UPDATE proposal p SET status = 'approved', updated_at = now(),
        allocation_id = coalesce(p.allocation_id, (SELECT a.id FROM allocation a WHERE a.programme_id = p.programme_id AND a.number = p.number))
     WHERE p.id = ANY (${[...ids]}::uuid[]) RETURNING p.id::text AS id, p.allocation_id::text AS "allocationId"`,
  );
  return new Map(rows.map(({ id, allocationId }) => [id, allocationId]));
}

export async function markReturned(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`UPDATE proposal SET status = 'returned', updated_at = now() WHERE id = ANY (${[...ids]}::uuid[])`;
}

/** First entry of each allocation: what a revision or withdrawal corrects. */
export async function firstEntries(tx: Tx, allocationIds: readonly string[]): Promise<Map<string, bigint>> {
  if (allocationIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; seq: bigint }[]>`
    SELECT allocation_id::text AS id, min(seq) AS seq FROM entry WHERE allocation_id = ANY (${[...allocationIds]}::uuid[])
     GROUP BY allocation_id`;
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** The settlement of each allocation that stands last: what a reopening corrects. */
export async function lastSettlements(
  tx: Tx,
  allocationIds: readonly string[],
): Promise<Map<string, bigint>> {
  if (allocationIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; seq: bigint }[]>`
    SELECT allocation_id::text AS id, max(seq) AS seq FROM entry
     WHERE allocation_id = ANY (${[...allocationIds]}::uuid[]) AND kind = 'settled' GROUP BY allocation_id`;
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** Batches of these whose lines move money, so that they are decided together. */
export async function movements(tx: Tx, batchIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (batchIds.length === 0) return new Set();
  const rows = await tx.batch.findMany({
    where: { id: { in: [...batchIds] }, together: true, origin: "reallocation" },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Tranches of these that have a ceiling already. */
export async function withCeiling(tx: Tx, trancheIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (trancheIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a.tranche_id::text AS id FROM tranche t JOIN stream s ON s.id = t.stream_id
      JOIN account a ON a.programme_id = s.programme_id AND a.tranche_id = t.id AND a.kind = 'ceiling'
      JOIN account_balance b ON b.account_id = a.id
     WHERE t.id = ANY (${[...trancheIds]}::uuid[]) AND b.posting_count > 0`;
  return new Set(rows.map(({ id }) => id));
}

export async function markProposed(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`UPDATE proposal SET status = 'proposed', updated_at = now() WHERE id = ANY (${[...ids]}::uuid[])`;
}
