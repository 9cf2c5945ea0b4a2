import { type Check, type CheckInput, type CheckKind, claimsOf, type Findings, type Severity } from "./check";
import { competingFigures } from "./competing-figures";
import { fixersInside, insulationInEnergyPoverty, nationalNorm, normAndCeiling } from "./energy";
import { governmentStatement, healthTwice, laterVersions, periodMissing, schoolTwice } from "./grants";
import {
  beforeTheProgramme,
  fewerLocationsThanAreas,
  fundAndTranches,
  fundIsNational,
  grossAndNet,
  homesOfTheFund,
  pricePerHome,
  similarHomeCounts,
} from "./housing";
import { headlineVersusNotes, noteSevenElsewhere, noteSevenGrain, noteSevenWithoutOwner } from "./note-seven";
import {
  alliancesAreNotAreas,
  markerOrder,
  ministriesThenAndNow,
  mixedRecipients,
  mixedVerbs,
} from "./wording";

type Entry = {
  readonly code: string;
  readonly severity: Severity;
  readonly kind: CheckKind;
  readonly place: string;
  readonly decidedWith?: string;
  readonly compute: (input: CheckInput) => Findings;
};

const finding = (
  code: string,
  severity: Severity,
  place: string,
  compute: Entry["compute"],
  decidedWith?: string,
): Entry => ({
  code,
  severity,
  kind: "finding",
  place,
  compute,
  decidedWith,
});
const conflict = (code: string, severity: Severity, place: string, compute: Entry["compute"]): Entry => ({
  code,
  severity,
  kind: "source_conflict",
  place,
  compute,
});

/** L: what a careful auditor finds in the leaflet. V: figures published after it that disagree. */
const CATALOGUE: readonly Entry[] = [
  conflict("L01", "high", "inleiding en noten", headlineVersusNotes),
  finding("L02", "high", "noot 7", noteSevenWithoutOwner, "L01"),
  finding("L03", "high", "noot 7", noteSevenGrain, "L01"),
  conflict("L04", "high", "noten 6 en 7", noteSevenElsewhere),
  finding("L05", "high", "noot 4", fundIsNational),
  conflict("L06", "medium", "noot 3", normAndCeiling),
  finding("L07", "medium", "noot 3", nationalNorm),
  finding("L08", "medium", "noot 2", pricePerHome),
  finding("L09", "medium", "noot 2", similarHomeCounts),
  finding("L10", "medium", "noot 2", fewerLocationsThanAreas),
  finding("L11", "medium", "alle noten", mixedRecipients),
  finding("L12", "medium", "werkwoorden", mixedVerbs),
  finding("L13", "medium", "inleiding", beforeTheProgramme),
  finding("L14", "medium", "noot 1 en Meedoen", schoolTwice),
  finding("L15", "medium", "noten 3 en 5", insulationInEnergyPoverty),
  finding("L16", "medium", "noten 1 en 6", healthTwice),
  finding("L17", "medium", "noot 8", periodMissing),
  finding("L18", "low", "noot 5", fixersInside),
  conflict("L19", "low", "noot 1", laterVersions),
  finding("L20", "low", "Meedoen", alliancesAreNotAreas),
  finding("L21", "low", "verwijzingen", markerOrder),
  finding("L22", "low", "ministeries", ministriesThenAndNow),
  finding("L23", "low", "noot 4", homesOfTheFund),
  finding("L24", "medium", "btw", grossAndNet),
  finding("L25", "low", "bericht van het Rijk", governmentStatement),
  conflict(
    "V01",
    "medium",
    "Volkshuisvestingsfonds, tranche 2",
    competingFigures(({ stream }) => stream === "S4"),
  ),
  conflict(
    "V02",
    "low",
    "Preventie met Gezag",
    competingFigures(({ stream }) => stream === "S8"),
  ),
  conflict("V03", "low", "Volkshuisvestingsfonds", fundAndTranches),
];

const computed = ({ compute, decidedWith, ...entry }: Entry, input: CheckInput): Check => {
  const findings = compute(input);
  return {
    ...entry,
    decidedWith: decidedWith ?? null,
    claims: claimsOf(findings),
    readings: findings.readings ?? [],
    differences: findings.differences ?? [],
    steps: findings.steps ?? [],
    listings: findings.listings ?? [],
  };
};

/** All checks, computed anew from the claims: nothing of their figures is stored or copied. */
export const runChecks = (input: CheckInput): Check[] => CATALOGUE.map((entry) => computed(entry, input));

/** One check by its code; null for a code that is not in the catalogue. */
export function runCheck(code: string, input: CheckInput): Check | null {
  const entry = CATALOGUE.find((one) => one.code === code);
  return entry === undefined ? null : computed(entry, input);
}
