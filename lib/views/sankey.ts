import type { Cents } from "@/lib/domain/money";

/** For whom money is meant, as the drawings colour it; "origin" is where it comes from, "uncertain" is hatched. */
export type FlowTone = "origin" | "exclusive" | "priority" | "share" | "uncertain";

export type FlowNode = {
  readonly id: string;
  /** 0 is the column on the left. */
  readonly column: number;
  readonly label: string;
  /** The figure as it is published or booked, ready to print: "200", "27 of 30", "€ 1.740.000,00". */
  readonly amount: string;
  readonly note?: string;
  readonly tone: FlowTone;
};

export type FlowLink = {
  readonly source: string;
  readonly target: string;
  /** Null when no amount was published: it gets a dashed line and no width. */
  readonly value: Cents | null;
  readonly amount: string;
  readonly tone: FlowTone;
};

export type Flow = { readonly nodes: readonly FlowNode[]; readonly links: readonly FlowLink[] };

/** Chains of links without an amount, from where they start; each is drawn as one dashed lane. */
export function lanes(flow: Flow): FlowNode[][] {
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  const open = flow.links.filter((link) => link.value === null);
  const continued = new Set(open.map((link) => link.target));
  return open
    .filter((link) => !continued.has(link.source))
    .map((first) => {
      const chain = [first.source];
      for (
        let next: FlowLink | undefined = first;
        next !== undefined && chain.length <= flow.nodes.length;
      ) {
        const target: string = next.target;
        chain.push(target);
        next = open.find((link) => link.source === target);
      }
      return chain.flatMap((id) => byId.get(id) ?? []);
    });
}

/** Nodes that carry an amount: the others only stand in a lane. */
export function drawn(flow: Flow): Flow {
  const links = flow.links.filter((link) => link.value !== null && link.value > 0n);
  const used = new Set(links.flatMap((link) => [link.source, link.target]));
  return { nodes: flow.nodes.filter((node) => used.has(node.id)), links };
}

export type BarGroup = {
  readonly head: FlowNode;
  readonly rows: ReadonlyArray<{ readonly node: FlowNode; readonly link: FlowLink }>;
};

/** The narrow drawing: per destination (the last column) what flows into it. */
export function barGroups(flow: Flow): BarGroup[] {
  const last = Math.max(0, ...flow.nodes.map((node) => node.column));
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  return flow.nodes
    .filter((node) => node.column === last)
    .map((head) => ({
      head,
      rows: flow.links.flatMap((link) => {
        const node = link.target === head.id ? byId.get(link.source) : undefined;
        return node === undefined ? [] : [{ node, link }];
      }),
    }))
    .filter((group) => group.rows.length > 0);
}
