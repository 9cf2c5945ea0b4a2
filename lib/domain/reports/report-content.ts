/** What the municipality declares on one line; null is "not reported", zero is "reported: nothing". */
export interface DeclaredLine {
  readonly areaId: string;
  readonly themeId: string;
  readonly spentCents: bigint | null;
  readonly correctionCents: bigint | null;
  readonly correctionNote: string | null;
  readonly forecastCents: bigint | null;
  readonly explanation: string | null;
}

export interface DeclaredResult {
  readonly indicatorId: string;
  readonly value: bigint | null;
  readonly note: string | null;
}

export interface ReportContent {
  readonly format: "geldstroom-report-v1";
  readonly lines: readonly DeclaredLine[];
  readonly results: readonly DeclaredResult[];
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What a signature is about: everything that the municipality declares, in a fixed order and nothing else, so that
 * the same report always gives the same hash, whoever computes it.
 */
export function reportContent(report: {
  readonly lines: readonly DeclaredLine[];
  readonly results: readonly DeclaredResult[];
}): ReportContent {
  return {
    format: "geldstroom-report-v1",
    lines: report.lines
      .map(
        ({ areaId, themeId, spentCents, correctionCents, correctionNote, forecastCents, explanation }) => ({
          areaId,
          themeId,
          spentCents,
          correctionCents,
          correctionNote,
          forecastCents,
          explanation,
        }),
      )
      .sort((a, b) => byText(a.areaId, b.areaId) || byText(a.themeId, b.themeId)),
    results: report.results
      .map(({ indicatorId, value, note }) => ({ indicatorId, value, note }))
      .sort((a, b) => byText(a.indicatorId, b.indicatorId)),
  };
}
