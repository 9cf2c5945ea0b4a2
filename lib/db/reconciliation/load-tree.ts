import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { buildTree } from "@/lib/domain/reconciliation/build-tree";
import type { Headline } from "@/lib/domain/reconciliation/headline";
import { headlineOf } from "@/lib/domain/reconciliation/headline-from-claims";
import type { Measure, ReconciliationNode } from "@/lib/domain/reconciliation/tree";
import type { TreeEntries, TreeInput } from "@/lib/domain/reconciliation/tree-input";
import { openedLines } from "@/lib/domain/reconciliation/visible-rows";
import { asking, readMonthCut } from "../ledger-reading/month-cut";
import type { Tx } from "../transaction";
import { bcfDecisions } from "./bcf-decisions";
import { headlineSources } from "./headline-sources";
import { laterTerms } from "./later-terms";
import { lateCorrections, pendingReports } from "./pending-reports";
import { laterPositions, positionsAsOf } from "./positions";
import { programmeStructure } from "./structure";
import { treeEntries } from "./tree-entries";
import { windowStates } from "./windows";

export interface TreeQuestion {
  readonly programmeId: string;
  readonly measure: Measure;
  readonly asOf: AsOf;
  /** The calendar date in the Netherlands at the known-at instant. */
  readonly knownOn: string;
  readonly open: readonly string[];
}

export interface LoadedTree {
  readonly tree: ReconciliationNode;
  readonly headline: Headline | null;
  /** The entries of what is open, by its key. */
  readonly entries: ReadonlyMap<string, TreeEntries>;
}

/** Everything of one reconciliation, as of its two dates; the same for screen and export. */
export async function loadTree(
  tx: Tx,
  { programmeId, measure, asOf, knownOn, open }: TreeQuestion,
): Promise<LoadedTree> {
  const structure = await programmeStructure(tx, programmeId);
  const headline = headlineOf(await headlineSources(tx, programmeId, asOf.knownAt, structure));
  const cut = await readMonthCut(asking(tx), programmeId, asOf);
  const movements = {
    positions: await positionsAsOf(tx, programmeId, cut),
    later: await laterPositions(tx, programmeId, cut),
  };
  const asked = <T>(when: boolean, read: () => Promise<T[]>) => (when ? read() : Promise.resolve<T[]>([]));
  const reports = measure === "accepted";
  // Who held no allocation then had nothing to report, whatever was allocated later.
  const holders = new Set(
    movements.positions
      .filter(({ kind }) => kind === "allocated")
      .map(({ trancheId, municipalityId }) => `${trancheId}/${municipalityId}`),
  );
  const input: Omit<TreeInput, "entries"> = {
    measure,
    validOn: asOf.validOn,
    knownOn,
    structure,
    headline,
    movements,
    windows: (
      await asked(measure === "spent" || reports, () => windowStates(tx, programmeId, asOf.knownAt))
    ).filter(({ trancheId, municipalityId }) => holders.has(`${trancheId}/${municipalityId}`)),
    terms: await asked(measure === "advanced", () => laterTerms(tx, programmeId, asOf)),
    pending: await asked(reports, () => pendingReports(tx, programmeId, asOf)),
    corrections: await asked(reports, () => lateCorrections(tx, programmeId, asOf)),
    bcf: await asked(measure !== "ceiling" && !reports, () => bcfDecisions(tx, programmeId, asOf)),
  };
  const shut = buildTree({ ...input, entries: new Map() });
  const opened = openedLines(shut, new Set(open));
  const entries = await treeEntries(tx, programmeId, cut, opened, movements);
  return { tree: opened.length === 0 ? shut : buildTree({ ...input, entries }), headline, entries };
}
