import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { buildTree } from "@/lib/domain/reconciliation/build-tree";
import type { Headline } from "@/lib/domain/reconciliation/headline";
import { headlineOf } from "@/lib/domain/reconciliation/headline-from-claims";
import type { Measure, ReconciliationNode } from "@/lib/domain/reconciliation/tree";
import { pathTo } from "@/lib/domain/reconciliation/visible-rows";
import type { Tx } from "../transaction";
import { headlineSources } from "./headline-sources";
import { positionsAsOf } from "./positions";
import { type ProgrammeStructure, programmeStructure } from "./structure";
import { type OpenedNode, treeEntries } from "./tree-entries";
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
}

/** Everything of one reconciliation, as of its two dates; the same for screen and export. */
export async function loadTree(
  tx: Tx,
  { programmeId, measure, asOf, knownOn, open }: TreeQuestion,
): Promise<LoadedTree> {
  const structure = await programmeStructure(tx, programmeId);
  const headline = headlineOf(await headlineSources(tx, programmeId, asOf.knownAt, structure));
  const positions = await positionsAsOf(tx, programmeId, asOf);
  const windows = measure === "spent" ? await windowStates(tx, programmeId, asOf.knownAt) : [];
  const entries = await treeEntries(tx, programmeId, measure, asOf, opened(structure, measure, open));
  const tree = buildTree({
    measure,
    validOn: asOf.validOn,
    knownOn,
    structure,
    headline,
    positions,
    windows,
    entries,
  });
  return { tree, headline };
}

/** The opened nodes whose children are entries, as far as their whole path is open: nobody sees the others. */
function opened(
  { streams, areas }: ProgrammeStructure,
  measure: Measure,
  open: readonly string[],
): OpenedNode[] {
  const asked = new Set(open);
  const areaIds = new Map([...areas].map(([id, { code }]) => [code, id]));
  return [...asked].flatMap((key): OpenedNode[] => {
    const [streamCode, trancheCode, , areaCode, ...more] = key.split(".");
    const stream = streams.find(({ code }) => code === streamCode);
    const tranche = stream?.tranches.find(({ code }) => code === trancheCode);
    if (stream === undefined || tranche === undefined || more.length > 0) return [];
    if (!pathTo(key).every((above) => asked.has(above))) return [];
    const base = { key, streamId: stream.id, trancheId: tranche.id };
    if (measure === "ceiling") return key.split(".").length === 2 ? [{ ...base, areaId: null }] : [];
    const areaId = areaCode === undefined ? undefined : areaIds.get(areaCode);
    return areaId === undefined ? [] : [{ ...base, areaId }];
  });
}
