import type { BookingRow, ImportRow } from "@/lib/domain/own-ledger/import-row";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

type Raw = Omit<ImportRow, "withdrawn"> & {
  readonly reason: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
};

/** Imports that this reader may see, newest first; of one id, or of one report. */
export async function readImports(
  tx: Tx,
  programmeId: string,
  only: { readonly id?: string; readonly reportId?: string } = {},
): Promise<ImportRow[]> {
  const one = only.id === undefined ? Prisma.empty : Prisma.sql`AND i.id = ${only.id}::uuid`;
  const report =
    only.reportId === undefined ? Prisma.empty : Prisma.sql`AND i.report_id = ${only.reportId}::uuid`;
  const rows = await tx.$queryRaw<Raw[]>`
    SELECT i.id::text, i.file_name AS "fileName", i.sha256, i.bookings, i.total_cents AS total, i.left_out AS "leftOut", p.name AS by,
           i.created_at AS at, m.version AS "mappingVersion", o.preferred_name AS "municipalityName", r.id::text AS "reportId",
           r.status::text AS "reportStatus", s.short_name AS "streamName", w.year, w.period, w.periods,
           x.reason, q.name AS "withdrawnBy", x.created_at AS "withdrawnAt"
      FROM own_import i JOIN person p ON p.id = i.created_by JOIN organisation o ON o.id = i.municipality_id
      JOIN report r ON r.id = i.report_id JOIN reporting_window w ON w.id = r.window_id JOIN stream s ON s.id = w.stream_id
      LEFT JOIN own_mapping m ON m.id = i.mapping_id
      LEFT JOIN own_withdrawal x ON x.import_id = i.id LEFT JOIN person q ON q.id = x.created_by
     WHERE i.programme_id = ${programmeId}::uuid ${one} ${report}
     ORDER BY i.created_at DESC, i.id DESC LIMIT 200`;
  return rows.map(({ reason, withdrawnBy, withdrawnAt, ...row }) => ({
    ...row,
    withdrawn:
      reason === null || withdrawnBy === null || withdrawnAt === null
        ? null
        : { reason, by: withdrawnBy, at: withdrawnAt },
  }));
}

/** Bookings of an import, or those that count behind one line of a report; in the order of their dates. */
export async function listBookings(
  tx: Tx,
  of: { readonly importId: string } | { readonly reportId: string; readonly key: string },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: BookingRow[]; count: number; total: bigint }> {
  const which =
    "importId" in of
      ? Prisma.sql`b.import_id = ${of.importId}::uuid`
      : Prisma.sql`b.report_id = ${of.reportId}::uuid AND NOT b.withdrawn AND r.code || '.' || h.code = ${of.key}`;
  const rows = await tx.$queryRaw<BookingRow[]>`
    SELECT b.id::text, b.import_id::text AS "importId", i.file_name AS "fileName", b.file_row AS "fileRow", b.booked_on AS "bookedOn",
           b.number, b.line, b.account, b.cost_centre AS "costCentre", b.amount_cents AS amount, r.name AS "areaName",
           h.name_nl AS "themeNameNl", h.name_en AS "themeNameEn", x.description
      FROM own_booking b JOIN own_import i ON i.id = b.import_id JOIN area r ON r.id = b.area_id JOIN theme h ON h.id = b.theme_id
      LEFT JOIN own_booking_text x ON x.booking_id = b.id
     WHERE ${which} ORDER BY b.booked_on, b.number, b.line, b.id LIMIT ${page.limit} OFFSET ${page.offset}`;
  const [sum] = await tx.$queryRaw<{ count: number; total: bigint }[]>`
    SELECT count(*)::int AS count, coalesce(sum(b.amount_cents), 0)::bigint AS total
      FROM own_booking b JOIN area r ON r.id = b.area_id JOIN theme h ON h.id = b.theme_id WHERE ${which}`;
  return { rows, count: sum?.count ?? 0, total: sum?.total ?? 0n };
}
