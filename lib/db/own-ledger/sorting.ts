import type { Grid } from "@/lib/domain/own-ledger/grid";
import { placeKey, type SortedBookings, sortBookings } from "@/lib/domain/own-ledger/sort-bookings";
import type { ReportHeader } from "@/lib/domain/reports/report-file";
import { isoDate } from "../dates";
import type { Tx } from "../transaction";
import { knownBookings } from "./bookings";
import type { StoredMapping } from "./mappings";
import { allocatedPlaces } from "./places";

/** What a file means for a report, against what is known now. */
export async function sortForReport(
  tx: Tx,
  header: ReportHeader,
  mapping: Pick<StoredMapping, "columns" | "accounts">,
  grid: Grid,
): Promise<SortedBookings> {
  const [startsOn, endsOn] = [isoDate(header.startsOn), isoDate(header.endsOn)];
  const allocated = await allocatedPlaces(tx, header);
  const places = allocated.filter(
    ({ trancheId, decisionOn }) => trancheId === header.trancheId && isoDate(decisionOn) <= endsOn,
  );
  const years = { from: header.startsOn.getUTCFullYear(), to: header.endsOn.getUTCFullYear() };
  return sortBookings(grid, {
    columns: mapping.columns,
    accounts: mapping.accounts,
    trancheId: header.trancheId,
    startsOn,
    endsOn,
    places: new Set(places.map(placeKey)),
    known: await knownBookings(tx, header, years),
  });
}
