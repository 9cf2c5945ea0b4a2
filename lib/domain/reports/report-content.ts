import type { ReportLine } from "./report-line";

/** What the municipality declares on one line; null is "not reported", zero is "reported: nothing". */
export interface DeclaredLine {
  readonly areaId: string;
  readonly themeId: string;
  readonly spentCents: bigint | null;
  readonly correctionCents: bigint | null;
  readonly correctionNote: string | null;
  readonly forecastCents: bigint | null;
  readonly explanation: string | null;
  /** What follows was added later: absent where it is not said, so that what was signed before keeps its hash. */
  readonly ownCents?: bigint;
  readonly correctsSeq?: bigint;
  readonly forecasts?: readonly { readonly year: number; readonly amountCents: bigint | null }[];
  readonly projects?: readonly { readonly name: string; readonly spentCents: bigint | null }[];
}

export interface DeclaredResult {
  readonly indicatorId: string;
  readonly value: bigint | null;
  readonly note: string | null;
}

/** What the municipality wrote about a warning that has no field of its own. */
export interface DeclaredExplanation {
  readonly code: string;
  /** Key of the line; empty for the report as a whole. */
  readonly line: string;
  readonly text: string;
}

export interface ReportContent {
  readonly format: "geldstroom-report-v1";
  readonly lines: readonly DeclaredLine[];
  readonly results: readonly DeclaredResult[];
  /** Absent when there is none, as in every report of before there were any. */
  readonly explanations?: readonly DeclaredExplanation[];
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What a signature is about: everything that the municipality declares, in a fixed order and nothing else, so that
 * the same report always gives the same hash, whoever computes it.
 */
export function reportContent(report: {
  readonly lines: readonly DeclaredLine[];
  readonly results: readonly DeclaredResult[];
  readonly explanations?: readonly DeclaredExplanation[];
}): ReportContent {
  const { explanations = [] } = report;
  return {
    format: "geldstroom-report-v1",
    lines: report.lines
      .map(
        ({
          areaId,
          themeId,
          spentCents,
          correctionCents,
          correctionNote,
          forecastCents,
          explanation,
          ...more
        }) => ({
          areaId,
          themeId,
          spentCents,
          correctionCents,
          correctionNote,
          forecastCents,
          explanation,
          ...detailsOf(more),
        }),
      )
      .sort((a, b) => byText(a.areaId, b.areaId) || byText(a.themeId, b.themeId)),
    results: report.results
      .map(({ indicatorId, value, note }) => ({ indicatorId, value, note }))
      .sort((a, b) => byText(a.indicatorId, b.indicatorId)),
    ...(explanations.length === 0
      ? {}
      : {
          explanations: explanations
            .map(({ code, line, text }) => ({ code, line, text }))
            .sort((a, b) => byText(a.code, b.code) || byText(a.line, b.line)),
        }),
  };
}

type Details = Pick<DeclaredLine, "ownCents" | "correctsSeq" | "forecasts" | "projects">;

function detailsOf({ ownCents, correctsSeq, forecasts, projects }: Details): Details {
  return {
    ...(ownCents === undefined ? {} : { ownCents }),
    ...(correctsSeq === undefined ? {} : { correctsSeq }),
    ...(forecasts === undefined
      ? {}
      : { forecasts: forecasts.map(({ year, amountCents }) => ({ year, amountCents })) }),
    ...(projects === undefined
      ? {}
      : { projects: projects.map(({ name, spentCents }) => ({ name, spentCents })) }),
  };
}

/** A line of the report as the municipality declares it. */
export function declaredLine(line: ReportLine): DeclaredLine {
  const { own, years, projects, correctsSeq } = line;
  return {
    areaId: line.areaId,
    themeId: line.themeId,
    spentCents: line.spent,
    correctionCents: line.correction,
    correctionNote: line.correctionNote,
    forecastCents: line.forecast,
    explanation: line.explanation,
    ...(own === null ? {} : { ownCents: own }),
    ...(correctsSeq === null ? {} : { correctsSeq }),
    ...(years.every(({ amount }) => amount === null)
      ? {}
      : { forecasts: years.map(({ year, amount }) => ({ year, amountCents: amount })) }),
    ...(projects.length === 0
      ? {}
      : { projects: projects.map(({ name, spent }) => ({ name, spentCents: spent })) }),
  };
}
