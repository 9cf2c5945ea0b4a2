import type { BlockingReason } from "../refusal";
import { fixedness } from "./fixed";
import type { ReportRuleCode } from "./report-rules";

/** At most a year: what has to last longer is a stage of the rule. */
export const LONGEST_DAYS = 366;

/** A waiver that was granted, as far as it matters for a report of its stream and municipality. */
export interface Waiver {
  readonly id: string;
  readonly code: ReportRuleCode;
  /** Null: every area. */
  readonly areaId: string | null;
  readonly expiresOn: string;
}

/**
 * The waiver under which a finding falls on this date. A waiver for one area lifts only what is about a line of that area;
 * what is about the report as a whole needs one for the municipality.
 */
export function waiverFor(
  waivers: readonly Waiver[],
  about: { readonly code: ReportRuleCode; readonly areaId: string | null },
  today: string,
): Waiver | null {
  const found = waivers.filter(
    ({ code, areaId, expiresOn }) =>
      code === about.code && expiresOn >= today && (areaId === null || areaId === about.areaId),
  );
  return found.sort((a, b) => (a.expiresOn < b.expiresOn ? 1 : -1))[0] ?? null;
}

/** Why a waiver cannot be asked for, all reasons at once. */
export function waiverReasons(
  asked: { readonly rule: ReportRuleCode; readonly expiresOn: string; readonly areaOfMunicipality: boolean },
  { today, last }: { readonly today: string; readonly last: string },
): BlockingReason[] {
  const { rule, expiresOn, areaOfMunicipality } = asked;
  const reasons: BlockingReason[] = [];
  if (fixedness(rule) === "all")
    reasons.push({ code: "stages.reasons.not_waived", field: "rule", facts: { rule } });
  if (expiresOn < today)
    reasons.push({ code: "stages.reasons.expired", field: "expiresOn", facts: { todayOn: today } });
  if (expiresOn > last)
    reasons.push({ code: "stages.reasons.too_long", field: "expiresOn", facts: { lastOn: last } });
  if (!areaOfMunicipality) reasons.push({ code: "stages.reasons.other_area", field: "area" });
  return reasons;
}
