import { type Cents, cents, sum } from "../money";
import { type RowDecision, standing } from "./decisions";
import type { OurUnit } from "./our-unit";
import { pairUp } from "./pair-up";
import { type Pair, type PairReason, type Party, total } from "./party";
import type { FileRow } from "./read-row";
import { type NamedPlaces, rowKey, rowReader, unitParty } from "./recognise";

/** Why what belongs together is not the same, or what is on one side only. */
export const TIE_CAUSES = [
  "only_theirs",
  "only_ours",
  "amount_differs",
  "within_tolerance",
  "timing",
  "booked_elsewhere",
  "other_number",
  "ambiguous",
  "other_year",
] as const;
export type TieCause = (typeof TIE_CAUSES)[number];

/** Rows and units that are one thing, with what they differ. */
export interface Pairing {
  /** Of its first row, or else of its first unit. */
  readonly key: string;
  /** Null when both sides agree. */
  readonly cause: TieCause | null;
  readonly reasons: readonly PairReason[];
  readonly rows: readonly FileRow[];
  readonly units: readonly OurUnit[];
  /** Whether the units stand here with what was entered later, which does not count. */
  readonly later: boolean;
  /** Theirs less ours, cents. */
  readonly amount: Cents;
}

export interface TieOut {
  readonly pairings: readonly Pairing[];
  readonly theirs: Cents;
  readonly ours: Cents;
}

export interface TieOutInput {
  readonly rows: readonly FileRow[];
  readonly units: readonly OurUnit[];
  readonly places: NamedPlaces;
  readonly decisions: readonly RowDecision[];
  readonly tolerance: Cents;
  /** Rows of another year are named as such; null asks for all. */
  readonly year: number | null;
}

interface Sides {
  readonly rows: ReadonlyMap<string, FileRow>;
  readonly units: ReadonlyMap<string, OurUnit>;
  readonly tolerance: Cents;
}

/** Theirs beside ours. Ours and all differences together are theirs, to the cent; every row and every unit counts once. */
export function tieOut(input: TieOutInput): TieOut {
  const { rows, units, year, tolerance } = input;
  const sides: Sides = {
    rows: new Map(rows.map((row) => [rowKey(row.row), row])),
    units: new Map(units.map((unit) => [unit.key, unit])),
    tolerance,
  };
  const said = standing(input.decisions);
  const read = rowReader(input.places, units);
  const other = (row: FileRow) =>
    year !== null && row.year !== null && row.year !== year && said.get(row.row)?.action !== "joined";
  const parted = (row: FileRow) => said.get(row.row)?.action === "parted";
  const asked = rows.filter((row) => !other(row) && !parted(row)).map(read);
  const byHand = [...said.values()].flatMap(({ row, unit }) =>
    unit === null ? [] : [[rowKey(row), unit] as const],
  );
  const now = pairUp(
    asked,
    units.map((unit) => unitParty(unit, unit.counted)),
    byHand,
  );
  const late = now.right.flatMap(({ key }) => {
    const unit = sides.units.get(key);
    return unit?.late == null ? [] : [unitParty(unit, unit.late)];
  });
  // What only came in later, and what both sides may mean by it: a number that is not the same says nothing here either.
  const after = pairUp(now.left, late);
  const isLater = ({ ambiguous, left, right }: Pair) => !ambiguous && total(left) === total(right);
  const later = after.pairs.filter(isLater);
  const unsure = after.pairs.filter((pair) => !isLater(pair)).flatMap(({ left }) => left);
  const pairings = [
    ...now.pairs.map((pair) => pairingOf(pair, sides)),
    ...later.map((pair) => ({ ...pairingOf(pair, sides, true), cause: "timing" as const })),
    ...[...after.left, ...unsure].map((party) => alone(party, sides)),
    ...rows.filter(other).map((row) => onlyRow(row, "other_year")),
    ...rows.filter((row) => !other(row) && parted(row)).map((row) => onlyRow(row, "only_theirs")),
    ...now.right.map((party) => lacking(party, sides)),
  ].filter(({ cause, rows: some }) => cause !== null || some.length > 0);
  return {
    pairings: pairings.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    theirs: sum(rows.map(({ amount }) => amount)),
    ours: sum(units.flatMap(({ counted }) => (counted === null ? [] : [counted.amount]))),
  };
}

function pairingOf(pair: Pair, { rows, units, tolerance }: Sides, later = false): Pairing {
  const [left, right] = [pair.left, pair.right];
  const amount = cents(later ? total(left) : total(left) - total(right));
  const ours = right.flatMap(({ key }) => units.get(key) ?? []);
  return {
    key: left[0]?.key ?? right[0]?.key ?? "",
    cause: causeOf(pair, amount, { ours, tolerance }),
    reasons: pair.reasons,
    rows: left.flatMap(({ key }) => rows.get(key) ?? []),
    units: ours,
    later,
    amount,
  };
}

function causeOf(
  { left, right, reasons, ambiguous }: Pair,
  amount: Cents,
  { ours, tolerance }: { readonly ours: readonly OurUnit[]; readonly tolerance: Cents },
): TieCause | null {
  if (ambiguous) return "ambiguous";
  const later = ours.reduce((all, { late }) => all + (late?.amount ?? 0n), 0n);
  if (amount !== 0n) {
    if (later === amount) return "timing";
    if (right.every(({ counts }) => !counts)) return "only_theirs";
    return (amount < 0n ? -amount : amount) <= tolerance ? "within_tolerance" : "amount_differs";
  }
  const ourAreas = new Set(right.map(({ area }) => area));
  const saysWhere = left.every(({ area }) => area !== null);
  if (left.some(({ area }) => area !== null && !ourAreas.has(area))) return "booked_elsewhere";
  if (saysWhere && ourAreas.size > 1) return "booked_elsewhere";
  return byNumber(reasons) || !left.some(({ named }) => named) ? null : "other_number";
}

const byNumber = (reasons: readonly PairReason[]) =>
  reasons.some(
    (reason) => reason === "by_hand" || reason === "decision_number" || reason === "allocation_number",
  );

const alone = ({ key }: Party, { rows }: Sides): Pairing => {
  const row = rows.get(key);
  if (row === undefined) throw new Error(`no row ${key}`);
  return onlyRow(row, "only_theirs");
};

function onlyRow(row: FileRow, cause: TieCause): Pairing {
  return {
    key: rowKey(row.row),
    cause: row.amount === 0n ? null : cause,
    reasons: [],
    rows: [row],
    units: [],
    later: false,
    amount: row.amount,
  };
}

/** A unit that no row is about; nothing lacks when it came to nothing. */
function lacking({ key, amount }: Party, { units }: Sides): Pairing {
  return {
    key,
    cause: amount === 0n ? null : "only_ours",
    reasons: [],
    rows: [],
    units: [units.get(key) ?? []].flat(),
    later: false,
    amount: cents(-amount),
  };
}
