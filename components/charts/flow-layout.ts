import { sankey } from "d3-sankey";
import { coordinate, plotShare } from "@/lib/views/plot";
import { drawn, type Flow, type FlowLink, type FlowNode, lanes } from "@/lib/views/sankey";

export const FLOW_WIDTH = 1152;
const BAR = 10;
const HEAD = 44;
const LABELS = 240;
const LANE = 36;

export type PlacedNode = FlowNode & {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How many links leave it. */
  readonly outgoing: number;
};
export type PlacedLink = {
  readonly key: string;
  readonly link: FlowLink;
  readonly path: string;
  readonly width: number;
};
export type PlacedLane = {
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly nodes: readonly PlacedLaneNode[];
};
type PlacedLaneNode = { readonly node: FlowNode; readonly x: number };
export type FlowLayout = {
  readonly height: number;
  readonly columns: readonly number[];
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  readonly lanes: readonly PlacedLane[];
};

/** Where every node, link and lane of a flow is drawn. Columns and order are the caller's; widths follow the amounts. */
export function layoutFlow(flow: Flow): FlowLayout {
  const { nodes, links } = drawn(flow);
  const last = Math.max(1, ...flow.nodes.map((node) => node.column));
  const columns = Array.from({ length: last + 1 }, (_, column) =>
    coordinate((column * (FLOW_WIDTH - LABELS)) / last),
  );
  const tallest = Math.max(
    1,
    ...columns.map((_, column) => nodes.filter((node) => node.column === column).length),
  );
  const body = 340 + 32 * (tallest - 1);
  const placed = nodes.length === 0 ? { nodes: [], links: [] } : place(nodes, links, body);
  const rows = lanes(flow).map((chain, index) => ({
    y: HEAD + body + LANE * (index + 1),
    from: columns[chain[0]?.column ?? 0] ?? 0,
    to: (columns[chain.at(-1)?.column ?? last] ?? FLOW_WIDTH - LABELS) + BAR,
    nodes: chain.map((node) => ({ node, x: columns[node.column] ?? 0 })),
  }));
  return { height: HEAD + body + LANE * rows.length + 8, columns, ...placed, lanes: rows };
}

type Plotted = { id: string; node: FlowNode };
type PlottedLink = { source: string; target: string; value: number; link: FlowLink };

function place(nodes: readonly FlowNode[], links: readonly FlowLink[], body: number) {
  const whole = links.reduce((sum, link) => sum + (link.value ?? 0n), 0n);
  const layout = sankey<Plotted, PlottedLink>()
    .nodeId((node) => node.id)
    .nodeAlign((node) => node.node.column)
    .nodeSort(null)
    .linkSort(null)
    .nodeWidth(BAR)
    .nodePadding(32)
    .extent([
      [0, HEAD],
      [FLOW_WIDTH - LABELS + BAR, HEAD + body],
    ])({
    nodes: nodes.map((node) => ({ id: node.id, node })),
    links: links.map((link) => ({
      source: link.source,
      target: link.target,
      value: Math.max(plotShare(link.value ?? 0n, whole), 0.000001),
      link,
    })),
  });
  return {
    nodes: layout.nodes.map(({ node, x0 = 0, y0 = 0, y1 = 0, sourceLinks = [] }) => ({
      ...node,
      x: coordinate(x0),
      y: coordinate(y0),
      width: BAR,
      outgoing: sourceLinks.length,
      height: coordinate(Math.max(3, y1 - y0)),
    })),
    links: layout.links.map(({ link, source, target, y0 = 0, y1 = 0, width = 1 }) => ({
      key: `${link.source}-${link.target}-${link.tone}`,
      link,
      path: curve(endOf(source), y0, startOf(target), y1),
      width: coordinate(Math.max(1.5, width)),
    })),
  };
}

const endOf = (node: unknown) => (node as { x1?: number }).x1 ?? 0;
const startOf = (node: unknown) => (node as { x0?: number }).x0 ?? 0;

function curve(x0: number, y0: number, x1: number, y1: number): string {
  const [a, b, c, d] = [x0, y0, x1, y1].map(coordinate);
  const middle = coordinate((x0 + x1) / 2);
  return `M${a} ${b}C${middle} ${b} ${middle} ${d} ${c} ${d}`;
}
