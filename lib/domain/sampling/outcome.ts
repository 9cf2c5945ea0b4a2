import { type Cents, cents } from "../money";
import { upperDeviations } from "./attribute";
import type { ExaminedItem } from "./examined";
import { PROJECTED, type Projected, type Projection, project, projectUnder } from "./projection";
import type { SampleHeader, SampleItem } from "./sample";
import { partDown, WHOLE_SHARE } from "./shares";

/** Not every item was examined yet: a projection of what is not known would be a guess. */
interface Open {
  readonly kind: "open";
  readonly left: number;
}

export interface MonetaryOutcome {
  readonly kind: "monetary";
  readonly projections: Readonly<Record<Projected, Projection>>;
  readonly under: { readonly found: Cents; readonly projected: Cents };
  readonly tolerable: Cents;
  /** Whether errors and uncertainties together stay, up to their limit, within what is tolerable. */
  readonly supports: boolean;
}

export interface AttributeOutcome {
  readonly kind: "attribute";
  /** Lines of the population, how many were drawn, and how many of those deviate. */
  readonly items: number;
  readonly size: number;
  readonly found: number;
  /** The most deviations that the population can have at this confidence, and how many are tolerable. */
  readonly upper: number;
  readonly tolerable: number;
  /** Deviations in items that came along because of rule A6: known, and in no chance. */
  readonly along: number;
  readonly supports: boolean;
}

export type SampleOutcome = Open | MonetaryOutcome | AttributeOutcome;

type Header = Pick<SampleHeader, "method" | "interval" | "confidence" | "tolerable" | "population">;

export function outcomeOf(header: Header, items: readonly SampleItem[]): SampleOutcome {
  const left = items.filter(({ results }) => results.length === 0).length;
  if (left > 0) return { kind: "open", left };
  return header.interval === null
    ? attributeOutcome(header, items)
    : monetaryOutcome(header, header.interval, items);
}

function monetaryOutcome(header: Header, interval: Cents, items: readonly SampleItem[]): MonetaryOutcome {
  const examined = items.flatMap(({ seq, stratum, amount, results: [last] }): ExaminedItem[] =>
    last === undefined || last.audited === null
      ? []
      : [{ seq, stratum, booked: amount, audited: last.audited, uncertain: last.uncertain ?? cents(0n) }],
  );
  const positive = header.population.totals.positiveCents;
  const top = items.filter(({ stratum }) => stratum === "top").reduce((all, { amount }) => all + amount, 0n);
  const design = { interval, confidence: header.confidence, drawnFrom: positive > top };
  const of = (what: Projected) => project(what, examined, design);
  const [errors, uncertainties, together] = PROJECTED.map(of) as [Projection, Projection, Projection];
  const tolerable = partDown(cents(positive), header.tolerable);
  return {
    kind: "monetary",
    projections: { errors, uncertainties, together },
    under: projectUnder(examined, interval),
    tolerable,
    supports: together.upper <= tolerable,
  };
}

function attributeOutcome(header: Header, items: readonly SampleItem[]): AttributeOutcome {
  const deviating = (stratum: "sampled" | "minimum") =>
    items.filter((item) => item.stratum === stratum && item.results[0]?.deviates === true).length;
  const { positive, negative } = header.population.totals;
  const all = positive + negative;
  const size = items.filter(({ stratum }) => stratum === "sampled").length;
  const found = deviating("sampled");
  const upper = upperDeviations({ items: all, size, found, confidence: header.confidence });
  const tolerable = Math.floor((all * header.tolerable) / WHOLE_SHARE);
  return {
    kind: "attribute",
    items: all,
    size,
    found,
    upper,
    tolerable,
    along: deviating("minimum"),
    supports: upper <= tolerable,
  };
}
