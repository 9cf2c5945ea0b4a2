import { type Cents, cents, sum } from "../money";
import { type Difference, difference, type Item, type OpenReading } from "./difference";
import type { ClaimRef, TwoLanguages } from "./label";

/** A published part of the headline. Null amount: the source names it and gives no figure. */
export interface HeadlinePart {
  readonly claim: ClaimRef | { readonly code: string; readonly amount: null };
  readonly streamId: string | null;
  readonly note: number | null;
  readonly name: string;
  /** "30.000 homes at € 1.460", and what that comes to; null where the source gives no such rule. */
  readonly norm: {
    readonly units: bigint;
    readonly unitAmount: Cents;
    readonly unitName: string | null;
    readonly amount: Cents;
  } | null;
  /** The figure is of the stream as a whole, not of what the areas or their municipalities get of it. */
  readonly wholeStream: boolean;
  /** Exact awards that are known to land in the areas. */
  readonly landed: readonly { readonly claim: string; readonly name: string; readonly amount: Cents }[];
}

/** Two parts that share money, counted twice; null when no source says how much. */
export interface Overlap {
  readonly parts: readonly [HeadlinePart, HeadlinePart];
  readonly amount: Cents | null;
}

/** A conflict about a part of the headline. A decision leaves one reading; until then nothing is chosen. */
export interface Contested {
  readonly conflict: string;
  readonly title: TwoLanguages;
  readonly streamId: string | null;
  /** The claims that disagree. */
  readonly claims: readonly {
    readonly claim: string;
    readonly name: string;
    readonly amount: Cents | null;
  }[];
  readonly readings: readonly { readonly code: string; readonly adds: Cents }[];
  readonly decided: { readonly code: string; readonly adds: Cents | null } | null;
}

export interface Headline {
  readonly claim: ClaimRef;
  /** Amounts that round to the published words: from `low` up to, not including, `high`. */
  readonly band: { readonly low: Cents; readonly high: Cents } | null;
  readonly parts: readonly HeadlinePart[];
  readonly contested: readonly Contested[];
  readonly overlaps: readonly Overlap[];
}

/** Amounts per stream that the headline counts: published parts and decided readings. */
export function claimedByStream({ parts, contested }: Headline): Map<string, Cents> {
  const amounts = new Map<string, Cents>();
  const add = (streamId: string | null, amount: Cents | null) => {
    if (streamId !== null && amount !== null)
      amounts.set(streamId, cents((amounts.get(streamId) ?? 0n) + amount));
  };
  for (const { streamId, claim } of parts) add(streamId, claim.amount);
  for (const { streamId, decided } of contested) add(streamId, decided?.adds ?? null);
  return amounts;
}

/**
 * What lies between the headline and the streams under it. An open conflict and the headline's rounding cannot be
 * told apart until somebody decides, so they are one difference, with every reading and what it would leave.
 */
export function headlineDifferences(
  headline: Headline,
  children: Cents,
  uncounted: readonly { readonly stream: string; readonly name: string; readonly amount: Cents }[],
): Difference[] {
  const unpublished = headline.parts
    .filter(({ claim }) => claim.amount === null)
    .map((part) =>
      difference("not_published", null, {
        key: `unpublished-${part.claim.code}`,
        about: { is: "claim", claim: part.claim.code, note: part.note, name: part.name },
        items: [partItem(part)],
      }),
    );
  const outside = uncounted.map(({ stream, name, amount }) =>
    difference("outside_headline", cents(-amount), {
      key: `outside-${stream}`,
      about: { is: "stream", stream, name },
    }),
  );
  const streamless = headline.contested.flatMap(
    ({ conflict, title, streamId, decided, claims }): Difference[] =>
      streamId !== null || decided === null || decided.adds === null
        ? []
        : [
            difference("source_conflict", decided.adds, {
              key: `decided-${conflict}`,
              about: { is: "conflict", conflict, title, readings: [] },
              items: claims.map((claim) => ({ is: "claim", ...claim })),
            }),
          ],
  );
  const shared = headline.overlaps.map(({ parts: [one, other], amount }) =>
    difference("overlap", amount === null ? null : cents(-amount), {
      key: `overlap-${one.claim.code}-${other.claim.code}`,
      about: { is: "stream", stream: one.claim.code, name: `${one.name}, ${other.name}` },
      items: [partItem(one), partItem(other)],
    }),
  );
  const named = sum([...outside, ...streamless, ...shared].map(({ amount }) => amount ?? cents(0n)));
  const rest = cents(headline.claim.amount - children - named);
  return [...unpublished, ...outside, ...streamless, ...shared, ...restOf(headline, rest)];
}

/** A claim that has to do with a difference that it is not the amount of. */
const partItem = ({ claim, name }: HeadlinePart): Item => ({
  is: "claim",
  claim: claim.code,
  name,
  amount: claim.amount,
});

function restOf(headline: Headline, rest: Cents): Difference[] {
  const [open, ...others] = headline.contested.filter(({ decided }) => decided === null);
  if (open !== undefined) return [openConflict(headline, open, others, rest)];
  if (rest === 0n) return [];
  const cause = fits(headline, rest) === true ? "rounding" : "unexplained";
  return [
    difference(cause, rest, {
      key: "rest",
      items: [
        {
          is: "claim",
          claim: headline.claim.code,
          name: headline.claim.source,
          amount: headline.claim.amount,
        },
      ],
    }),
  ];
}

/** Whether rounding can account for what is left: the total without it still rounds to the published words. */
function fits({ claim, band }: Headline, rest: Cents): boolean | null {
  if (band === null) return null;
  const counted = claim.amount - rest;
  return counted >= band.low && counted < band.high;
}

function openConflict(
  headline: Headline,
  open: Contested,
  others: readonly Contested[],
  rest: Cents,
): Difference {
  // With several conflicts open the readings of the others count as nothing, so no reading is tied to another's.
  const readings = [open, ...others].flatMap(({ readings: some }) =>
    some.map(({ code, adds }): OpenReading => {
      const leaves = cents(rest - adds);
      return { code, adds, leaves, rounds: fits(headline, leaves) };
    }),
  );
  const { conflict, title } = open;
  return difference("source_conflict", rest, {
    key: "open-conflict",
    about: { is: "conflict", conflict, title, readings },
    items: [open, ...others].flatMap(({ claims }) => claims).map((claim) => ({ is: "claim", ...claim })),
  });
}
