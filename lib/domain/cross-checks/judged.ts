import type { CrossFinding } from "./finding";

/** Why something could not be judged. Never a pass: what is not published or not recorded is not in order by that. */
export const UNJUDGED = [
  "no_ledger",
  "empty_book",
  "no_decisions",
  "no_reports",
  "decided_later",
  "no_spend",
  "no_projects",
  "no_amount",
  "no_forecast",
  "no_runs",
  "no_norm",
  "no_maximum",
  "no_carry_over",
  "no_earlier_year",
  "no_reallocations",
  "no_external_file",
  "no_rule_run",
] as const;
export type Unjudged = (typeof UNJUDGED)[number];

/** What a rule came to. */
export interface Judged {
  readonly checked: number;
  /** As many as there are; `findings` may be only the first of them. */
  readonly found: number;
  readonly findings: readonly CrossFinding[];
  readonly unjudged: number;
  /** The first reason; null when everything could be judged. */
  readonly why: Unjudged | null;
}

type Verdict = "passed" | Unjudged | CrossFinding;

/**
 * Judges things one by one. Where there is nothing at all to look at, the rule as a whole is not judged.
 */
export function judgeEach<T>(things: readonly T[], nothing: Unjudged, judge: (thing: T) => Verdict): Judged {
  const verdicts = things.map(judge);
  const findings = verdicts.filter((one): one is CrossFinding => typeof one !== "string");
  const reasons = verdicts.filter((one): one is Unjudged => typeof one === "string" && one !== "passed");
  const checked = verdicts.length - reasons.length;
  return {
    checked,
    found: findings.length,
    findings,
    unjudged: checked === 0 ? Math.max(reasons.length, 1) : reasons.length,
    why: reasons[0] ?? (checked === 0 ? nothing : null),
  };
}
