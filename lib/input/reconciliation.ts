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

/** What the address asks of the tree; what does not exist is simply not there. */
export function readTreeAsked(asked: Asked, now: Date): TreeAsked {
  const typed = one(asked.maat);
  const word: MeasureWord = MEASURE_WORDS.find((known) => known === typed) ?? "toegekend";
  const open = [asked.open ?? []].flat().filter((key) => KEY.test(key));
  const entry = one(asked.post);
  return {
    ...readAsOf(asked, now),
    measure: MEASURES[word],
    word,
    open: [...new Set(open)].slice(0, 500),
    entry: /^\d{1,18}$/.test(entry) ? BigInt(entry) : null,
  };
}
