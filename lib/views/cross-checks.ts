import type { Reference } from "@/lib/domain/cross-checks/finding";
import { isInvariant } from "@/lib/domain/cross-checks/invariants";
import type { KeptCrossFinding, RunRow } from "@/lib/domain/cross-checks/kept-run";
import { MOST_COMPARED, MOST_KEPT } from "@/lib/domain/cross-checks/most-kept";
import type { RuleOutcome } from "@/lib/domain/cross-checks/run";
import { cents } from "@/lib/domain/money";
import { count } from "./digits";
import { findingsPath } from "./findings";
import type { Locale } from "./locale";
import { euro } from "./money";

/** The list of runs, or one of them by its number. */
export const checksPath = (programme: string, run?: number): string => {
  const list = `/programma/${encodeURIComponent(programme)}/regels/controles`;
  return run === undefined ? list : `${list}/${run}`;
};

export const healthPath = (programme: string): string =>
  `/programma/${encodeURIComponent(programme)}/grootboek/gezondheid`;

/** A new finding that begins with one of a run. */
export const writeOfPath = (programme: string, run: number, key: string): string =>
  `${findingsPath(programme, "nieuw")}?${new URLSearchParams({ controle: String(run), punt: key })}`;

/** "OW.T1" stands in the tree under "OW": both are opened. */
const openNodes = (key: string): string[] =>
  key.split(".").map((_, index, parts) => parts.slice(0, index + 1).join("."));

/** Where a figure, or what a finding is about, can be looked at; the reconciliation on the dates of the run, and so that figure. */
export function referencePath(
  programme: string,
  { kind, id }: Reference,
  { asOf }: Pick<RunRow, "asOf">,
): string {
  const base = `/programma/${encodeURIComponent(programme)}`;
  const part = encodeURIComponent(id);
  switch (kind) {
    case "stream":
      return `${base}/geldstromen/${part}`;
    case "tree": {
      const query = new URLSearchParams([
        ["geldig", asOf.validOn],
        ["bekend", asOf.knownAt],
      ]);
      for (const node of openNodes(id)) query.append("open", node);
      return `${base}/aansluiting?${query}`;
    }
    case "allocation":
      return `${base}/toekenningen/${part}`;
    case "proposal":
      return `${base}/voorstellen/${part}`;
    case "report":
      return `${base}/rapportages/${part}`;
    case "batch":
      return `${base}/verzamelvoorstellen/${part}`;
    case "run":
      return `${base}/verdeelsleutels/berekeningen/${part}`;
    case "key":
      return `${base}/verdeelsleutels/${part}`;
    case "claim":
      return `${base}/claims/${part}`;
    case "entry":
      return `${base}/grootboek/${part}`;
    case "external":
      return `${base}/extern/${part}`;
  }
}

/** A rule of which not every finding is in the list. */
export interface CutList {
  readonly code: string;
  readonly kept: number;
  readonly found: number;
}

/** The rules, or the one that is asked for, that found more than is kept. */
export const cutLists = (
  outcomes: readonly Pick<RuleOutcome, "code" | "found">[],
  rule?: string,
): CutList[] =>
  outcomes
    .filter(({ code, found }) => found > MOST_KEPT && (rule === undefined || rule === code))
    .map(({ code, found }) => ({ code, kept: MOST_KEPT, found }));

export const cutSentence = ({ code, kept, found }: CutList, locale: Locale) => ({
  rule: code,
  kept: count(kept, locale),
  found: count(found, locale),
  // Of the promises of the ledger more rows than these are counted, and not told apart.
  compared: found > MOST_COMPARED && isInvariant(code) ? count(MOST_COMPARED, locale) : "all",
});

/** A figure in a sentence or an export: an amount with its unit, or a number of things. */
export const figureText = (value: bigint, unit: KeptCrossFinding["unit"], locale: Locale): string =>
  unit === "cents" ? euro(cents(value), locale) : count(value, locale);
