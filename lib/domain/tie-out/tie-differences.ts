import type { UnreadRow } from "../grid/cell-reader";
import { sum } from "../money";
import { type Difference, difference } from "../reconciliation/difference";
import { groupBy } from "../reconciliation/positions";
import { itemsOf, rowItems, rowWords } from "./tie-items";
import type { Pairing } from "./tie-out";
import { commonPath, type PlacePath, pathOf } from "./tie-out-file";

/** A difference, and the lowest level that holds everything of ours in it. */
export interface PlacedDifference {
  readonly path: PlacePath;
  readonly difference: Difference;
}

/** Every pairing that does not agree as one difference; rows of nowhere together, by what they say of their municipality. */
export function tieDifferences(
  file: string,
  pairings: readonly Pairing[],
  unread: readonly UnreadRow[],
): PlacedDifference[] {
  const placed = pairings.filter(({ cause, units }) => cause !== null && units.length > 0);
  const nowhere = pairings.filter(({ cause, units }) => cause !== null && units.length === 0);
  const groups = groupBy(nowhere, ({ cause, rows }) => `${cause}/${rows[0]?.municipality ?? ""}`);
  return [
    ...placed.map((pairing) => ({
      path: commonPath(pairing.units.map(({ place }) => pathOf(place))),
      difference: ofPairing(file, pairing),
    })),
    ...[...groups.values()].map((group) => ({ path: [], difference: ofRows(file, group) })),
    ...(unread.length === 0 ? [] : [{ path: [], difference: ofUnread(file, unread) }]),
  ];
}

function ofPairing(file: string, pairing: Pairing): Difference {
  const { key, cause, units, rows, amount } = pairing;
  const numbers = units.flatMap((unit) => unit.decisionNumbers.slice(0, 1));
  const [own] = rows;
  const said = own === undefined ? "" : rowWords(own);
  const name = numbers.length > 0 ? [...new Set(numbers)].slice(0, 3).join(", ") : said;
  return difference(cause ?? "unexplained", amount, {
    key,
    about: { is: "named", name },
    items: itemsOf(file, pairing),
  });
}

function ofRows(file: string, group: readonly Pairing[]): Difference {
  const rows = group.flatMap((pairing) => pairing.rows).toSorted((a, b) => a.row - b.row);
  const [first] = rows;
  return difference(group[0]?.cause ?? "only_theirs", sum(rows.map(({ amount }) => amount)), {
    key: `${group[0]?.cause}-${first?.row}`,
    about: { is: "named", name: first?.municipality ?? "" },
    items: rowItems(file, rows),
  });
}

/** Nobody knows how much they say. */
const ofUnread = (file: string, unread: readonly UnreadRow[]): Difference =>
  difference("unreadable_rows", null, {
    items: unread.slice(0, 200).map(({ row, reasons }) => ({
      is: "row",
      file,
      row,
      words: reasons[0]?.facts?.given ?? "",
      amount: null,
    })),
  });
