import type { Measure } from "@/lib/domain/reconciliation/tree";
import { type Asked, type AskedDates, one, readAsOf } from "./as-of";

const MEASURES = {
  plafond: "ceiling",
  toegekend: "allocated",
  bevoorschot: "advanced",
  besteed: "spent",
  vastgesteld: "settled",
  geaccepteerd: "accepted",
  afgerekend: "settled_spend",
} as const satisfies Readonly<Record<string, Measure>>;
export type MeasureWord = keyof typeof MEASURES;
export const MEASURE_WORDS = Object.keys(MEASURES) as readonly MeasureWord[];

export interface TreeAsked extends AskedDates {
  readonly measure: Measure;
  readonly word: MeasureWord;
  /** Keys of the opened nodes. */
  readonly open: readonly string[];
  /** The entry that is shown beside the tree. */
  readonly entry: bigint | null;
}

const KEY = /^[\p{L}\p{N}._!-]{1,160}$/u;

/** What of a tree is open, and which entry is shown beside it. */
export function readOpened(asked: Asked): Pick<TreeAsked, "open" | "entry"> {
  const open = [asked.open ?? []].flat().filter((key) => KEY.test(key));
  const entry = one(asked.post);
  return {
    open: [...new Set(open)].slice(0, 500),
    entry: /^\d{1,18}$/.test(entry) ? BigInt(entry) : null,
  };
}

/** The nodes that are open after one was opened or shut; what is shut is shut with everything below it. */
export const toggledOpen = (open: readonly string[], key: string, on: boolean): readonly string[] =>
  on
    ? [...open, key]
    : open.filter((each) => each !== key && !each.startsWith(`${key}.`) && !each.startsWith(`${key}!`));

/** What the address asks of the tree; what does not exist is simply not there. */
export function readTreeAsked(asked: Asked, now: Date): TreeAsked {
  const typed = one(asked.maat);
  const word: MeasureWord = MEASURE_WORDS.find((known) => known === typed) ?? "toegekend";
  return { ...readAsOf(asked, now), ...readOpened(asked), measure: MEASURES[word], word };
}
