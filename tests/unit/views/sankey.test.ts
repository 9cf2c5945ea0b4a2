import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { barGroups, drawn, type Flow, lanes } from "@/lib/views/sankey";

const node = (id: string, column: number) => ({ id, column, label: id, amount: "", tone: "share" }) as const;
const link = (source: string, target: string, value: bigint | null) =>
  ({ source, target, value: value === null ? null : cents(value), amount: "", tone: "share" }) as const;

const flow: Flow = {
  nodes: [
    node("bzk", 0),
    node("vws", 0),
    node("wbi", 1),
    node("brede", 1),
    node("aandeel", 2),
    node("onbekend", 2),
  ],
  links: [
    link("bzk", "wbi", 158n),
    link("wbi", "aandeel", 158n),
    link("vws", "brede", null),
    link("brede", "onbekend", null),
  ],
};

describe("a flow of money", () => {
  it("draws only what has an amount", () => {
    expect(drawn(flow).nodes.map(({ id }) => id)).toEqual(["bzk", "wbi", "aandeel"]);
    expect(drawn(flow).links).toHaveLength(2);
  });

  it("puts what has no published amount in one lane from its start to its end", () => {
    expect(lanes(flow).map((lane) => lane.map(({ id }) => id))).toEqual([["vws", "brede", "onbekend"]]);
  });

  it("becomes bars per destination, with the lane among them", () => {
    const groups = barGroups(flow).map(({ head, rows }) => [head.id, rows.map(({ node: from }) => from.id)]);
    expect(groups).toEqual([
      ["aandeel", ["wbi"]],
      ["onbekend", ["brede"]],
    ]);
  });

  it("does not hang on a circle of links without amounts", () => {
    const circle: Flow = {
      nodes: [node("a", 0), node("b", 1)],
      links: [link("a", "b", null), link("b", "a", null)],
    };
    expect(lanes(circle)).toEqual([]);
    const tail: Flow = {
      nodes: [node("a", 0), node("b", 1), node("c", 1)],
      links: [link("a", "b", null), link("b", "c", null), link("c", "b", null)],
    };
    expect(lanes(tail)[0]?.length).toBeLessThanOrEqual(tail.nodes.length + 1);
  });
});
