import "server-only";
import { givingSide } from "@/lib/db/movements/movement-facts";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Cents, cents } from "@/lib/domain/money";
import type { CarryOverRule } from "@/lib/domain/movements/carry-over";

/** What is still free of an allocation in one year, in cents. */
export interface FreeInYear {
  readonly year: number;
  readonly allocated: Cents;
  readonly spent: Cents;
  readonly leaving: Cents;
  readonly free: Cents;
}

export interface MovementOptions {
  readonly years: readonly FreeInYear[];
  readonly rule: CarryOverRule | null;
}

/** What can leave this allocation, and what its regulation says of a later year. @throws NotFound */
export const movementOptions = (
  grant: Grant<"allocation:propose">,
  programmeId: string,
  allocationId: string,
): Promise<MovementOptions> =>
  inContext(grant.actor, async (tx) => {
    const { facts } = await givingSide(tx, programmeId, allocationId);
    const amountIn = (of: ReadonlyMap<number, bigint>, year: number) => cents(of.get(year) ?? 0n);
    const years = [...facts.allocated.keys()].sort((a, b) => a - b);
    return {
      rule: facts.rule,
      years: years.map((year) => {
        const allocated = amountIn(facts.allocated, year);
        const spent = amountIn(facts.spent, year);
        const leaving = amountIn(facts.leaving, year);
        const left = allocated - spent - leaving;
        return { year, allocated, spent, leaving, free: cents(left > 0n ? left : 0n) };
      }),
    };
  });
