import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import type { Flow as ClaimFlow, Earmark } from "@/lib/domain/claims/flow";
import { type Cents, cents, sum } from "@/lib/domain/money";
import type { Lane } from "@/lib/domain/overview/headline";
import { type Measure, type Standing, sumBy } from "@/lib/domain/overview/standing";
import type { Locale } from "./locale";
import { amount, millions } from "./money";
import type { Flow, FlowLink, FlowNode, FlowTone } from "./sankey";

/** Words that the drawing needs and that are not in the figures. */
export interface FlowWords {
  readonly unknownMinistry: string;
  readonly note: (note: number) => string;
  readonly or: string;
  readonly earmark: Readonly<Record<Earmark, string>>;
  readonly outside: (municipality: string) => string;
}

const TONE: Readonly<Record<Earmark, Exclude<FlowTone, "origin">>> = {
  exclusive: "exclusive",
  priority: "priority",
  share_of_national: "share",
  unknown: "uncertain",
};
const EARMARKS = ["exclusive", "priority", "share_of_national", "unknown"] as const;

const most = (figures: readonly Cents[]): Cents | null =>
  figures.length === 0 ? null : figures.reduce((high, one) => (one > high ? one : high));

/** Adds up where one figure is certain; where readings compete, once for each reading. */
const added = (all: readonly (readonly Cents[])[]): readonly Cents[] => {
  const published = all.filter((figures) => figures.length > 0);
  if (published.length === 0) return [];
  return published.reduce<readonly Cents[]>(
    (sums, figures) => sums.flatMap((one) => figures.map((figure) => cents(one + figure))),
    [cents(0n)],
  );
};

/** Ministries to streams to whom it is meant for, as the sources state it. Amounts in millions. */
export function claimedFlow(lanes: readonly Lane[], words: FlowWords, locale: Locale): Flow {
  const text = (figures: readonly Cents[]) =>
    figures.map((one) => millions(one, locale)).join(` ${words.or} `);
  const sorted = [...lanes].sort((a, b) => order(a) - order(b));
  const earmarkOf = ({ stream }: Lane): Earmark => stream?.earmark ?? "unknown";
  const fromOf = ({ stream }: Lane) => `from:${[...(stream?.ministries ?? [])].sort().join("+")}`;
  const figuresOf = (some: readonly Lane[]) => added(some.map(({ figures }) => figures));
  const node = (
    id: string,
    column: number,
    label: string,
    some: readonly Lane[],
    tone: FlowTone,
  ): FlowNode => ({
    id,
    column,
    label,
    amount: text(figuresOf(some)),
    tone,
  });
  const froms = [...new Set(sorted.map(fromOf))].map((id) => {
    const inside = sorted.filter((lane) => fromOf(lane) === id);
    const known = inside[0]?.stream?.ministries ?? [];
    const label = known.length === 0 ? words.unknownMinistry : known.join(", ");
    return node(id, 0, label, inside, known.length === 0 ? "uncertain" : "origin");
  });
  const streams = sorted.map((lane) => ({
    ...node(`lane:${lane.key}`, 1, lane.name[locale], [lane], TONE[earmarkOf(lane)]),
    note: lane.note === null ? undefined : words.note(lane.note),
  }));
  const meant = EARMARKS.flatMap((earmark) => {
    const inside = sorted.filter((lane) => earmarkOf(lane) === earmark);
    return inside.length === 0
      ? []
      : [node(`for:${earmark}`, 2, words.earmark[earmark], inside, TONE[earmark])];
  });
  const links = sorted.flatMap((lane): FlowLink[] => {
    const link = (source: string, target: string): FlowLink => ({
      source,
      target,
      value: most(lane.figures),
      amount: text(lane.figures),
      tone: lane.figures.length > 1 ? "uncertain" : TONE[earmarkOf(lane)],
    });
    return [link(fromOf(lane), `lane:${lane.key}`), link(`lane:${lane.key}`, `for:${earmarkOf(lane)}`)];
  });
  return { nodes: [...froms, ...streams, ...meant], links };
}

const order = ({ stream, note }: Lane) => EARMARKS.indexOf(stream?.earmark ?? "unknown") * 100 + (note ?? 99);

