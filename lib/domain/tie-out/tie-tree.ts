import { type Cents, cents, sum } from "../money";
import { entryNodes } from "../reconciliation/entry-nodes";
import type { Label, Level } from "../reconciliation/label";
import { groupBy, type Position } from "../reconciliation/positions";
import { linesOf, type Selector, selectedAmount } from "../reconciliation/selector";
import { above, closed, type ReconciliationNode } from "../reconciliation/tree";
import type { TreeEntries, TreeStructure } from "../reconciliation/tree-input";
import type { PlacedDifference } from "./tie-differences";
import { COMPARED, type PlacePath, type TieOutKind } from "./tie-out-file";

export interface TieTreeInput {
  readonly kind: TieOutKind;
  /** Of SiSa; null for the others. */
  readonly year: number | null;
  readonly structure: TreeStructure;
  /** Balances of ours as of the two dates. */
  readonly positions: readonly Position[];
  /** What all rows of theirs come to. */
  readonly theirs: Cents;
  readonly differences: readonly PlacedDifference[];
  readonly entries: ReadonlyMap<string, TreeEntries>;
}

interface Branch {
  readonly input: TieTreeInput;
  readonly key: string;
  readonly path: PlacePath;
  readonly positions: readonly Position[];
  readonly differences: readonly PlacedDifference[];
}

const LEVELS = ["stream", "tranche", "municipality", "area"] as const satisfies readonly Level[];

/** What of ours is compared. */
export function compared({
  kind,
  year,
}: Pick<TieTreeInput, "kind" | "year">): (position: Position) => boolean {
  const wanted = COMPARED[kind];
  return (position) => position.kind === wanted && (year === null || position.year === year);
}

/**
 * Theirs from the programme down to our entries: at every node what is below it and the named differences are theirs. A
 * difference stands at the lowest level that holds all of it.
 */
export function tieTree(input: TieTreeInput): ReconciliationNode {
  const positions = input.positions.filter(compared(input));
  const root: Branch = { input, key: "", path: [], positions, differences: input.differences };
  return above({
    key: "",
    level: "programme",
    label: { level: "programme", name: input.structure.name, claim: null },
    basis: "external",
    amount: input.theirs,
    children: childrenOf(root),
    differences: here(root),
  });
}

const here = ({ path, differences }: Branch) =>
  differences.filter((one) => one.path.length === path.length).map((one) => one.difference);

const idsOf = ({ streamId, trancheId, municipalityId, areaId }: Position): PlacePath => [
  streamId,
  trancheId,
  municipalityId ?? "",
  areaId ?? "",
];

function childrenOf({ input, key, path, positions, differences }: Branch): ReconciliationNode[] {
  const depth = path.length;
  const own = groupBy(positions, (position) => idsOf(position)[depth] ?? null);
  const apart = groupBy(differences, (one) => one.path[depth] ?? null);
  const ids = [...new Set([...own.keys(), ...apart.keys()])];
  return ids
    .map((id) => {
      const named = nameOf(input.structure, LEVELS[depth] ?? "area", [...path, id]);
      const branch: Branch = {
        input,
        key: key === "" ? named.code : `${key}.${named.code}`,
        path: [...path, id],
        positions: own.get(id) ?? [],
        differences: apart.get(id) ?? [],
      };
      return { named, node: depth === 3 ? areaOf(branch, named.label) : branchOf(branch, named.label) };
    })
    .sort((a, b) => a.named.order - b.named.order || (a.named.sort < b.named.sort ? -1 : 1))
    .map(({ node }) => node);
}

function branchOf(branch: Branch, label: Label): ReconciliationNode {
  const [children, differences] = [childrenOf(branch), here(branch)];
  return above({
    key: branch.key,
    level: label.level as Level,
    label,
    basis: "external",
    amount: worth(sum(children.map((child) => child.amount)), differences),
    children,
    differences,
  });
}

function areaOf(branch: Branch, label: Label): ReconciliationNode {
  const { input, key, path, positions } = branch;
  const [streamId = "", trancheId = "", , areaId = ""] = path;
  const lines: Selector[] = [
    linesOf(
      { streamId, trancheId, areaId: areaId || null },
      { [COMPARED[input.kind]]: 1 },
      { years: input.year === null ? null : [input.year] },
    ),
  ];
  const reached = selectedAmount(lines, { positions, later: [] });
  const differences = here(branch);
  return closed({
    key,
    level: "area",
    label,
    basis: "external",
    amount: worth(reached, differences),
    reached,
    lines,
    children: entryNodes(key, input.entries),
    differences,
  });
}

const worth = (ours: Cents, differences: ReconciliationNode["differences"]): Cents =>
  cents(differences.reduce((all, { amount }) => all + (amount ?? 0n), ours as bigint));

interface Named {
  readonly code: string;
  readonly label: Label;
  /** Streams and tranches have an order of their own; the others go by name. */
  readonly order: number;
  readonly sort: string;
}

function nameOf(structure: TreeStructure, level: Level, path: PlacePath): Named {
  const [streamId, trancheId] = path;
  const id = path.at(-1) ?? "";
  const at = structure.streams.findIndex((one) => one.id === streamId);
  const stream = structure.streams[at];
  if (level === "stream") {
    const { code = id, name = id, note = null } = stream ?? {};
    return { code, order: at, sort: name, label: { level, code, name, note, claim: null } };
  }
  if (level === "tranche") {
    const place = (stream?.tranches ?? []).findIndex((one) => one.id === trancheId);
    const { code = id, name = id } = stream?.tranches[place] ?? {};
    return { code, order: place, sort: name, label: { level, name } };
  }
  const known = level === "municipality" ? structure.municipalities : structure.areas;
  const { code, name } = known.get(id) ?? { code: id || "-", name: id || "-" };
  return {
    code,
    order: 0,
    sort: `${name} ${code}`,
    label: level === "municipality" ? { level, code, name } : { level: "area", code, name },
  };
}
