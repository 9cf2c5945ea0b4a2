import type { AccountKind } from "../ledger/journal";
import { type Cents, cents } from "../money";

/** The balance of the accounts with these dimensions, as of the two dates. */
export interface Position {
  readonly kind: AccountKind;
  readonly streamId: string;
  readonly trancheId: string;
  readonly municipalityId: string | null;
  readonly areaId: string | null;
  readonly year: number | null;
  readonly amount: Cents;
}

/** Sum of the positions of some kinds; a ceiling is a credit, so it is turned to be read as a positive amount. */
export function balanceOf(positions: readonly Position[], ...kinds: readonly AccountKind[]): Cents {
  return cents(
    positions.reduce((sum, { kind, amount }) => {
      if (!kinds.includes(kind)) return sum;
      return kind === "ceiling" || kind === "entitlement" ? sum - amount : sum + amount;
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
