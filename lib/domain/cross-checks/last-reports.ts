import type { AcceptedReport, Spot } from "./facts";

export const ownerOf = ({ trancheId, municipalityId }: Pick<Spot, "trancheId" | "municipalityId">): string =>
  `${trancheId}/${municipalityId}`;

/** The last accepted report of each municipality about a tranche. */
export function lastReports(reports: readonly AcceptedReport[]): ReadonlyMap<string, AcceptedReport> {
  const last = new Map<string, AcceptedReport>();
  for (const report of reports) {
    const known = last.get(ownerOf(report));
    if (known === undefined || known.endsOn < report.endsOn) last.set(ownerOf(report), report);
  }
  return last;
}
