import { groupBy } from "../reconciliation/positions";
import { latestReport } from "../reports/latest-report";
import type { AcceptedReport, Spot } from "./facts";

export const ownerOf = ({ trancheId, municipalityId }: Pick<Spot, "trancheId" | "municipalityId">): string =>
  `${trancheId}/${municipalityId}`;

/** The last accepted report of each municipality about a tranche. */
export const lastReports = (reports: readonly AcceptedReport[]): ReadonlyMap<string, AcceptedReport> =>
  new Map(
    [...groupBy(reports, ownerOf)].flatMap(([owner, own]) => {
      const last = latestReport(own, ({ id }) => id);
      return last === undefined ? [] : [[owner, last] as const];
    }),
  );
