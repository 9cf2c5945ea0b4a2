import type { Cents } from "../money";
import type { Stratum } from "./drawing";
import type { SampleMethod } from "./plan";
import type { PopulationTotals } from "./population";

interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Which lines are drawn from; null is every stream, municipality or year. */
export interface SamplePopulation {
  readonly stream: Named | null;
  readonly municipality: Named | null;
  readonly year: number | null;
  /** UTC with six decimals, and the last entry that was known then. */
  readonly knownAt: string;
  readonly ledgerSeq: bigint;
  readonly totals: PopulationTotals;
  /** Lines that were reported as nothing spent: told apart, never drawn (A10). */
  readonly zeros: number;
  readonly digest: string;
}

/** A sample as it was drawn. */
export interface SampleHeader {
  readonly id: string;
  readonly number: string;
  readonly method: SampleMethod;
  readonly purpose: string;
  readonly population: SamplePopulation;
  readonly generator: string;
  readonly seed: string;
  readonly confidence: number;
  readonly tolerable: number;
  readonly expected: number;
  /** Of a monetary sample. */
  readonly factor: bigint | null;
  readonly interval: Cents | null;
  readonly start: bigint | null;
  readonly size: number;
  /** Of an attribute sample. */
  readonly allowed: number | null;
  readonly items: number;
  readonly drawnBy: string;
  readonly drawnAt: Date;
}

/** How far the examination of a sample is. */
export interface SampleProgress {
  readonly examined: number;
  readonly deviating: number;
  readonly asked: number;
  readonly answered: number;
}

/** `asked`: waits for a municipality. */
export const sampleState = ({
  items,
  examined,
  asked,
  answered,
}: Pick<SampleHeader, "items"> & SampleProgress): "examined" | "asked" | "open" => {
  if (examined === items) return "examined";
  return asked > answered ? "asked" : "open";
};

export interface SampleResult {
  readonly version: number;
  readonly audited: Cents | null;
  readonly uncertain: Cents | null;
  readonly deviates: boolean;
  readonly remark: string | null;
  readonly by: string;
  readonly at: Date;
}

export interface SampleRequest {
  readonly id: string;
  readonly question: string;
  readonly dueOn: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly end: {
    readonly outcome: "answered" | "withdrawn";
    readonly note: string | null;
    readonly document: { readonly id: string; readonly fileName: string; readonly sha256: string } | null;
    readonly by: string;
    readonly at: Date;
  } | null;
}

/** An item with what the ledger says of it, what was established, and what was asked about it, the last first. */
export interface SampleItem {
  readonly seq: bigint;
  readonly position: number;
  readonly stratum: Stratum;
  readonly amount: Cents;
  readonly hit: bigint | null;
  readonly streamName: string;
  readonly municipalityName: string;
  readonly areaName: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly year: number;
  readonly effectiveOn: string;
  readonly kind: "spent" | "spend_corrected";
  readonly report: { readonly id: string; readonly number: string } | null;
  readonly results: readonly SampleResult[];
  readonly requests: readonly SampleRequest[];
}

/** Lines that were booked after the instant of the sample and would have belonged to it. */
export interface LaterLines {
  readonly count: number;
  readonly amount: Cents;
  readonly lines: readonly { readonly seq: bigint; readonly amount: Cents; readonly recordedAt: Date }[];
}
