import { type CashFacts, paymentKey } from "@/lib/domain/proposals/advance-reasons";
import type { Tx } from "../transaction";

interface CashRow {
  readonly id: string;
  readonly awarded: bigint;
  readonly advanced: bigint;
  readonly advances: bigint;
  readonly recoveries: bigint;
  readonly today: string;
}

/**
 * What stands on these allocations around their payments, in cents, in one query however many there are.
 * @param except a proposal that does not stand in its own way
 * @param counting "ledger" leaves open proposals out: when lines are decided, who is approved first comes first
 */
export async function cashOf(
  tx: Tx,
  programmeId: string,
  allocationIds: readonly string[],
  except: string | null,
  counting: "open" | "ledger" = "open",
): Promise<ReadonlyMap<string, CashFacts>> {
  if (allocationIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<CashRow[]>`
    SELECT al.id::text AS id, to_char((now() AT TIME ZONE 'Europe/Amsterdam')::date, 'YYYY-MM-DD') AS today,
           coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'allocated'), 0)::bigint AS awarded,
           coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'advanced'), 0)::bigint AS advanced,
           max(o.advances)::bigint AS advances, max(o.recoveries)::bigint AS recoveries
      FROM allocation al
      LEFT JOIN account a ON a.programme_id = al.programme_id AND a.tranche_id = al.tranche_id AND a.theme_id = al.theme_id
       AND a.area_id = al.area_id AND a.kind IN ('allocated', 'advanced')
      LEFT JOIN account_balance b ON b.account_id = a.id
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(l.amount_cents) FILTER (WHERE p.kind = 'advance'), 0) AS advances,
              coalesce(sum(l.amount_cents) FILTER (WHERE p.kind = 'recovery'), 0) AS recoveries
         FROM proposal p JOIN proposal_line l ON l.proposal_id = p.id
        WHERE p.allocation_id = al.id AND p.status = 'proposed' AND p.kind IN ('advance', 'recovery')
          AND ${counting} = 'open' AND (${except}::uuid IS NULL OR p.id <> ${except}::uuid)) o
     WHERE al.programme_id = ${programmeId}::uuid AND al.id = ANY (${[...allocationIds]}::uuid[]) GROUP BY al.id`;
  const paid = await paidBefore(tx, programmeId, except, counting);
  return new Map(
    rows.map(({ id, awarded, advanced, advances, recoveries, today }) => [
      id,
      { awarded, advanced, today, paid, open: { advances, recoveries } },
    ]),
  );
}

/** Every payment of the programme that is posted, or proposed when that counts. */
async function paidBefore(
  tx: Tx,
  programmeId: string,
  except: string | null,
  counting: "open" | "ledger",
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ kind: string; reference: string; amount: bigint }[]>`
    SELECT p.kind::text AS kind, p.decision_number AS reference, p.decision_cents AS amount FROM proposal p
     WHERE p.programme_id = ${programmeId}::uuid AND p.kind IN ('advance', 'recovery') AND p.decision_number IS NOT NULL
       AND p.decision_cents IS NOT NULL AND (p.status = 'approved' OR (p.status = 'proposed' AND ${counting} = 'open'))
       AND (${except}::uuid IS NULL OR p.id <> ${except}::uuid)`;
  return new Set(rows.map(({ kind, reference, amount }) => paymentKey(kind, reference, amount)));
}
