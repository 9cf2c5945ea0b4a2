import { type Cents, cents, sum } from "../money";
import type { Difference, OpenReading } from "./difference";
import type { ClaimRef, TwoLanguages } from "./label";

/** A published part of the headline. Null amount: the source names it and gives no figure. */
export interface HeadlinePart {
  readonly claim: ClaimRef | { readonly code: string; readonly amount: null };
  readonly streamId: string | null;
  readonly note: number | null;
  readonly name: string;
}

/** A conflict about a part of the headline. A decision leaves one reading; until then nothing is chosen. */
export interface Contested {
  readonly conflict: string;
  readonly title: TwoLanguages;
  readonly streamId: string | null;
  readonly readings: readonly { readonly code: string; readonly adds: Cents }[];
  readonly decided: { readonly code: string; readonly adds: Cents | null } | null;
}

export interface Headline {
  readonly claim: ClaimRef;
  /** Amounts that round to the published words: from `low` up to, not including, `high`. */
  readonly band: { readonly low: Cents; readonly high: Cents } | null;
  readonly parts: readonly HeadlinePart[];
  readonly contested: readonly Contested[];
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
    .map(
      ({ claim, note, name }): Difference => ({
        key: `unpublished-${claim.code}`,
        cause: "not_published",
        amount: null,
        about: { is: "claim", claim: claim.code, note, name },
      }),
    );
  const outside = uncounted.map(
    ({ stream, name, amount }): Difference => ({
      key: `outside-${stream}`,
      cause: "outside_headline",
      amount: cents(-amount),
      about: { is: "stream", stream, name },
    }),
  );
  const streamless = headline.contested.flatMap(({ conflict, title, streamId, decided }): Difference[] => {
    if (streamId !== null || decided === null || decided.adds === null) return [];
    return [
      {
        key: `decided-${conflict}`,
        cause: "source_conflict",
        amount: decided.adds,
        about: { is: "conflict", conflict, title, readings: [] },
      },
    ];
  });
  const named = sum([...outside, ...streamless].map(({ amount }) => amount ?? cents(0n)));
  const rest = cents(headline.claim.amount - children - named);
  return [...unpublished, ...outside, ...streamless, ...restOf(headline, rest)];
}

function restOf(headline: Headline, rest: Cents): Difference[] {
  const [open, ...others] = headline.contested.filter(({ decided }) => decided === null);
  if (open !== undefined) return [openConflict(headline, open, others, rest)];
  if (rest === 0n) return [];
  const cause = fits(headline, rest) === true ? "rounding" : "unexplained";
  return [{ key: "rest", cause, amount: rest, about: { is: "nothing" } }];
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
  return {
    key: "open-conflict",
    cause: "source_conflict",
    amount: rest,
    about: { is: "conflict", conflict, title, readings },
  };
}
