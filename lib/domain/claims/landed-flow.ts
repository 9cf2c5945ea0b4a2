import { type Cents, sum } from "../money";
import type { Claim } from "./claim";
import type { Earmark, Flow, FlowLink, FlowNode } from "./flow";
import type { Landed } from "./landed";

export type LandedStream = {
  readonly code: string;
  readonly earmark: Earmark;
  /** Owners of the stream, each for as long as it owned it; dates are inclusive, null is open. */
  readonly owners: ReadonlyArray<{
    readonly ministry: string;
    readonly from: string | null;
    readonly to: string | null;
  }>;
};

const ownerOn = ({ owners }: LandedStream, date: string | null) =>
  owners.find(
    ({ from, to }) => date !== null && (from === null || from <= date) && (to === null || to >= date),
  )?.ministry;

type Award = { claim: Claim; stream: LandedStream; steps: readonly [Shell, Shell, Shell] };
type Shell = Pick<FlowNode, "id" | "column" | "kind" | "codes">;

/** The exact awards: who owned the stream when it was awarded, the stream's tranche, and the area. */
export function landedFlow(landed: Landed, streams: readonly LandedStream[]): Flow {
  const awards = [...landed.inAreasClaims, ...landed.outside].flatMap((claim): Award[] => {
    const stream = streams.find(({ code }) => code === claim.stream);
    if (stream === undefined) return [];
    const owner = ownerOn(stream, claim.publishedOn);
    const tranche = [stream.code, claim.tranche ?? ""];
    const place: Shell =
      claim.area === null
        ? {
            id: `outside:${claim.municipality}`,
            column: 2,
            kind: "outside",
            codes: [claim.municipality ?? ""],
          }
        : { id: `area:${claim.area}`, column: 2, kind: "area", codes: [claim.area] };
    const from: Shell = {
      id: `ministries:${owner ?? "unknown"}`,
      column: 0,
      kind: "ministries",
      codes: owner === undefined ? [] : [owner],
    };
    return [
      {
        claim,
        stream,
        steps: [
          from,
          { id: `tranche:${tranche.join("/")}`, column: 1, kind: "tranche", codes: tranche },
          place,
        ],
      },
    ];
  });
  return { nodes: nodesOf(awards), links: linksOf(awards) };
}

const money = (awards: readonly Award[]): Cents => sum(awards.flatMap(({ claim }) => claim.amount ?? []));
const codes = (awards: readonly Award[]) => awards.map(({ claim }) => claim.code);

function nodesOf(awards: readonly Award[]): FlowNode[] {
  const shells = new Map(
    ([0, 1, 2] as const).flatMap((step) => awards.map(({ steps }) => [steps[step].id, steps[step]] as const)),
  );
  return [...shells.values()].map((shell) => {
    const inside = awards.filter(({ steps }) => steps.some(({ id }) => id === shell.id));
    return { ...shell, figures: [money(inside)], incomplete: false, claims: codes(inside) };
  });
}

function linksOf(awards: readonly Award[]): FlowLink[] {
  const groups = new Map<string, Award[]>();
  for (const award of awards)
    for (const [from, to] of [
      [0, 1],
      [1, 2],
    ] as const) {
      const key = `${award.steps[from].id} ${award.steps[to].id}`;
      groups.set(key, [...(groups.get(key) ?? []), award]);
    }
  return [...groups].flatMap(([key, inside]) => {
    const [source = "", target = ""] = key.split(" ");
    const [first] = inside;
    if (first === undefined) return [];
    // Only the last step says where it landed, so only that step can be unsure.
    const placed = ({ claim }: Award) => claim.areaMatch === "in_area" || claim.areaMatch === "outside";
    const certain = source.startsWith("ministries:") || inside.every(placed);
    return [
      {
        source,
        target,
        figures: [money(inside)],
        earmark: first.stream.earmark,
        certain,
        claims: codes(inside),
      },
    ];
  });
}
