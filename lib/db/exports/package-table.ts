import type { Prisma } from "../generated/client";

/** What an audit package is about. Null: every stream, every municipality, every year. */
export interface PackageScope {
  readonly programmeId: string;
  readonly streamId: string | null;
  readonly municipalityId: string | null;
  readonly year: number | null;
  readonly knownAt: string;
}

export type ColumnKind = "text" | "amount" | "whole" | "date";

/**
 * One table of an audit package. The first column says what a row is about. The query gives every column as text under its
 * name, in an order that is always the same, and nothing that was written after `knownAt`.
 */
export interface PackageTable {
  /** Of the file, and of its description in the messages. */
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly rows: (scope: PackageScope) => Prisma.Sql;
}
