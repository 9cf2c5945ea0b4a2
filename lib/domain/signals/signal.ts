/**
 * Something that stands out and can be explained in one sentence. It says where to look, and is never a finding by itself
 * (A13). Computed anew from what was booked and reported; what auditors said about it is kept by its key.
 */
export const SIGNAL_KINDS = ["round", "period_end", "silence", "twice", "pace", "peer"] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export interface SignalPlace {
  readonly streamCode: string;
  readonly streamName: string;
  readonly municipalityCode: string;
  readonly municipalityName: string;
}

/** Facts of the sentence: amounts in cents are called …Cents, shares are whole per cents, the rest is text or a count. */
export type SignalFacts = Readonly<Record<string, string | number>>;

export interface Signal extends SignalPlace {
  readonly kind: SignalKind;
  /** The same as long as it is about the same place, year and thing. */
  readonly key: string;
  readonly year: number;
  readonly facts: SignalFacts;
  /** Which of several sentences of its kind says it. */
  readonly sentence: string;
  /** A report or entries to look at. */
  readonly reportId: string | null;
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9~]+/g, "-");

/** Stands in addresses as it is. */
export const signalKey = (kind: SignalKind, year: number, place: SignalPlace, thing = ""): string =>
  [kind, year, place.streamCode, place.municipalityCode, plain(thing)]
    .filter((part) => part !== "")
    .join("~");

/** The year that a key is about; null for what is no key. */
export function yearOfKey(key: string): number | null {
  const [kind, year = ""] = key.split("~");
  const known = SIGNAL_KINDS.some((one) => one === kind);
  return known && /^\d{4}$/.test(year) ? Number(year) : null;
}

/** What the facts were when somebody judged them: other facts ask for another look. */
export const factsText = ({ facts, sentence }: Pick<Signal, "facts" | "sentence">): string =>
  JSON.stringify([sentence, ...Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))]);

export const JUDGEMENTS = ["explained", "watch", "finding"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

export interface JudgedSignal extends Signal {
  readonly judged: {
    readonly judgement: Judgement;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
    /** Whether the facts are still those that were judged. */
    readonly current: boolean;
  } | null;
}
