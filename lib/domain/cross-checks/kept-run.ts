import type { AsOf } from "../reconciliation/as-of";
import type { FindingFact } from "../reports/finding";
import type { CrossFinding, FigureUnit } from "./finding";
import type { CrossRuleCode, RuleOutcome } from "./run";
import type { CrossSeverity } from "./weigh";

export const RUN_STATES = ["waiting", "done", "failed"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** A run as one line of a list. */
export interface RunRow {
  readonly id: string;
  /** From 1 in each programme, in the order in which runs were asked for. */
  readonly number: number;
  readonly asOf: AsOf;
  /** Both dates were left open: about today, as known at the moment of asking. */
  readonly current: boolean;
  /** Null: nightly. */
  readonly person: string | null;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  readonly state: RunState;
  readonly previous: { readonly id: string; readonly number: number } | null;
  readonly checked: number;
  readonly found: number;
  readonly unjudged: number;
  readonly fresh: number;
  readonly gone: number;
}

/** A finding as it was kept. */
export interface KeptCrossFinding extends Pick<CrossFinding, "problem" | "about" | "source" | "target"> {
  readonly code: CrossRuleCode;
  readonly key: string;
  readonly severity: CrossSeverity;
  readonly unit: FigureUnit;
  readonly stream: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly municipality: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly year: number | null;
  readonly difference: bigint | null;
  readonly facts: Readonly<Record<string, FindingFact>>;
  /** Number of the run since which it is there without a break. */
  readonly since: number;
  readonly waived: boolean;
  /** Findings that auditors wrote down of it, that this reader may see. */
  readonly written: readonly { readonly id: string; readonly number: string }[];
}

/**
 * What became of a finding: seen for the first time, seen before, or seen in the previous run and no more; or not known, because
 * its rule was not judged this time.
 */
export const CHANGES = ["new", "still", "gone", "unjudged"] as const;
export type Change = (typeof CHANGES)[number];

export const changeOf = (finding: Pick<KeptCrossFinding, "since">, run: Pick<RunRow, "number">): Change =>
  finding.since === run.number ? "new" : "still";

/** A whole run: what every rule came to, and what the previous run had that this one has not. */
export interface KeptRun extends RunRow {
  readonly outcomes: readonly RuleOutcome[];
}

export const passedOf = ({ checked, found }: Pick<RuleOutcome, "checked" | "found">): number =>
  checked - found;

/** In order, found something, or not or only partly there to judge. */
export const outcomeStatus = ({
  stage,
  checked,
  found,
  unjudged,
}: Pick<RuleOutcome, "stage" | "checked" | "found" | "unjudged">):
  | "rest"
  | "found"
  | "unjudged"
  | "partly"
  | "passed" => {
  if (stage === "retire") return "rest";
  if (found > 0) return "found";
  if (checked === 0) return "unjudged";
  return unjudged > 0 ? "partly" : "passed";
};
