import type { YearAmount } from "@/lib/domain/ledger/facts";
import { movementReasons } from "@/lib/domain/movements/movement-reasons";
import type { BlockingReason } from "@/lib/domain/refusal";
import type { ScenarioLine } from "@/lib/domain/scenarios/scenario";
import { givingSide } from "../movements/movement-facts";
import type { Tx } from "../transaction";

/**
 * Per line what stands in the way of the movement that it is. Lines that take from the same allocation see what the ones
 * before them take.
 */
export async function weighMovements(
  tx: Tx,
  programmeId: string,
  lines: readonly ScenarioLine[],
): Promise<Map<string, BlockingReason[]>> {
  const found = new Map<string, BlockingReason[]>();
  const taken = new Map<string, YearAmount[]>();
  for (const { id, from, to, years } of lines) {
    if (from === null || to === null) continue;
    const { facts } = await givingSide(tx, programmeId, from.allocationId);
    const earlier = taken.get(from.allocationId) ?? [];
    const leaving = new Map(facts.leaving);
    for (const { year, amount } of earlier) leaving.set(year, (leaving.get(year) ?? 0n) + amount);
    const moves = years.map(({ year, amount }) => ({ fromYear: year, toYear: year, amount }));
    const reasons = movementReasons(
      { from, to, moves, decisionNumber: null, decisionOn: null, reason: "" },
      { ...facts, leaving },
    );
    if (reasons.length > 0) found.set(id, reasons);
    taken.set(from.allocationId, [...earlier, ...years]);
  }
  return found;
}
