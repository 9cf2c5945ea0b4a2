import "server-only";
import { readMapping } from "@/lib/db/own-ledger/mappings";
import { allocatedPlaces } from "@/lib/db/own-ledger/places";
import { sortForReport } from "@/lib/db/own-ledger/sorting";
import { readUpload } from "@/lib/db/own-ledger/uploads";
import { readReport } from "@/lib/db/reports/report-header";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { AccountRule, NamedPlace } from "@/lib/domain/own-ledger/account-mapping";
import { type ColumnMapping, columnReasons, proposedColumns } from "@/lib/domain/own-ledger/columns";
import type { Grid } from "@/lib/domain/own-ledger/grid";
import type { SortedBookings } from "@/lib/domain/own-ledger/sort-bookings";
import { NotFound } from "@/lib/domain/refusal";
import type { ReportHeader } from "@/lib/domain/reports/report-file";

export interface FoundLedgerFile {
  readonly id: string;
  readonly fileName: string;
  readonly grid: Grid;
  readonly header: ReportHeader;
  /** 0 when nothing was mapped yet. */
  readonly version: number;
  /** What the form for the columns starts with: what is kept, as far as this file has it, or what is usual. */
  readonly columns: ColumnMapping;
  /** What is kept about accounts. */
  readonly accounts: readonly AccountRule[];
  readonly places: readonly NamedPlace[];
  /** Null while it is not known which column is what. */
  readonly sorted: SortedBookings | null;
}

/** A file that this person brought, with what it would do. @throws NotFound */
export const findLedgerFile = (
  grant: Grant<"report:fill">,
  programmeId: string,
  id: string,
): Promise<FoundLedgerFile> =>
  inContext(grant.actor, async (tx) => {
    const { grid, reportId, municipalityId, fileName } = await readUpload(tx, id);
    const header = await readReport(tx, programmeId, reportId);
    if (header === null) throw new NotFound(id);
    const owner = { programmeId, municipalityId };
    const mapping = await readMapping(tx, owner);
    const known = mapping?.columns ?? {};
    const fits = mapping !== null && columnReasons(known, grid.headings).length === 0;
    return {
      id,
      fileName,
      grid,
      header,
      version: mapping?.version ?? 0,
      columns: fits ? known : proposedColumns(grid.headings),
      accounts: mapping?.accounts ?? [],
      places: await allocatedPlaces(tx, owner),
      sorted: fits ? await sortForReport(tx, header, mapping, grid) : null,
    };
  });
