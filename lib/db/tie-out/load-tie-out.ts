import type { Cents } from "@/lib/domain/money";
import type { Grid } from "@/lib/domain/own-ledger/grid";
import type { ReconciliationNode } from "@/lib/domain/reconciliation/tree";
import type { TreeEntries, TreeStructure } from "@/lib/domain/reconciliation/tree-input";
import { openedLines } from "@/lib/domain/reconciliation/visible-rows";
import type { RowDecision } from "@/lib/domain/tie-out/decisions";
import type { OurUnit } from "@/lib/domain/tie-out/our-unit";
import { type ReadRows, readRows } from "@/lib/domain/tie-out/read-row";
import type { RowMapping } from "@/lib/domain/tie-out/row-columns";
import { tieDifferences } from "@/lib/domain/tie-out/tie-differences";
import { type TieOut, tieOut } from "@/lib/domain/tie-out/tie-out";
import { compared, type TieTreeInput, tieTree } from "@/lib/domain/tie-out/tie-tree";
import { asking, readMonthCut } from "../ledger-reading/month-cut";
import { positionsAsOf } from "../reconciliation/positions";
import { programmeStructure } from "../reconciliation/structure";
import { treeEntries } from "../reconciliation/tree-entries";
import type { Tx } from "../transaction";
import { readRowDecisions } from "./decisions";
import type { StoredTieOut } from "./files";
import { namedPlaces } from "./named-places";
import { ourUnits } from "./units";

export interface ComparedTieOut extends TieOut {
  readonly read: ReadRows;
  readonly units: readonly OurUnit[];
  readonly decisions: readonly RowDecision[];
  readonly structure: TreeStructure;
}

/** Theirs beside ours: always the same from the same file, columns and decisions. */
export async function compareTieOut(
  tx: Tx,
  programmeId: string,
  file: StoredTieOut,
  { grid, columns }: { readonly grid: Grid; readonly columns: RowMapping },
): Promise<ComparedTieOut> {
  const read = readRows(grid, columns);
  const units = await ourUnits(tx, programmeId, file);
  const decisions = await readRowDecisions(tx, file.id);
  const places = await namedPlaces(tx, programmeId);
  const structure = await programmeStructure(tx, programmeId);
  const found = tieOut({ ...file, rows: read.rows, units, places, decisions });
  return { ...found, read, units, decisions, structure };
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
  { pairings, read, structure, theirs }: ComparedTieOut,
  open: readonly string[],
): Promise<TieOutTree> {
  const cut = await readMonthCut(asking(tx), programmeId, file.asOf);
  const balances = await positionsAsOf(tx, programmeId, cut);
  const positions = balances.filter(compared(file));
  const input: Omit<TieTreeInput, "entries"> = {
    kind: file.kind,
    year: file.year,
    structure,
    positions,
    theirs,
    differences: tieDifferences(file.id, pairings, read.unread),
  };
  const shut = tieTree({ ...input, entries: new Map() });
  const opened = openedLines(shut, new Set(open));
  const entries = await treeEntries(tx, programmeId, cut, opened, { positions, later: [] });
  const tree = opened.length === 0 ? shut : tieTree({ ...input, entries });
  return { tree, entries, ours: tree.reached };
}
