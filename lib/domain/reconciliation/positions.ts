import type { AccountKind } from "../ledger/journal";
import { type Cents, cents } from "../money";

/** The balance of the accounts with these dimensions, as of the two dates. */
export interface Position {
  readonly kind: AccountKind;
  readonly streamId: string;
  readonly trancheId: string;
  readonly municipalityId: string | null;
  readonly areaId: string | null;
  readonly themeId: string | null;
  readonly year: number | null;
  readonly amount: Cents;
}

/** What the ledger keeps as a credit, and people read as a positive amount. */
const CREDITS: readonly AccountKind[] = ["ceiling", "entitlement", "settled"];

/** Sum of the positions of some kinds, credits turned to be read as positive amounts. */
export function balanceOf(positions: readonly Position[], ...kinds: readonly AccountKind[]): Cents {
  return cents(
    positions.reduce((sum, { kind, amount }) => {
      if (!kinds.includes(kind)) return sum;
      return CREDITS.includes(kind) ? sum - amount : sum + amount;
    }, 0n),
  );
}

/** The positions by the id that `of` gives; those without one are left out. */
export function groupBy<T>(rows: readonly T[], of: (row: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = of(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
