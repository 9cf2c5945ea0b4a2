import "server-only";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Cents, cents } from "@/lib/domain/money";
import { type PaymentTerm, termStandings } from "@/lib/domain/payments/schedule";

/** A term whose day has passed and that is not paid in full. */
export interface LateTerm {
  readonly allocationId: string;
  readonly number: string;
  readonly area: string;
  readonly dueOn: string;
  readonly left: Cents;
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly area: string;
  readonly today: string;
  readonly advanced: bigint;
  readonly terms: readonly { dueOn: string; amount: string }[];
}

/** Late terms of the schedules that count, the oldest first. */
export const lateTerms = (grant: Grant<"proposal:read">, programmeId: string): Promise<LateTerm[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT al.id::text AS id, al.number, r.name AS area,
             to_char((now() AT TIME ZONE 'Europe/Amsterdam')::date, 'YYYY-MM-DD') AS today,
             coalesce((SELECT sum(b.balance_cents) FROM account a JOIN account_balance b ON b.account_id = a.id
               WHERE a.programme_id = al.programme_id AND a.kind = 'advanced' AND a.tranche_id = al.tranche_id
                 AND a.theme_id = al.theme_id AND a.area_id = al.area_id), 0)::bigint AS advanced,
             (SELECT jsonb_agg(jsonb_build_object('dueOn', to_char(t.due_on, 'YYYY-MM-DD'), 'amount', t.amount_cents::text))
                FROM payment_term t WHERE t.schedule_id = s.id) AS terms
        FROM (SELECT DISTINCT ON (allocation_id) * FROM payment_schedule ORDER BY allocation_id, version DESC) s
        JOIN allocation al ON al.id = s.allocation_id AND al.programme_id = ${programmeId}::uuid
        JOIN area r ON r.id = al.area_id
       WHERE coalesce((SELECT e.kind FROM entry e WHERE e.programme_id = al.programme_id AND e.allocation_id = al.id
               AND e.kind IN ('settled', 'settlement_reopened') ORDER BY e.seq DESC LIMIT 1), 'allocated') <> 'settled'
       ORDER BY al.number`;
    return rows
      .flatMap(({ id, number, area, today, advanced, terms }) =>
        termStandings(terms.map(termOf), cents(advanced), today)
          .filter(({ state }) => state === "late")
          .map(({ dueOn, difference }) => ({
            allocationId: id,
            number,
            area,
            dueOn,
            left: cents(-difference),
          })),
      )
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  });

const termOf = ({ dueOn, amount }: { dueOn: string; amount: string }): PaymentTerm => ({
  dueOn,
  amount: cents(BigInt(amount)),
});
