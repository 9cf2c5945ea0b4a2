import "server-only";
import { readContent } from "@/lib/db/evidence/content";
import type { ColumnKind, PackageScope, PackageTable } from "@/lib/db/exports/package-table";
import { PACKAGE_TABLES } from "@/lib/db/exports/package-tables";
import { headlinesTable, type ScopeCodes, scopeFilter } from "@/lib/db/exports/tables/headlines";
import { documentFiles } from "@/lib/db/exports/tables/reports";
import { openSnapshot } from "@/lib/db/ledger-reading/snapshot";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { EntryFilter } from "@/lib/domain/ledger/entry-filter";
import { NotFound } from "@/lib/domain/refusal";
import { asReceived } from "../evidence/find-content";

export type { ColumnKind };

type PackageGrant = Grant<"reconciliation:read">;

export interface PackagePart {
  readonly scope: PackageScope;
  readonly codes: ScopeCodes;
  readonly filter: EntryFilter;
}

/** The stream and municipality that a package is about, by their codes. @throws NotFound */
export async function findPackagePart(
  grant: PackageGrant,
  programmeId: string,
  {
    stream,
    municipality,
    year,
    knownAt,
  }: ScopeCodes & { readonly year: number | null; readonly knownAt: string },
): Promise<PackagePart> {
  return inContext(grant.actor, async (tx) => {
    const ofStream =
      stream === null ? null : await tx.stream.findFirst({ where: { programmeId, code: stream } });
    const ofMunicipality =
      municipality === null
        ? null
        : await tx.organisation.findFirst({ where: { kind: "municipality", code: municipality } });
    if ((stream !== null && ofStream === null) || (municipality !== null && ofMunicipality === null))
      throw new NotFound("part of the programme");
    const scope = {
      programmeId,
      streamId: ofStream?.id ?? null,
      municipalityId: ofMunicipality?.id ?? null,
      year,
      knownAt,
    };
    const codes = { stream, municipality };
    return { scope, codes, filter: scopeFilter(scope, codes) };
  });
}

export interface ReadTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** Opens a snapshot of its own when it is read, and closes it. */
  readonly rows: () => AsyncGenerator<Readonly<Record<string, string | null>>>;
}

/** The tables of a package, the sums first; each is read when its file is written. */
export const packageTables = (grant: PackageGrant, { scope, codes }: PackagePart): readonly ReadTable[] =>
  [headlinesTable(codes), ...PACKAGE_TABLES].map((table) => ({
    name: table.name,
    columns: table.columns,
    rows: () => rowsOf(grant, scope, table),
  }));

async function* rowsOf(grant: PackageGrant, scope: PackageScope, { rows }: PackageTable) {
  const snapshot = await openSnapshot(grant.actor);
  let whole = false;
  try {
    for await (const batch of snapshot.batches<Record<string, string | null>>(rows(scope))) yield* batch;
    whole = true;
  } finally {
    await snapshot.close(!whole);
  }
}

export interface PackageDocument {
  readonly path: string;
  readonly objectKey: string | null;
  /** The same bytes as were received, or an error. */
  readonly checked: (pieces: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** The documents whose bytes may be had: those that a scanner found clean. */
export async function packageDocuments(
  grant: PackageGrant,
  { scope }: PackagePart,
): Promise<readonly PackageDocument[]> {
  const found = await inContext(grant.actor, (tx) =>
    tx.$queryRaw<{ bestand: string; sha256: string; uploadId: string; objectKey: string | null }[]>(
      documentFiles(scope),
    ),
  );
  return found.map(({ bestand, sha256, uploadId, objectKey }) => ({
    path: bestand,
    objectKey,
    checked: (pieces) => asReceived({ sha256 }, pieces),
    pieces: readContent(grant.actor, uploadId),
  }));
}
