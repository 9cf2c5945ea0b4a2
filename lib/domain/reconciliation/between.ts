import type { EntryMeasure } from "../ledger/entry-filter";
import type { AccountKind } from "../ledger/journal";
import { type Cents, cents } from "../money";
import type { TwoLanguages } from "./label";
import { groupBy, type Position } from "./positions";
import type { TreeStructure } from "./tree-input";

export const BETWEEN_MEASURES = [
  "ceiling",
  "allocated",
  "advanced",
  "spent",
  "settled",
] as const satisfies readonly EntryMeasure[];
const CREDITS: readonly AccountKind[] = ["ceiling", "settled"];

/** One measure of one node as it was known at the two instants; null where nothing was posted, which is not zero. */
export interface Moved {
  readonly measure: EntryMeasure;
  readonly before: Cents | null;
  readonly after: Cents | null;
  readonly change: Cents;
}

export type BetweenLevel = "programme" | "stream" | "tranche" | "municipality" | "area";

export interface BetweenRow {
  readonly key: string;
  readonly level: BetweenLevel;
  readonly depth: number;
  readonly name: string | TwoLanguages;
  /** Codes that the list of entries can be narrowed down to. */
  readonly stream: string | null;
  readonly municipality: string | null;
  /** Measures in the order of the page; those that did not move are not there. */
  readonly moved: readonly Moved[];
}

interface Sides {
  readonly before: readonly Position[];
  readonly after: readonly Position[];
}

const balance = (positions: readonly Position[], kind: AccountKind): Cents | null => {
  const own = positions.filter((one) => one.kind === kind);
  if (own.length === 0) return null;
  const total = own.reduce((all, { amount }) => all + amount, 0n);
  return cents(CREDITS.includes(kind) ? -total : total);
};

function movedIn({ before, after }: Sides): Moved[] {
  return BETWEEN_MEASURES.flatMap((measure): Moved[] => {
    const [then, now] = [balance(before, measure), balance(after, measure)];
    const change = cents((now ?? 0n) - (then ?? 0n));
    return then === now ? [] : [{ measure, before: then, after: now, change }];
  });
}

const parts = ({ before, after }: Sides, of: (position: Position) => string | null): Map<string, Sides> => {
  const [then, now] = [groupBy(before, of), groupBy(after, of)];
  return new Map(
    [...new Set([...then.keys(), ...now.keys()])].map((key) => [
      key,
      { before: then.get(key) ?? [], after: now.get(key) ?? [] },
    ]),
  );
};

/**
 * What the figures of one date became between two moments of knowing, from the programme to the area; only nodes in which
 * something moved. A ceiling is of a tranche and of nothing below it.
 */
export function movedBetween(structure: TreeStructure, sides: Sides): BetweenRow[] {
  const base = { stream: null, municipality: null };
  const whole = { ...base, key: "", level: "programme", depth: 0, name: structure.name } as const;
  return rowsOf([
    { ...whole, sides },
    ...structure.streams.flatMap((stream) =>
      streamRows(structure, stream, parts(sides, ({ streamId }) => streamId).get(stream.id)),
    ),
  ]);
}

type Node = Omit<BetweenRow, "moved"> & { readonly sides: Sides };

const rowsOf = (nodes: readonly Node[]): BetweenRow[] =>
  nodes.flatMap(({ sides, ...node }) => {
    const moved = movedIn(sides);
    return moved.length === 0 ? [] : [{ ...node, moved }];
  });

function streamRows(
  structure: TreeStructure,
  { code, name, tranches }: TreeStructure["streams"][number],
  sides: Sides | undefined,
): Node[] {
  if (sides === undefined) return [];
  const byTranche = parts(sides, ({ trancheId }) => trancheId);
  const place = { stream: code, municipality: null };
  return [
    { ...place, key: code, level: "stream", depth: 1, name, sides },
    ...tranches.flatMap((tranche): Node[] => {
      const own = byTranche.get(tranche.id);
      if (own === undefined) return [];
      const key = `${code}.${tranche.code}`;
      return [
        { ...place, key, level: "tranche", depth: 2, name: tranche.name, sides: own },
        ...municipalityRows(structure, { key, stream: code }, own),
      ];
    }),
  ];
}

function municipalityRows(
  { municipalities, areas }: TreeStructure,
  above: { readonly key: string; readonly stream: string },
  sides: Sides,
): Node[] {
  const named = (names: TreeStructure["areas"], id: string) => names.get(id) ?? { code: id, name: id };
  const sorted = (found: Map<string, Sides>, names: TreeStructure["areas"]) =>
    [...found].map(([id, own]) => ({ ...named(names, id), own })).sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted(
    parts(sides, ({ municipalityId }) => municipalityId),
    municipalities,
  ).flatMap(({ code, name, own }): Node[] => {
    const place = { stream: above.stream, municipality: code };
    const key = `${above.key}.${code}`;
    return [
      { ...place, key, level: "municipality", depth: 3, name, sides: own },
      ...sorted(
        parts(own, ({ areaId }) => areaId),
        areas,
      ).map(
        (area): Node => ({
          ...place,
          key: `${key}.${area.code}`,
          level: "area",
          depth: 4,
          name: area.name,
          sides: area.own,
        }),
      ),
    ];
  });
}
