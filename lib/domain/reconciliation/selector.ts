import type { AccountKind } from "../ledger/journal";
import { type Cents, cents } from "../money";
import type { Position } from "./positions";

/** A tranche, or an area in it; the area is null for accounts that are of none, such as ceilings. */
export interface Place {
  readonly streamId: string;
  readonly trancheId: string;
  readonly areaId: string | null;
}

/** The lines of entries that make a figure: those on accounts with these dimensions, each kind with its sign. */
export interface Selector extends Place {
  /** Null asks for all of them. */
  readonly themeIds: readonly (string | null)[] | null;
  readonly years: readonly number[] | null;
  /** A line counts as its amount in the ledger times this. */
  readonly signs: Readonly<Partial<Record<AccountKind, 1 | -1>>>;
  /** Entries that hold on the valid-on date, or that were known and are about a later day. */
  readonly when: "valid" | "later";
}

/** What the accounts stood at as of the two dates, and what was known by then of later days. */
export interface Movements {
  readonly positions: readonly Position[];
  readonly later: readonly Position[];
}

type Narrowed = Partial<Pick<Selector, "themeIds" | "years" | "when">>;

export const linesOf = (
  { streamId, trancheId, areaId }: Place,
  signs: Selector["signs"],
  { themeIds = null, years = null, when = "valid" }: Narrowed = {},
): Selector => ({ streamId, trancheId, areaId, themeIds, years, signs, when });

export const selects = (selector: Selector, position: Position): boolean =>
  position.streamId === selector.streamId &&
  position.trancheId === selector.trancheId &&
  position.areaId === selector.areaId &&
  (selector.themeIds === null || selector.themeIds.includes(position.themeId)) &&
  (selector.years === null || (position.year !== null && selector.years.includes(position.year))) &&
  selector.signs[position.kind] !== undefined;

/** What these lines come to, from the positions that they made. */
export const selectedAmount = (selectors: readonly Selector[], { positions, later }: Movements): Cents =>
  cents(
    selectors.reduce(
      (all, selector) =>
        (selector.when === "valid" ? positions : later)
          .filter((position) => selects(selector, position))
          .reduce((own, { kind, amount }) => own + BigInt(selector.signs[kind] ?? 0) * amount, all),
      0n,
    ),
  );
