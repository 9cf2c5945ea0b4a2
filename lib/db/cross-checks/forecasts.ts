import type { CountedForecast, Names } from "@/lib/domain/cross-checks/facts";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { groupBy } from "@/lib/domain/reconciliation/positions";
import { latestReport } from "@/lib/domain/reports/latest-report";
import { streamReports } from "../overview/stream-reports";
import type { Tx } from "../transaction";

/** What the overview of each stream counts as expected of a municipality, chosen as the overview chooses. */
export async function readForecasts(
  tx: Tx,
  programmeId: string,
  { streams }: Names,
  asOf: AsOf,
): Promise<CountedForecast[]> {
  const found: CountedForecast[] = [];
  for (const streamId of streams.keys()) {
    const accepted = (await streamReports(tx, programmeId, streamId, asOf)).filter(
      ({ standing, endsOn }) => standing === "accepted" && endsOn <= asOf.validOn,
    );
    const owners = groupBy(accepted, ({ trancheId, municipalityId }) => `${trancheId}/${municipalityId}`);
    for (const own of owners.values()) {
      const latest = latestReport(own, ({ reportId }) => reportId);
      if (latest?.forecast == null) continue;
      const { trancheId, municipalityId, forecast } = latest;
      found.push({ streamId, trancheId, municipalityId, counted: forecast });
    }
  }
  return found;
}
