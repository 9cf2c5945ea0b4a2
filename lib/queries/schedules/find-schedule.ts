import "server-only";
import { readSchedule } from "@/lib/db/proposals/schedule";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Cents, cents } from "@/lib/domain/money";
import {
  type PaymentTerm,
  paidAbove,
  scheduled,
  type TermStanding,
  termStandings,
} from "@/lib/domain/payments/schedule";

export interface ScheduleView {
  /** 0 when there is none yet. */
  readonly version: number;
  readonly standings: readonly TermStanding[];
  readonly awarded: Cents;
  readonly planned: Cents;
  readonly advanced: Cents;
  readonly above: Cents;
  readonly settled: boolean;
  /** Every version, the last one first. */
  readonly versions: readonly {
    readonly version: number;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
    readonly total: Cents;
    readonly terms: number;
  }[];
}

/** @throws NotFound for another municipality's allocation as for one that does not exist. */
export const findSchedule = (
  grant: Grant<"allocation:read">,
  programme: { readonly id: string; readonly code: string },
  allocationId: string,
): Promise<ScheduleView> =>
  inContext(grant.actor, async (tx) => {
    const { facts, advanced, version, today } = await readSchedule(tx, programme, allocationId);
    const terms: readonly PaymentTerm[] = facts.earlier ?? [];
    const paid = cents(advanced);
    const versions = await tx.paymentSchedule.findMany({
      where: { allocationId },
      orderBy: { version: "desc" },
      include: { author: true, _count: { select: { terms: true } } },
    });
    return {
      version,
      standings: termStandings(terms, paid, today),
      awarded: facts.awarded,
      planned: scheduled(terms),
      advanced: paid,
      above: paidAbove(terms, paid),
      settled: facts.settled,
      versions: versions.map((one) => ({
        version: one.version,
        reason: one.reason,
        by: one.author?.name ?? "",
        at: one.createdAt,
        total: cents(one.totalCents),
        terms: one._count.terms,
      })),
    };
  });
