import { type Cents, cents } from "../money";
import { latestReport } from "../reports/latest-report";
import { type Matrix, matrixOf } from "./matrix";
import { expiryOf, type Outlook, outlookOf } from "./outlook";
import {
  type StreamFigure,
  type StreamMeasure,
  type StreamReport,
  sumOf,
  type YearMeasure,
  yearsIn,
} from "./stream-figures";

export interface OverviewTranche {
  readonly id: string;
  readonly name: string;
  readonly lastYear: number | null;
  readonly closesOn: string | null;
}

export interface OutlookRow {
  readonly municipalityId: string;
  readonly allocated: Cents;
  readonly spent: Cents | null;
  /** What the last accepted report expects after its period. */
  readonly forecast: Cents | null;
  readonly outlook: Outlook;
}

export interface TrancheOutlook {
  readonly tranche: OverviewTranche;
  readonly expiresOn: string | null;
  readonly rows: readonly OutlookRow[];
  /** What would stay unspent, over the municipalities of which a pace is known; null when of none. */
  readonly unspent: Cents | null;
  readonly unknown: number;
}

export interface StreamOverview {
  readonly totals: Readonly<Record<YearMeasure, Cents | null>>;
  readonly forecast: Cents | null;
  readonly years: readonly { readonly year: number | null; readonly sums: StreamOverview["totals"] }[];
  readonly matrix: Matrix;
  readonly open: readonly StreamReport[];
  readonly outlooks: readonly TrancheOutlook[];
}

const sums = (figures: readonly StreamFigure[]): StreamOverview["totals"] => ({
  ceiling: sumOf(figures, "ceiling"),
  allocated: sumOf(figures, "allocated"),
  advanced: sumOf(figures, "advanced"),
  spent: sumOf(figures, "spent"),
  free: sumOf(figures, "free"),
});

/** Everything the desk page of a stream shows, from the same figures: so its tables agree to the cent. */
export function streamOverview(
  figures: readonly StreamFigure[],
  reports: readonly StreamReport[],
  tranches: readonly OverviewTranche[],
  municipalityIds: readonly string[],
  measure: StreamMeasure,
): StreamOverview {
  const outlooks = tranches.flatMap((tranche) => trancheOutlook(tranche, figures, reports, municipalityIds));
  const forecasts = outlooks.flatMap(({ rows }) => rows.flatMap(({ forecast }) => forecast ?? []));
  return {
    totals: sums(figures),
    forecast: forecasts.length === 0 ? null : cents(forecasts.reduce((all, one) => all + one, 0n)),
    years: yearsIn(figures, []).map((year) => ({
      year,
      sums: sums(figures.filter((figure) => figure.year === year)),
    })),
    matrix: matrixOf(figures, reports, measure, municipalityIds),
    open: reports.filter(({ standing }) => standing === "late" || standing === "due"),
    outlooks,
  };
}

function trancheOutlook(
  tranche: OverviewTranche,
  figures: readonly StreamFigure[],
  reports: readonly StreamReport[],
  municipalityIds: readonly string[],
): TrancheOutlook[] {
  const own = figures.filter(({ trancheId }) => trancheId === tranche.id);
  const expiresOn = expiryOf(tranche);
  const rows = municipalityIds.flatMap((municipalityId): OutlookRow[] => {
    const mine = own.filter((figure) => figure.municipalityId === municipalityId);
    const allocated = sumOf(mine, "allocated");
    if (allocated === null) return [];
    const accepted = reports.filter(
      (report) =>
        report.trancheId === tranche.id &&
        report.municipalityId === municipalityId &&
        report.standing === "accepted",
    );
    const spent = sumOf(mine, "spent") ?? (accepted.length > 0 ? cents(0n) : null);
    const latest = latestReport(accepted, ({ reportId }) => reportId);
    return [
      {
        municipalityId,
        allocated,
        spent,
        forecast: latest?.forecast ?? null,
        outlook: outlookOf({ allocated, spent: spent ?? cents(0n), accepted, expiresOn }),
      },
    ];
  });
  if (rows.length === 0) return [];
  const known = rows.flatMap(({ outlook }) => (outlook.known ? [outlook.unspent] : []));
  const lapsing = known.filter((amount) => amount > 0n);
  return [
    {
      tranche,
      expiresOn,
      rows,
      unspent: known.length === 0 ? null : cents(lapsing.reduce((all, one) => all + one, 0n)),
      unknown: rows.length - known.length,
    },
  ];
}
