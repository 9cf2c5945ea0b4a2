import type { Cents } from "../money";
import type { SampleRequest } from "./sample";

/** What a municipality is asked to show, with the line that it is about: all that it sees of a sample. */
export interface MunicipalityRequest extends SampleRequest {
  readonly seq: bigint;
  readonly amount: Cents;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly streamName: string;
  readonly areaName: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly effectiveOn: string;
  readonly reportId: string;
  readonly reportNumber: string;
  readonly areaId: string;
  readonly themeId: string;
  /** Key of the line in its report. */
  readonly line: string;
}

export const REQUEST_STATES = ["open", "late", "answered", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const requestState = (
  { end, dueOn }: Pick<SampleRequest, "end" | "dueOn">,
  today: string,
): RequestState => {
  if (end !== null) return end.outcome;
  return dueOn < today ? "late" : "open";
};
