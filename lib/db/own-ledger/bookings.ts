import { type Cents, cents } from "@/lib/domain/money";
import type { KnownBooking, LeftOutWhy, MappedBooking } from "@/lib/domain/own-ledger/sort-bookings";
import { isoDate } from "../dates";
import { canonicalJson } from "../hash";
import type { Tx } from "../transaction";
import type { MappingOwner } from "./mappings";

/** Bookings of these years that stand in an import which was not withdrawn. */
export async function knownBookings(
  tx: Tx,
  { programmeId, municipalityId }: MappingOwner,
  years: { readonly from: number; readonly to: number },
): Promise<KnownBooking[]> {
  const rows = await tx.$queryRaw<
    (Omit<KnownBooking, "bookedOn" | "amount"> & { on: Date; cents: bigint })[]
  >`
    SELECT booked_on AS on, number, line, account, cost_centre AS "costCentre", amount_cents AS cents FROM own_booking
     WHERE programme_id = ${programmeId}::uuid AND municipality_id = ${municipalityId}::uuid AND NOT withdrawn
       AND book_year BETWEEN ${years.from} AND ${years.to}`;
  return rows.map(({ on, cents: amount, ...row }) => ({
    ...row,
    bookedOn: isoDate(on),
    amount: cents(amount),
  }));
}

export interface NewImport extends MappingOwner {
  readonly reportId: string;
  readonly mappingId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly total: Cents;
  readonly leftOut: Readonly<Record<LeftOutWhy, number>>;
  readonly personId: string;
  readonly bookings: readonly MappedBooking[];
}

/** Writes an import with all its bookings in three statements. @returns its id */
export async function writeImport(tx: Tx, given: NewImport): Promise<string> {
  const { programmeId, municipalityId, reportId, mappingId, fileName, sha256, bookings, personId } = given;
  const { id } = await tx.ownImport.create({
    data: {
      programmeId,
      municipalityId,
      reportId,
      mappingId,
      fileName,
      sha256,
      bookings: bookings.length,
      totalCents: given.total,
      leftOut: { ...given.leftOut },
      createdBy: personId,
    },
    select: { id: true },
  });
  const json = canonicalJson(bookings);
  await tx.$executeRaw`
    WITH given AS (
      SELECT uuidv7() AS id, x.* FROM jsonb_to_recordset(${json}::jsonb) AS x("areaId" uuid, "themeId" uuid, "row" int,
        "bookedOn" date, number text, line text, account text, "costCentre" text, amount bigint, description text)),
    made AS (
      INSERT INTO own_booking (id, programme_id, municipality_id, import_id, report_id, area_id, theme_id, file_row, booked_on,
        book_year, number, line, account, cost_centre, amount_cents)
      SELECT id, ${programmeId}::uuid, ${municipalityId}::uuid, ${id}::uuid, ${reportId}::uuid, "areaId", "themeId", "row", "bookedOn",
        extract(year FROM "bookedOn")::int, number, line, account, "costCentre", amount FROM given)
    INSERT INTO own_booking_text (booking_id, municipality_id, description)
    SELECT id, ${municipalityId}::uuid, description FROM given WHERE description <> ''`;
  return id;
}

/** What the imports of a report add up to per line; withdrawn ones count no more. */
export interface LineSum {
  readonly areaId: string;
  readonly themeId: string;
  /** As the report names its line. */
  readonly key: string;
  readonly count: number;
  readonly total: bigint;
}

export const sumsOfReport = (tx: Tx, reportId: string): Promise<LineSum[]> =>
  tx.$queryRaw<LineSum[]>`
    SELECT b.area_id::text AS "areaId", b.theme_id::text AS "themeId", r.code || '.' || h.code AS key, count(*)::int AS count,
           sum(b.amount_cents)::bigint AS total
      FROM own_booking b JOIN area r ON r.id = b.area_id JOIN theme h ON h.id = b.theme_id
     WHERE b.report_id = ${reportId}::uuid AND NOT b.withdrawn
     GROUP BY b.area_id, b.theme_id, r.id, h.id ORDER BY r.name, h.position, h.code`;
