import { cents } from "@/lib/domain/money";
import type { PaymentTerm, ScheduleFacts } from "@/lib/domain/payments/schedule";
import { NotFound } from "@/lib/domain/refusal";
import { isoDate } from "../dates";
import type { Tx } from "../transaction";
import { cashOf } from "./cash";
import { settledOf } from "./settlement";

/** The schedule that counts, and what it is checked against. */
export interface StoredSchedule {
  readonly facts: ScheduleFacts;
  /** Paid out, less what came back, cents. */
  readonly advanced: bigint;
  /** 0 when there is none yet. */
  readonly version: number;
  readonly today: string;
  readonly place: { readonly streamId: string; readonly municipalityId: string };
}

/** @throws NotFound when the allocation is not there or not this programme's. */
export async function readSchedule(
  tx: Tx,
  programme: { readonly id: string; readonly code: string },
  allocationId: string,
): Promise<StoredSchedule> {
  const allocation = await tx.allocation.findUnique({
    where: { id: allocationId },
    include: { programme: true },
  });
  if (allocation === null || allocation.programmeId !== programme.id) throw new NotFound(allocationId);
  const last = await tx.paymentSchedule.findFirst({
    where: { allocationId },
    orderBy: { version: "desc" },
    include: { terms: { orderBy: { dueOn: "asc" } } },
  });
  const cash = (await cashOf(tx, programme.id, [allocationId], null, "ledger")).get(allocationId);
  const terms = last?.terms.map(
    ({ dueOn, amountCents }): PaymentTerm => ({ dueOn: isoDate(dueOn), amount: cents(amountCents) }),
  );
  return {
    facts: {
      awarded: cents(cash?.awarded ?? 0n),
      decisionOn: isoDate(allocation.decisionOn),
      lastYear: allocation.programme.horizonTo,
      settled: (await settledOf(tx, programme, [allocationId])).has(allocationId),
      earlier: terms ?? null,
    },
    advanced: cash?.advanced ?? 0n,
    version: last?.version ?? 0,
    today: cash?.today ?? "",
    place: { streamId: allocation.streamId, municipalityId: allocation.municipalityId },
  };
}
