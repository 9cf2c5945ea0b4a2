import type { StreamMeasure } from "@/lib/domain/overview/stream-figures";
import { type Asked, type AskedDates, one, readAsOf } from "./as-of";

/** The words in the address, in the order of the switch. */
export const OVERVIEW_MEASURES = {
  toegekend: "allocated",
  voorschot: "advanced",
  besteed: "spent",
} as const satisfies Record<string, StreamMeasure>;
export type OverviewWord = keyof typeof OVERVIEW_MEASURES;
export const OVERVIEW_WORDS = Object.keys(OVERVIEW_MEASURES) as readonly OverviewWord[];

export interface OverviewAsked extends AskedDates {
  readonly word: OverviewWord;
  readonly measure: StreamMeasure;
  /** Code of one tranche; null for all. */
  readonly tranche: string | null;
  /** Whether something in the address could not be used. */
  readonly unread: boolean;
}

const CODE = /^[\p{L}\p{N}_-]{1,60}$/u;

/** What the address of a stream's desk asks for. */
export function readOverviewAsked(asked: Asked, tranches: readonly string[], now: Date): OverviewAsked {
  const [maat, tranche] = [one(asked.maat), one(asked.tranche)];
  const word = OVERVIEW_WORDS.find((each) => each === maat);
  const known = CODE.test(tranche) && tranches.includes(tranche);
  return {
    ...readAsOf(asked, now),
    word: word ?? "toegekend",
    measure: OVERVIEW_MEASURES[word ?? "toegekend"],
    tranche: known ? tranche : null,
    unread: (maat !== "" && word === undefined) || (tranche !== "" && !known),
  };
}

/** The same question as an address; what is as it would be anyway is left out. */
export function overviewQuery(
  { typed, word, tranche }: Pick<OverviewAsked, "typed" | "word" | "tranche">,
  change: Readonly<Record<string, string | null>> = {},
): string {
  const all = { maat: word === "toegekend" ? null : word, tranche, ...typed, ...change };
  return new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
}
