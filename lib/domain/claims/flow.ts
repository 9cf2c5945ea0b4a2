import type { Cents } from "../money";
import { NOTES } from "./claim-codes";
import type { ClaimSet } from "./claim-set";
import { type NoteSevenReading, noteSeven, totalReadings } from "./readings";
import type { Territory } from "./territory";
import { exactCents } from "./value";

export type Earmark = "exclusive" | "priority" | "share_of_national" | "unknown";

export type FlowStream = {
  readonly code: string;
  readonly earmark: Earmark;
  /** Abbreviations of the ministries that the source names for it, in the order of the source; empty when it names none. */
  readonly ministries: readonly string[];
};

/** One figure is certain, two or more are the readings nobody chose between, none was published. */
export type FlowFigures = readonly Cents[];

export type FlowNode = {
  readonly id: string;
  readonly column: 0 | 1 | 2;
  readonly kind: "ministries" | "stream" | "earmark" | "tranche" | "area" | "outside";
  /** What it stands for: abbreviations, a stream code, an earmark, an area code; empty for "unknown". */
  readonly codes: readonly string[];
  readonly figures: FlowFigures;
  /** True when something in it has no published amount, so that its figure is not the whole. */
  readonly incomplete: boolean;
  readonly claims: readonly string[];
};

export type FlowLink = {
  readonly source: string;
  readonly target: string;
  readonly figures: FlowFigures;
  readonly earmark: Earmark;
  readonly certain: boolean;
  readonly claims: readonly string[];
};

export type Flow = { readonly nodes: readonly FlowNode[]; readonly links: readonly FlowLink[] };

type Lane = { stream: FlowStream; claim: string; figures: FlowFigures };

const EARMARKS: readonly Earmark[] = ["exclusive", "priority", "share_of_national", "unknown"];
const NOTE_7 = NOTES[6];

const ministryId = ({ ministries }: FlowStream) =>
  `ministries:${[...ministries].sort().join("+") || "unknown"}`;
const streamId = ({ code }: FlowStream) => `stream:${code}`;
const earmarkId = (earmark: Earmark) => `earmark:${earmark}`;

/** The eight notes as their sources state them: ministries, streams, and for whom the money is meant. */
export function claimedFlow(
  claims: ClaimSet,
  territory: Territory,
  streams: readonly FlowStream[],
  decided: NoteSevenReading | null = null,
): Flow {
  const lanes = NOTES.flatMap((code): Lane[] => {
    const claim = claims.need(code);
    const stream = streams.find((one) => one.code === claim.stream);
    if (stream === undefined) return [];
    const figures =
      code === NOTE_7
        ? noteSevenFigures(claims, territory, decided)
        : claim.amount === null
          ? []
          : [claim.amount];
    return [{ stream, claim: code, figures }];
  }).sort(byEarmarkAndSize);

  const node = (
    column: FlowNode["column"],
    kind: FlowNode["kind"],
    id: string,
    codes: readonly string[],
  ) => ({ column, kind, id, codes });
  const nodes = [
    ...lanes.map(({ stream }) => node(0, "ministries", ministryId(stream), stream.ministries)),
    ...lanes.map(({ stream }) => node(1, "stream", streamId(stream), [stream.code])),
    ...EARMARKS.map((earmark) => node(2, "earmark", earmarkId(earmark), [earmark])),
  ].map((shell) => {
    const inside = lanes.filter((lane) =>
      [ministryId(lane.stream), streamId(lane.stream), earmarkId(lane.stream.earmark)].includes(shell.id),
    );
    const incomplete = inside.some(({ figures }) => figures.length === 0);
    return {
      ...shell,
      figures: added(inside.map(({ figures }) => figures)),
      incomplete,
      claims: inside.map(({ claim }) => claim),
    };
  });
  const link = (lane: Lane, source: string, target: string): FlowLink => ({
    source,
    target,
    figures: lane.figures,
    earmark: lane.stream.earmark,
    certain: lane.figures.length === 1,
    claims: [lane.claim],
  });
  return {
    nodes: unique(nodes).filter(({ claims: some }) => some.length > 0),
    links: [
      ...lanes.map((lane) => link(lane, ministryId(lane.stream), streamId(lane.stream))),
      ...lanes.map((lane) => link(lane, streamId(lane.stream), earmarkId(lane.stream.earmark))),
    ],
  };
}

/** Every figure the readings leave open; a decision leaves one, or none when note 7 has no amount of its own. */
function noteSevenFigures(
  claims: ClaimSet,
  territory: Territory,
  decided: NoteSevenReading | null,
): FlowFigures {
  if (decided === null) {
    const { perMunicipality, perArea } = noteSeven(claims, territory);
    return [perMunicipality, perArea].flatMap(({ value }) => exactCents(value) ?? []);
  }
  const chosen = totalReadings(claims, territory).find(({ code }) => code === decided);
  const figure = chosen?.noteSeven ? exactCents(chosen.noteSeven.value) : null;
  return figure === null ? [] : [figure];
}

/** Sums where one figure is certain; where readings compete, the sum for each reading. */
function added(lanes: readonly FlowFigures[]): FlowFigures {
  const published = lanes.filter((figures) => figures.length > 0);
  if (published.length === 0) return [];
  return published.reduce<FlowFigures>(
    (sums, figures) => sums.flatMap((sum) => figures.map((figure) => (sum + figure) as Cents)),
    [0n as Cents],
  );
}

function byEarmarkAndSize(a: Lane, b: Lane): number {
  const order = EARMARKS.indexOf(a.stream.earmark) - EARMARKS.indexOf(b.stream.earmark);
  if (order !== 0) return order;
  const [x, y] = [a.figures[0] ?? -1n, b.figures[0] ?? -1n];
  return x === y ? 0 : x > y ? -1 : 1;
}

function unique<T extends { id: string }>(nodes: readonly T[]): T[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}
