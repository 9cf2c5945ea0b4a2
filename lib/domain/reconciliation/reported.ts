import type { EntryKind } from "../ledger/journal";
import { type Cents, cents, sum } from "../money";
import { type Difference, madeOf } from "./difference";
import type { Movements } from "./selector";

/** What a report that was handed in and is not accepted says about one area; cents, its correction included. */
export interface PendingReport {
  readonly reportId: string;
  readonly number: string;
  readonly municipalityId: string;
  readonly trancheId: string;
  readonly windowCode: string;
  readonly areaId: string;
  readonly standing: "in_review" | "returned";
  readonly amount: Cents;
}

/** An accepted correction of a period up to the valid-on date, out of a report on a later period. */
export interface LateCorrection {
  readonly seq: bigint;
  readonly kind: EntryKind;
  readonly effectiveOn: string;
  readonly trancheId: string;
  readonly municipalityId: string;
  readonly areaId: string;
  readonly amount: Cents;
}

/**
 * What was reported is what is accepted, with the reports that are not, and without what later reports corrected: those
 * came after the date. Acceptance writes exactly what a report says, so accepted reports are read from the ledger.
 */
export const pendingTotal = (
  pending: readonly PendingReport[],
  corrections: readonly LateCorrection[],
): Cents => cents(sum(pending.map(({ amount }) => amount)) - sum(corrections.map(({ amount }) => amount)));

/** Why what was reported is not what is accepted. */
export function pendingDifferences(
  pending: readonly PendingReport[],
  corrections: readonly LateCorrection[],
  movements: Movements,
): Difference[] {
  const reports = (standing: PendingReport["standing"]) =>
    pending
      .filter((one) => one.standing === standing)
      .map(({ reportId: id, number, amount }) => ({ is: "report", id, number, amount }) as const);
  return [
    ...madeOf("in_review", [], movements, { items: reports("in_review") }),
    ...madeOf("returned", [], movements, { items: reports("returned") }),
    ...madeOf("correction_after_date", [], movements, {
      items: corrections.map(({ seq, kind, effectiveOn, amount }) => ({
        is: "entry",
        seq,
        kind,
        effectiveOn,
        amount: cents(-amount),
      })),
    }),
  ];
}
