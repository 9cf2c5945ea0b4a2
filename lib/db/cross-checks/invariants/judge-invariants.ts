import type { InvariantCode } from "@/lib/domain/cross-checks/invariants";
import type { Judged } from "@/lib/domain/cross-checks/judged";
import { asSystem, LONG } from "../../transaction";
import { accountBalances } from "./account-balances";
import { appendOnly } from "./append-only";
import { approvedEntries } from "./approved-entries";
import { balanceFloors } from "./balance-floors";
import { balancedEntries } from "./balanced-entries";
import { type Invariant, judgeInvariant } from "./broken-rows";
import { chainedEntries } from "./chained-entries";
import { controlTotals } from "./control-totals";
import { keptMonths } from "./kept-months";
import { oneBasis } from "./one-basis";
import { oneSource } from "./one-source";
import { rowLevelSecurity } from "./row-level-security";

const STATEMENTS: Readonly<Record<InvariantCode, Invariant>> = {
  L1: appendOnly,
  L2: balancedEntries,
  L3: chainedEntries,
  L6: controlTotals,
  L7: balanceFloors,
  L8: keptMonths,
  L9: rowLevelSecurity,
  L10: approvedEntries,
  X12: oneSource,
  X13: accountBalances,
  X22: oneBasis,
};

/** Every promise of the ledger, each in a transaction of its own: a long journal takes its time. */
export async function judgeInvariants(programmeId: string): Promise<ReadonlyMap<InvariantCode, Judged>> {
  const judged = new Map<InvariantCode, Judged>();
  for (const [code, statement] of Object.entries(STATEMENTS) as [InvariantCode, Invariant][])
    judged.set(code, await asSystem((tx) => judgeInvariant(tx, programmeId, statement), LONG));
  return judged;
}
