import { Refusal } from "../refusal";

export const REPORT_STATUSES = ["draft", "submitted", "signed", "returned", "accepted"] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** How a report stands that may not even exist yet: absence is a state, never a zero. */
export const REPORT_STATES = [
  "late",
  "due",
  "returned",
  "draft",
  "submitted",
  "signed",
  "accepted",
  "reportedZero",
  "notDue",
  "waived",
  "notApplicable",
] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_ACTIONS = ["opened", "saved", "submitted", "signed", "returned", "accepted"] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

/** In which status something may be done. A return comes from the signer or, later, from the ministry. */
const OPEN_FOR: Readonly<
  Record<"save" | "submit" | "sign" | "returnToCoordinator" | "review", readonly ReportStatus[]>
> = {
  save: ["draft", "returned"],
  submit: ["draft", "returned"],
  sign: ["submitted"],
  returnToCoordinator: ["submitted"],
  review: ["signed"],
};
export type ReportStep = keyof typeof OPEN_FOR;

export const isOpenFor = (status: ReportStatus, step: ReportStep): boolean => OPEN_FOR[step].includes(status);

/** @throws Refusal `not_open` */
export function requireOpen(status: ReportStatus, step: ReportStep): void {
  if (!isOpenFor(status, step)) throw new Refusal("not_open", { status });
}
