import type { Cents } from "../money";

export type Earmark = "exclusive" | "priority" | "share_of_national" | "unknown";

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
