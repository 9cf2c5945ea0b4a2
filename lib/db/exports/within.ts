import { Prisma } from "../generated/client";
import type { PackageScope } from "./package-table";

/** That a row is of the stream, the municipality and the year of a package, as far as it names any. */
export function within(
  { streamId, municipalityId, year }: PackageScope,
  columns: { readonly stream?: string; readonly municipality?: string; readonly year?: string },
): Prisma.Sql {
  const parts = [
    ...(streamId !== null && columns.stream !== undefined
      ? [Prisma.sql`${Prisma.raw(columns.stream)} = ${streamId}::uuid`]
      : []),
    ...(municipalityId !== null && columns.municipality !== undefined
      ? [Prisma.sql`${Prisma.raw(columns.municipality)} = ${municipalityId}::uuid`]
      : []),
    ...(year !== null && columns.year !== undefined
      ? [Prisma.sql`${Prisma.raw(columns.year)} = ${year}::int`]
      : []),
  ];
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, " AND ");
}

/** An instant as UTC with six decimals. */
export const at = (column: string): Prisma.Sql => Prisma.sql`ledger.instant(${Prisma.raw(column)})`;
