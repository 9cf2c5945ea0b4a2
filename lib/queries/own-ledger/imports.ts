import "server-only";
import { type LineSum, sumsOfReport } from "@/lib/db/own-ledger/bookings";
import { listBookings, readImports } from "@/lib/db/own-ledger/imports";
import { readReport } from "@/lib/db/reports/report-header";
import { readLines } from "@/lib/db/reports/report-lines";
import { inContext } from "@/lib/db/transaction";
import { type Grant, mayDo } from "@/lib/domain/access";
import type { BookingRow, BookingsBehind, ImportRow, LineBehind } from "@/lib/domain/own-ledger/import-row";
import { NotFound } from "@/lib/domain/refusal";
import type { NamedLine, ReportHeader } from "@/lib/domain/reports/report-file";
import { isOpenFor } from "@/lib/domain/reports/report-status";
import { dateInAmsterdam } from "@/lib/views/dates";

export const BOOKINGS_PER_PAGE = 50;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Imports that this reader may see: a municipality its own, others those of reports that were handed in. */
export const listImports = (grant: Grant<"report:read">, programmeId: string): Promise<ImportRow[]> =>
  inContext(grant.actor, (tx) => readImports(tx, programmeId));

export interface BookingsPage {
  readonly rows: readonly BookingRow[];
  readonly count: number;
  readonly total: bigint;
}

export interface FoundImport extends ImportRow, BookingsBehind {
  readonly page: BookingsPage;
}

/** An import with a page of its bookings, and how its report stands beside it. @throws NotFound */
export const findImport = (
  grant: Grant<"report:read">,
  programmeId: string,
  id: string,
  page: number,
): Promise<FoundImport> =>
  inContext(grant.actor, async (tx) => {
    if (!UUID.test(id)) throw new NotFound(id);
    const [found] = await readImports(tx, programmeId, { id });
    const header = found && (await readReport(tx, programmeId, found.reportId));
    if (!header) throw new NotFound(id);
    const behind = await behindReport(tx, grant, header);
    return { ...found, ...behind, page: await listBookings(tx, { importId: id }, window(page)) };
  });

const window = (page: number) => ({ limit: BOOKINGS_PER_PAGE, offset: (page - 1) * BOOKINGS_PER_PAGE });

type Reading = Parameters<typeof readReport>[0];

async function behindReport(
  tx: Reading,
  { actor }: Grant<"report:read">,
  header: ReportHeader,
): Promise<BookingsBehind> {
  const sums = new Map((await sumsOfReport(tx, header.id)).map((one) => [one.key, one]));
  const own = actor.scope === "municipality" && actor.organisationIds.includes(header.municipalityId);
  const fills =
    own && actor.roles.some((role) => mayDo(role, "report:fill")) && isOpenFor(header.status, "save");
  const lines = sums.size === 0 ? [] : await readLines(tx, header, dateInAmsterdam(new Date()));
  return { header, fills, lines: lines.flatMap((line) => besideSum(line, sums)) };
}

function besideSum(line: NamedLine, sums: ReadonlyMap<string, LineSum>): LineBehind[] {
  const sum = sums.get(line.key);
  return sum === undefined ? [] : [{ line, count: sum.count, total: sum.total }];
}

/** What stands behind the figures of a report. @throws NotFound */
export const findBookingsBehind = (
  grant: Grant<"report:read">,
  programmeId: string,
  reportId: string,
): Promise<BookingsBehind & { readonly imports: readonly ImportRow[] }> =>
  inContext(grant.actor, async (tx) => {
    const header = UUID.test(reportId) ? await readReport(tx, programmeId, reportId) : null;
    if (header === null) throw new NotFound(reportId);
    const imports = await readImports(tx, programmeId, { reportId });
    return { ...(await behindReport(tx, grant, header)), imports };
  });

export interface LineBookings extends LineBehind {
  readonly header: ReportHeader;
  readonly page: BookingsPage;
}

/** The bookings behind one line of a report; without any the line still exists. @throws NotFound */
export const findLineBookings = (
  grant: Grant<"report:read">,
  programmeId: string,
  reportId: string,
  key: string,
  page: number,
): Promise<LineBookings> =>
  inContext(grant.actor, async (tx) => {
    const header = UUID.test(reportId) ? await readReport(tx, programmeId, reportId) : null;
    if (header === null) throw new NotFound(reportId);
    const line = (await readLines(tx, header, dateInAmsterdam(new Date()))).find((one) => one.key === key);
    if (line === undefined) throw new NotFound(key);
    const found = await listBookings(tx, { reportId, key }, window(page));
    return { header, line, count: found.count, total: found.total, page: found };
  });
