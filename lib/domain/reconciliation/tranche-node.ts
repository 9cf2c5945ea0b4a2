import { cents, sum } from "../money";
import { areaNode, entryLines } from "./area-node";
import { type Difference, difference, type Item, madeOf } from "./difference";
import { entryNodes } from "./entry-nodes";
import { isLate } from "./periods";
import { balanceOf, groupBy } from "./positions";
import { linesOf, type Movements, type Place, selectedAmount } from "./selector";
import { goesLater, takenAway } from "./timing";
import { above, closed, type ReconciliationNode } from "./tree";
import type { TreeInput, TreeStructure } from "./tree-input";

export interface TrancheInput {
  readonly key: string;
  readonly stream: TreeStructure["streams"][number];
  readonly id: string;
  readonly name: string;
  readonly movements: Movements;
}

const nameOf = ({ label }: ReconciliationNode) =>
  "name" in label && typeof label.name === "string" ? label.name : "";
const byName = (a: ReconciliationNode, b: ReconciliationNode) =>
  nameOf(a) + a.key < nameOf(b) + b.key ? -1 : 1;

/** A tranche is worth its ceiling, or what its municipalities reported or had accepted. */
export function trancheNode(input: TreeInput, tranche: TrancheInput): ReconciliationNode {
  const { key, stream, id, name, movements } = tranche;
  const place = { streamId: stream.id, trancheId: id, areaId: null };
  const node = { key, level: "tranche", label: { level: "tranche", name } } as const;
  const ceilings = { basis: "ceiling", amount: balanceOf(movements.positions, "ceiling") } as const;
  if (input.measure === "ceiling") {
    const lines = [entryLines("ceiling", place)];
    const reached = selectedAmount(lines, movements);
    return closed({
      ...node,
      ...ceilings,
      reached,
      lines,
      children: entryNodes(key, input.entries),
      differences: [],
    });
  }
  const municipalities = new Set([
    ...groupBy(movements.positions, ({ municipalityId }) => municipalityId).keys(),
    ...missingFrom(input, id),
  ]);
  const children = [...municipalities]
    .map((municipalityId) => municipalityNode(input, tranche, municipalityId))
    .sort(byName);
  if (input.measure === "accepted" || input.measure === "settled_spend") {
    const amount = sum(children.map((child) => child.amount));
    return above({ ...node, basis: basisOf(input), amount, children, differences: [] });
  }
  return above({ ...node, ...ceilings, children, differences: unallocated(input, place, stream, movements) });
}

export const basisOf = ({ measure }: TreeInput) => (measure === "accepted" ? "reported" : "accepted");

/** Municipalities of which only a report is known, or that one is missing. */
const missingFrom = ({ measure, pending, windows, ...today }: TreeInput, trancheId: string): string[] =>
  measure !== "accepted"
    ? []
    : [...pending, ...windows.filter((window) => isLate(window, today))]
        .filter((one) => one.trancheId === trancheId)
        .map(({ municipalityId }) => municipalityId);

/**
 * Under the ceiling and not allocated. Where a ceiling counts gross, the part of an award that goes to the VAT
 * compensation fund is no grant and will never be allocated.
 */
function unallocated(
  { bcf }: TreeInput,
  place: Place,
  { vatBasis }: TreeStructure["streams"][number],
  movements: Movements,
): Difference[] {
  const lines = [linesOf(place, { unallocated: 1 })];
  const taken = goesLater(lines, linesOf(place, { unallocated: -1 }, { when: "later" }), movements);
  const rest = [...lines, ...(taken === null ? [] : [takenAway(taken)])];
  const decisions = vatBasis === "gross" ? bcf.filter(({ trancheId }) => trancheId === place.trancheId) : [];
  const compensated = decisions.reduce((all, { amount }) => all + amount, 0n);
  const fits = compensated > 0n && compensated <= selectedAmount(rest, movements);
  const items = (sign: bigint): Item[] =>
    fits
      ? decisions.map(({ trancheId: _, amount, ...decision }) => ({
          is: "decision",
          ...decision,
          amount: cents(sign * amount),
        }))
      : [];
  return [
    ...madeOf("timing", taken === null ? [] : [taken], movements),
    ...madeOf("gross_net_bcf", [], movements, { items: items(1n) }),
    ...madeOf("not_yet_allocated", rest, movements, { items: items(-1n) }),
  ];
}

function municipalityNode(
  input: TreeInput,
  { key: tranche, stream, id, movements }: TrancheInput,
  municipalityId: string,
): ReconciliationNode {
  const municipality = input.structure.municipalities.get(municipalityId) ?? {
    code: municipalityId,
    name: municipalityId,
  };
  const key = `${tranche}.${municipality.code}`;
  const mine = (one: { readonly municipalityId: string | null; readonly trancheId: string }) =>
    one.trancheId === id && one.municipalityId === municipalityId;
  const windows = input.windows.filter(mine);
  const [positions, later] = [movements.positions.filter(mine), movements.later.filter(mine)];
  const pending = input.measure === "accepted" ? input.pending.filter(mine) : [];
  const areas = new Set([
    ...groupBy(positions, ({ areaId }) => areaId ?? "").keys(),
    ...pending.map(({ areaId }) => areaId),
  ]);
  const here = (areaId: string) => (one: { readonly areaId: string | null }) => (one.areaId ?? "") === areaId;
  const children = [...areas]
    .map((areaId) =>
      areaNode(input, {
        key,
        streamId: stream.id,
        trancheId: id,
        areaId,
        windows,
        movements: { positions: positions.filter(here(areaId)), later: later.filter(here(areaId)) },
      }),
    )
    .sort(byName);
  return above({
    key,
    level: "municipality",
    label: { level: "municipality", ...municipality },
    basis: children[0]?.basis ?? (input.measure === "accepted" ? "reported" : "allocated"),
    amount: sum(children.map((child) => child.amount)),
    children,
    differences: input.measure === "accepted" ? missingReports(input, windows, pending) : [],
  });
}

/** Reports that should be there and are not: nobody knows how much they would have said. */
function missingReports(
  input: TreeInput,
  windows: TreeInput["windows"],
  pending: TreeInput["pending"],
): Difference[] {
  const missing = windows.filter(
    (window) => isLate(window, input) && pending.every(({ windowCode }) => windowCode !== window.code),
  );
  if (missing.length === 0) return [];
  const codes = missing.map(({ code }) => code);
  const years = [...new Set(missing.map(({ year }) => year))];
  return [
    difference("missing_report", null, {
      about: { is: "years", years, windows: codes },
      items: codes.map((code) => ({ is: "window", code })),
    }),
  ];
}
