import "server-only";
import { readPaymentFile, type StoredPaymentFile } from "@/lib/db/payments/payment-files";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Match, matchPayment, type PayableAllocation } from "@/lib/domain/payments/match";
import type { PaymentColumns } from "@/lib/domain/payments/payment-line";

export interface MatchedPaymentFile extends StoredPaymentFile {
  readonly matches: readonly Match[];
  /** Every allocation of the ministry's streams, as choices. */
  readonly allocations: readonly PayableAllocation[];
}

/** A payment file with what each payment is recognised as, against the allocations of today. @throws NotFound */
export const findPaymentFile = (
  grant: Grant<"allocation:propose">,
  programmeId: string,
  id: string,
): Promise<MatchedPaymentFile> =>
  inContext(grant.actor, async (tx) => {
    const file = await readPaymentFile(tx, programmeId, id);
    const allocations = await tx.$queryRaw<PayableAllocation[]>`
      SELECT al.id::text AS id, al.number, al.decision_number AS "decisionNumber", m.preferred_name AS municipality, r.name AS area,
             (coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'allocated'), 0)
               - coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'advanced'), 0))::bigint AS left
        FROM allocation al JOIN organisation m ON m.id = al.municipality_id JOIN area r ON r.id = al.area_id
        LEFT JOIN account a ON a.programme_id = al.programme_id AND a.tranche_id = al.tranche_id AND a.theme_id = al.theme_id
         AND a.area_id = al.area_id AND a.kind IN ('allocated', 'advanced')
        LEFT JOIN account_balance b ON b.account_id = a.id
       WHERE al.programme_id = ${programmeId}::uuid AND EXISTS (SELECT 1 FROM stream_ministry o WHERE o.stream_id = al.stream_id
         AND o.role = 'owner' AND o.valid_to IS NULL AND o.ministry_id = ANY (${[...grant.actor.organisationIds]}::uuid[]))
       GROUP BY al.id, m.preferred_name, r.name ORDER BY al.number`;
    return { ...file, allocations, matches: file.lines.map((line) => matchPayment(line, allocations)) };
  });

const COLUMNS = ["paidOn", "amount", "reference", "counterparty", "text"] as const;
/** What the columns are usually called; the start for a source that is new. */
export const USUAL_COLUMNS: PaymentColumns = {
  paidOn: "Datum",
  amount: "Bedrag",
  reference: "Kenmerk",
  counterparty: "Begunstigde",
  text: "Omschrijving",
};

export interface PaymentSource {
  readonly name: string;
  readonly columns: PaymentColumns;
}

/** The sources whose csv this ministry read before, each with its columns; the one used last comes first. */
export const paymentSources = (grant: Grant<"allocation:propose">): Promise<PaymentSource[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.paymentMapping.findMany({
      where: { ministryId: { in: [...grant.actor.organisationIds] } },
      orderBy: [{ usedAt: "desc" }, { source: "asc" }],
    });
    return rows.map(({ source, columns }) => {
      const kept = columns as Partial<PaymentColumns>;
      const named = COLUMNS.map((name) => [name, kept[name] ?? USUAL_COLUMNS[name]] as const);
      return { name: source, columns: { ...USUAL_COLUMNS, ...Object.fromEntries(named) } };
    });
  });
