import "server-only";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { type SettlementSum, settlementOf } from "@/lib/domain/settlement/settlement";

/** A settlement that stands, with everything its letter says. Amounts in cents, dates yyyy-mm-dd. */
export interface SettlementRow extends SettlementSum {
  readonly number: string;
  readonly municipality: string;
  readonly municipalityCode: string;
  readonly area: string;
  readonly stream: string;
  readonly tranche: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly decisionNumber: string;
  readonly decisionOn: string;
  readonly settlementNumber: string;
  readonly settlementOn: string;
  readonly document: string | null;
  readonly legalSource: string | null;
  readonly reason: string;
  readonly proposer: string;
  readonly approver: string;
  readonly entry: bigint;
  readonly hash: string;
}

type Raw = Omit<SettlementRow, keyof SettlementSum> & {
  readonly awarded: bigint;
  readonly settled: bigint;
  readonly advanced: bigint;
};

/** Settlements that stand, or that of one allocation; in the order of their allocations. */
export const listSettlements = (
  grant: Grant<"proposal:read">,
  programmeId: string,
  allocationId: string | null,
): Promise<SettlementRow[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.$queryRaw<Raw[]>`
      SELECT al.number, m.preferred_name AS municipality, m.code AS "municipalityCode", ar.name AS area, s.short_name AS stream,
             tr.name AS tranche, th.name_nl AS "themeNl", th.name_en AS "themeEn", al.decision_number AS "decisionNumber",
             to_char(al.decision_on, 'YYYY-MM-DD') AS "decisionOn", p.decision_number AS "settlementNumber",
             to_char(p.decision_on, 'YYYY-MM-DD') AS "settlementOn", p.decision_document AS document,
             p.legal_source AS "legalSource", p.reason, author.name AS proposer,
             (SELECT string_agg(q.name, ', ' ORDER BY v.at) FROM approval v JOIN person q ON q.id = v.person_id
               WHERE v.proposal_id = p.id AND v.version = p.version AND v.outcome = 'approved') AS approver,
             last.seq AS entry, encode(last.hash, 'hex') AS hash, p.awarded_cents AS awarded, p.decision_cents AS settled,
             coalesce((SELECT sum(b.balance_cents) FROM account a JOIN account_balance b ON b.account_id = a.id
               WHERE a.programme_id = al.programme_id AND a.kind = 'advanced' AND a.tranche_id = al.tranche_id
                 AND a.theme_id = al.theme_id AND a.area_id = al.area_id), 0)::bigint AS advanced
        FROM allocation al CROSS JOIN LATERAL (
          SELECT e.* FROM entry e WHERE e.allocation_id = al.id AND e.programme_id = al.programme_id
             AND e.kind IN ('settled', 'settlement_reopened') ORDER BY e.seq DESC LIMIT 1) last JOIN proposal p ON p.id = last.proposal_id
        JOIN person author ON author.id = p.created_by JOIN organisation m ON m.id = al.municipality_id
        JOIN area ar ON ar.id = al.area_id JOIN stream s ON s.id = al.stream_id JOIN tranche tr ON tr.id = al.tranche_id
        JOIN theme th ON th.id = al.theme_id
       WHERE last.kind = 'settled' AND al.programme_id = ${programmeId}::uuid
         AND (${allocationId}::uuid IS NULL OR al.id = ${allocationId}::uuid) ORDER BY al.number`;
    return rows.map(({ awarded, settled, advanced, ...row }) => ({
      ...row,
      ...settlementOf({ awarded: cents(awarded), spent: cents(settled), advanced: cents(advanced) }),
    }));
  });
