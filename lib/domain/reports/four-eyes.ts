import { Refusal } from "../refusal";
import type { ReportAction } from "./report-status";

/** Someone who did something with this report, in any of its versions. */
export interface ReportDeed {
  readonly action: ReportAction;
  readonly personId: string;
}

const BARS: Readonly<Record<"signed" | "accepted", readonly ReportAction[]>> = {
  signed: ["saved", "submitted"],
  accepted: ["saved", "submitted", "signed"],
};

/** Who filled a report does not sign it, and who filled or signed it does not accept it. People, not accounts. */
export function isBarred(
  deeds: readonly ReportDeed[],
  personId: string,
  action: "signed" | "accepted",
): boolean {
  return deeds.some((deed) => deed.personId === personId && BARS[action].includes(deed.action));
}

/** @throws Refusal `four_eyes` */
export function requireOtherPerson(
  deeds: readonly ReportDeed[],
  personId: string,
  action: "signed" | "accepted",
): void {
  if (isBarred(deeds, personId, action)) throw new Refusal("four_eyes");
}
