import type { BlockingReason } from "../refusal";
import { sisaDeadline } from "./sisa-year";

export const CBS_ANSWERS = ["plausible", "not_plausible"] as const;
export type CbsAnswer = (typeof CBS_ANSWERS)[number];

/** What the CBS said of a delivered version, as somebody of the municipality recorded it. Dates are yyyy-mm-dd. */
export interface RecordedAnswer {
  /** Counted from one for each version; the last record counts. */
  readonly number: number;
  readonly answer: CbsAnswer;
  readonly answeredOn: string;
  /** Where it is written. */
  readonly source: string;
  readonly reason: string | null;
  /** The last day for corrections, when the CBS named one. */
  readonly correctUntil: string | null;
  readonly by: string;
  readonly at: Date;
}

export type NewAnswer = Omit<RecordedAnswer, "number" | "by" | "at">;

/** Why an answer cannot be recorded like this, every reason at once. */
export function answerReasons(
  { answer, answeredOn, reason, correctUntil }: NewAnswer,
  { deliveredOn, today, again }: { deliveredOn: string; today: string; again: boolean },
): BlockingReason[] {
  const reasons: BlockingReason[] = [];
  const say = (problem: string, field: string, facts: Readonly<Record<string, string>> = {}) =>
    reasons.push({ code: `sisa.cbs.reasons.${problem}`, field, facts });
  if (answeredOn < deliveredOn) say("beforeDelivery", "answeredOn", { answeredOn, deliveredOn });
  if (answeredOn > today) say("inFuture", "answeredOn", { answeredOn });
  if (reason === null && answer === "not_plausible") say("noReason", "reason");
  else if (reason === null && again) say("noReasonAgain", "reason");
  if (correctUntil !== null && answer === "not_plausible") say("untilNotPlausible", "correctUntil");
  else if (correctUntil !== null && correctUntil < answeredOn)
    say("untilBefore", "correctUntil", { untilOn: correctUntil, answeredOn });
  return reasons;
}

/** A delivered version with what the CBS said of it, as far as a correction of it goes. */
export interface Corrected {
  readonly version: number;
  readonly year: number;
  readonly cbs: RecordedAnswer | null;
}

/** The last day on which a version that was found plausible is corrected. */
export const correctableUntil = ({ year, cbs }: Pick<Corrected, "year" | "cbs">): string =>
  cbs?.correctUntil ?? sisaDeadline(year);

/** Why a correction of this version comes too late; null as long as it does not. */
export function lateCorrection(corrected: Corrected, today: string): BlockingReason | null {
  const { cbs, version } = corrected;
  const lastOn = correctableUntil(corrected);
  if (cbs?.answer !== "plausible" || today <= lastOn) return null;
  const facts = { version: String(version), answeredOn: cbs.answeredOn, lastOn };
  return { code: "sisa.rules.A4.closed", facts };
}

/** What was found not plausible is back with the municipality. */
export const isBack = (version: { readonly cbs: RecordedAnswer | null } | null): boolean =>
  version?.cbs?.answer === "not_plausible";