/** The exact published awards, from who owned the stream at the time to where they landed; drawn in tenths of millions. */
export function landedFlowView(flow: ClaimFlow, book: ClaimBook, words: FlowWords, locale: Locale): Flow {
  const toneOf = (id: string): FlowTone =>
    TONE[flow.links.find(({ source, target }) => source === id || target === id)?.earmark ?? "unknown"];
  const label = ({ kind, codes: [code = "", part = ""] }: ClaimFlow["nodes"][number]): string => {
    if (kind === "ministries") return code === "" ? words.unknownMinistry : code;
    if (kind === "area") return book.areas.find((area) => area.code === code)?.name ?? code;
    if (kind === "outside")
      return words.outside(book.municipalities.find((one) => one.code === code)?.name ?? code);
    const stream = book.streams.find((one) => one.code === code);
    const tranche = stream?.tranches.find((one) => one.code === part);
    return [stream?.shortName ?? code, tranche?.name.split(",")[0]].filter(Boolean).join(", ");
  };
  const tenths = (value: Cents) =>
    millions(cents(((value + 5_000_000n) / 10_000_000n) * 10_000_000n), locale, 1);
  return {
    nodes: flow.nodes.map((node) => ({
      id: node.id,
      column: node.column,
      label: label(node),
      // The middle column repeats what stands on either side of it.
      amount: node.column === 1 ? "" : node.figures.map(tenths).join(` ${words.or} `),
      tone: node.kind === "ministries" ? "origin" : node.kind === "outside" ? "uncertain" : toneOf(node.id),
    })),
    links: flow.links.map(({ source, target, figures, certain, earmark }) => ({
      source,
      target,
      value: most(figures),
      amount: figures.map((one) => amount(one, locale)).join(` ${words.or} `),
      tone: certain ? TONE[earmark] : "uncertain",
    })),
  };
}

/** What is booked: from the owner of the stream, through the stream, to the municipality. To the cent. */
export function bookedFlow(
  rows: readonly Standing[],
  measure: Measure,
  book: ClaimBook,
  locale: Locale,
): Flow {
  const streamOf = (code: string) => book.streams.find((stream) => stream.code === code);
  const ownerOf = (row: Standing) =>
    streamOf(row.stream)?.owners.find(({ to }) => to === null)?.ministry ?? "";
  const toneOf = (code: string) => TONE[streamOf(code)?.earmark ?? "unknown"];
  const step = (
    column: number,
    keyOf: (row: Standing) => string,
    label: (key: string) => string,
    tone: (key: string) => FlowTone,
  ) =>
    [...sumBy(rows, measure, keyOf)]
      .filter(([, value]) => value > 0n)
      .map(
        ([key, value]): FlowNode => ({
          id: `${column}:${key}`,
          column,
          label: label(key),
          amount: amount(value, locale),
          tone: tone(key),
        }),
      );
  const between = (
    from: number,
    fromKey: (row: Standing) => string,
    to: number,
    toKey: (row: Standing) => string,
  ) =>
    [...sumBy(rows, measure, (row) => JSON.stringify([fromKey(row), toKey(row), row.stream]))]
      .filter(([, value]) => value > 0n)
      .map(([key, value]): FlowLink => {
        const [source = "", target = "", stream = ""] = JSON.parse(key) as string[];
        return {
          source: `${from}:${source}`,
          target: `${to}:${target}`,
          value,
          amount: amount(value, locale),
          tone: toneOf(stream),
        };
      });
  const municipality = (code: string) => book.municipalities.find((one) => one.code === code)?.name ?? code;
  const byStream = (row: Standing) => row.stream;
  const byPlace = (row: Standing) => row.municipality;
  return {
    nodes: [
      ...step(
        0,
        ownerOf,
        (name) => name,
        () => "origin",
      ),
      ...step(1, byStream, (code) => streamOf(code)?.shortName ?? code, toneOf),
      ...step(2, byPlace, municipality, () => "origin"),
    ],
    links: [...between(0, ownerOf, 1, byStream), ...between(1, byStream, 2, byPlace)],
  };
}

/** What a flow comes to: the sum of the amounts in its first column's links. */
export const bookedTotal = (rows: readonly Standing[], measure: Measure): Cents =>
  sum(rows.map((row) => row[measure]));

/** Where a node of a flow is explained: its claim, its stream, its area or the allocations of its municipality. */
export function flowLinks(
  flow: Flow | null,
  lanes: readonly Lane[],
  landed: ClaimFlow,
  base: string,
): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const { key, claim, conflict } of lanes) {
    const page = claim === null ? `bronconflicten/${conflict ?? ""}` : `claims/${claim.code}`;
    links.set(`lane:${key}`, `${base}/${page}`);
  }
  for (const { id, kind, codes } of landed.nodes) {
    if (kind === "area") links.set(id, `${base}/gebieden/${codes[0] ?? ""}`);
    if (kind === "tranche") links.set(id, `${base}/geldstromen/${codes[0] ?? ""}`);
  }
  for (const { id } of flow?.nodes ?? []) {
    if (id.startsWith("1:")) links.set(id, `${base}/geldstromen/${id.slice(2)}`);
    if (id.startsWith("2:")) links.set(id, `${base}/toekenningen?gemeente=${id.slice(2)}`);
  }
  return links;
}
