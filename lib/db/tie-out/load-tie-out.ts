import type { Cents } from "@/lib/domain/money";
import type { Grid } from "@/lib/domain/own-ledger/grid";
import type { ReconciliationNode } from "@/lib/domain/reconciliation/tree";
import type { TreeEntries } from "@/lib/domain/reconciliation/tree-input";
import { openedDifferences, openedLines } from "@/lib/domain/reconciliation/visible-rows";
import type { RowDecision } from "@/lib/domain/tie-out/decisions";
import type { OurUnit } from "@/lib/domain/tie-out/our-unit";
import { type ReadRows, readRows } from "@/lib/domain/tie-out/read-row";
import type { NamedPlaces } from "@/lib/domain/tie-out/recognise";
import type { RowMapping } from "@/lib/domain/tie-out/row-columns";
import { tieDifferences } from "@/lib/domain/tie-out/tie-differences";
import { type Pairing, type TieOut, tieOut } from "@/lib/domain/tie-out/tie-out";
import { type TieTreeInput, tieTree } from "@/lib/domain/tie-out/tie-tree";
import { programmeStructure } from "../reconciliation/structure";
import { treeEntries } from "../reconciliation/tree-entries";
import type { Tx } from "../transaction";
import { readRowDecisions } from "./decisions";
import type { StoredTieOut } from "./files";
import { namedPlaces } from "./named-places";
import { type LinesOf, type SideAsked, unitLines } from "./unit-lines";
import { type FoundUnits, ourUnits } from "./units";

export interface ComparedTieOut extends TieOut, FoundUnits {
  readonly read: ReadRows;
  readonly places: NamedPlaces;
  readonly decisions: readonly RowDecision[];
}

/** Theirs beside ours: always the same from the same file, columns and decisions. No entry of ours is told one by one. */
export async function compareTieOut(
  tx: Tx,
  programmeId: string,
  file: StoredTieOut,
  { grid, columns }: { readonly grid: Grid; readonly columns: RowMapping },
  /** What an auditor had said by then; left out: by now. */
  knownAt?: string,
): Promise<ComparedTieOut> {
  const read = readRows(grid, columns);
  const ours = await ourUnits(tx, programmeId, file);
  const decisions = await readRowDecisions(tx, file.id, knownAt);
  const places = await namedPlaces(tx, programmeId);
  const found = tieOut({ ...file, rows: read.rows, units: ours.units, places, decisions });
  return { ...found, ...ours, read, places, decisions };
}

export interface TieOutTree {
  readonly tree: ReconciliationNode;
  /** The entries of what is open, by its key. */
  readonly entries: ReadonlyMap<string, TreeEntries>;
  /** What the ledger's own balances say that ours is. */
  readonly ours: Cents;
}

/** The same as a tree down to our entries, as it is open now. */
export async function tieOutTree(
  tx: Tx,
  programmeId: string,
  file: StoredTieOut,
  compared: ComparedTieOut,
  open: readonly string[],
): Promise<TieOutTree> {
  const { read, positions, theirs, cuts } = compared;
  const pairings = await withEntries(tx, programmeId, file, compared, openedDifferences(open));
  const input: Omit<TieTreeInput, "entries"> = {
    kind: file.kind,
    year: file.year,
    structure: await programmeStructure(tx, programmeId),
    positions,
    theirs,
    differences: tieDifferences(file.id, pairings, read.unread),
  };
  const shut = tieTree({ ...input, entries: new Map() });
  const opened = openedLines(shut, new Set(open));
  const entries = await treeEntries(tx, programmeId, cuts.counted, opened, { positions, later: [] });
  const tree = opened.length === 0 ? shut : tieTree({ ...input, entries });
  return { tree, entries, ours: tree.reached };
}

/** Entries are told of the differences that are open; of one that is shut and came in later one entry shows that it did. */
async function withEntries(
  tx: Tx,
  programmeId: string,
  file: StoredTieOut,
  { pairings, units, cuts }: ComparedTieOut,
  open: ReadonlySet<string>,
): Promise<Pairing[]> {
  const placed = new Map(units.map((unit) => [unit.key, unit]));
  const sidesOf = ({ later, cause, units: own }: Pairing) =>
    own
      .flatMap(({ key }) => placed.get(key) ?? [])
      .flatMap((unit): SideAsked[] => [
        ...(unit.counted === null || later ? [] : [{ unit, late: false }]),
        ...(unit.late === null || cause !== "timing" ? [] : [{ unit, late: true }]),
      ]);
  const [opened, shut] = [
    pairings.filter(({ key, cause }) => cause !== null && open.has(key)),
    pairings.filter(({ key, cause }) => cause === "timing" && !open.has(key)),
  ];
  const late = shut.flatMap(sidesOf).filter((side) => side.late);
  const all = await unitLines(tx, programmeId, file, cuts, opened.flatMap(sidesOf), "all");
  const last = await unitLines(tx, programmeId, file, cuts, late, "last");
  return pairings.map((pairing) => ({
    ...pairing,
    units: pairing.units.map((unit) => withLines(withLines(unit, all), last)),
  }));
}

function withLines(unit: OurUnit, found: LinesOf): OurUnit {
  const lines = found.get(unit.key);
  if (lines === undefined) return unit;
  const { counted, late } = unit;
  return {
    ...unit,
    counted: counted && { ...counted, ...lines.counted },
    late: late && { ...late, ...lines.late },
  };
}
