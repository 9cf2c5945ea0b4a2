import type { RuleSeverity } from "../rules/rule";
import type { ProgrammeFacts } from "./facts";
import type { Judged } from "./judged";
import { allocationIsUnique } from "./rules/allocation-is-unique";
import { amendedReplaces } from "./rules/amended-replaces";
import { carryOverWithinRule } from "./rules/carry-over-within-rule";
import { decisionsAreReported } from "./rules/decisions-are-reported";
import { entriesAreDecisions } from "./rules/entries-are-decisions";
import { externalTiesOut } from "./rules/external-ties-out";
import { latestForecast } from "./rules/latest-forecast";
import { linesAreEntries } from "./rules/lines-are-entries";
import { maximumPerRecipient } from "./rules/maximum-per-recipient";
import { normBesideClaim } from "./rules/norm-beside-claim";
import { nothingIsBlank } from "./rules/nothing-is-blank";
import { oneReportPerPeriod } from "./rules/one-report-per-period";
import { openingIsClosing } from "./rules/opening-is-closing";
import { partsAreThePot } from "./rules/parts-are-the-pot";
import { projectsMakeTheLine } from "./rules/projects-make-the-line";
import { reallocationAddsNothing } from "./rules/reallocation-adds-nothing";
import { spendIsAllocated } from "./rules/spend-is-allocated";
import { spendWithinAllocation } from "./rules/spend-within-allocation";
import { stillReporting } from "./rules/still-reporting";
import { streamOnBothSides } from "./rules/stream-on-both-sides";
import { streamTotal } from "./rules/stream-total";
import { usesAreSources } from "./rules/uses-are-sources";
import { validatedSinceChange } from "./rules/validated-since-change";
import { variancePerYear } from "./rules/variance-per-year";
import { yearIsItsParts } from "./rules/year-is-its-parts";
import { yearsMakeTheAward } from "./rules/years-make-the-award";

/** A rule that holds a whole programme against itself. */
export interface CrossRule {
  readonly code: string;
  /** Goes up when the rule comes to judge the same facts differently. */
  readonly version: number;
  /** As long as no stage says otherwise. */
  readonly severity: RuleSeverity;
  readonly judge: (facts: ProgrammeFacts) => Judged;
}

/** The one implementation of every rule across levels, in the order in which a run shows them. */
export const CROSS_RULES = [
  { code: "X1", version: 1, severity: "block", judge: streamTotal },
  { code: "X2", version: 1, severity: "warn", judge: streamOnBothSides },
  { code: "X3", version: 1, severity: "warn", judge: externalTiesOut },
  { code: "X4", version: 2, severity: "block", judge: openingIsClosing },
  { code: "X5", version: 2, severity: "block", judge: usesAreSources },
  { code: "X6", version: 1, severity: "block", judge: yearIsItsParts },
  { code: "X7", version: 1, severity: "block", judge: spendIsAllocated },
  { code: "X8", version: 1, severity: "warn", judge: spendWithinAllocation },
  { code: "X9", version: 1, severity: "block", judge: allocationIsUnique },
  { code: "X10", version: 2, severity: "warn", judge: decisionsAreReported },
  { code: "X11", version: 1, severity: "warn", judge: entriesAreDecisions },
  { code: "X14", version: 2, severity: "warn", judge: stillReporting },
  { code: "X15", version: 1, severity: "block", judge: nothingIsBlank },
  { code: "X16", version: 1, severity: "block", judge: validatedSinceChange },
  { code: "X17", version: 1, severity: "block", judge: oneReportPerPeriod },
  { code: "X18", version: 2, severity: "warn", judge: projectsMakeTheLine },
  { code: "X19", version: 2, severity: "block", judge: linesAreEntries },
  { code: "X20", version: 1, severity: "block", judge: amendedReplaces },
  { code: "X21", version: 1, severity: "inform", judge: variancePerYear },
  { code: "X23", version: 2, severity: "block", judge: latestForecast },
  { code: "D1", version: 1, severity: "block", judge: partsAreThePot },
  { code: "D2", version: 1, severity: "block", judge: yearsMakeTheAward },
  { code: "D4", version: 1, severity: "block", judge: reallocationAddsNothing },
  { code: "D10", version: 1, severity: "inform", judge: normBesideClaim },
  { code: "D11", version: 3, severity: "block", judge: maximumPerRecipient },
  { code: "D12", version: 2, severity: "block", judge: carryOverWithinRule },
] as const satisfies readonly CrossRule[];

export type LevelRuleCode = (typeof CROSS_RULES)[number]["code"];
