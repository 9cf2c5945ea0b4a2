import type { AccountRule, Place } from "@/lib/domain/own-ledger/account-mapping";
import type { ColumnMapping } from "@/lib/domain/own-ledger/columns";
import { canonicalJson } from "../hash";
import type { Tx } from "../transaction";

export interface StoredMapping {
  readonly id: string;
  readonly version: number;
  readonly columns: ColumnMapping;
  readonly accounts: readonly AccountRule[];
  readonly by: string;
  readonly at: Date;
}

export interface MappingOwner {
  readonly programmeId: string;
  readonly municipalityId: string;
}

/** The mapping of a municipality, the newest or an earlier version; null when there is none. */
export async function readMapping(
  tx: Tx,
  { programmeId, municipalityId }: MappingOwner,
  version?: number,
): Promise<StoredMapping | null> {
  const row = await tx.ownMapping.findFirst({
    where: { programmeId, municipalityId, ...(version === undefined ? {} : { version }) },
    orderBy: { version: "desc" },
    include: { author: true, accounts: { orderBy: [{ account: "asc" }, { costCentre: "asc" }] } },
  });
  if (row === null) return null;
  return {
    id: row.id,
    version: row.version,
    columns: row.columns as ColumnMapping,
    accounts: row.accounts.map(({ account, costCentre, ...place }) => ({
      account,
      costCentre,
      place: placeOf(place),
    })),
    by: row.author.name,
    at: row.createdAt,
  };
}

function placeOf(row: { readonly [Key in keyof Place]: string | null }): Place | null {
  const { streamId, trancheId, themeId, areaId } = row;
  if (streamId === null || trancheId === null || themeId === null || areaId === null) return null;
  return { streamId, trancheId, themeId, areaId };
}

/** The versions of a municipality's mapping, newest first. */
export const listMappings = (
  tx: Tx,
  { programmeId, municipalityId }: MappingOwner,
): Promise<{ version: number; by: string; at: Date; accounts: number }[]> =>
  tx.$queryRaw`
    SELECT m.version, p.name AS by, m.created_at AS at,
           (SELECT count(*) FROM own_mapping_account a WHERE a.mapping_id = m.id)::int AS accounts
      FROM own_mapping m JOIN person p ON p.id = m.created_by
     WHERE m.programme_id = ${programmeId}::uuid AND m.municipality_id = ${municipalityId}::uuid ORDER BY m.version DESC`;

/** One import or mapping of a municipality at a time; held to the end of the transaction. */
export const holdOwnLedger = (tx: Tx, { programmeId, municipalityId }: MappingOwner): Promise<unknown> =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${programmeId}/${municipalityId}`}, 8))::text`;

/** Writes the next version, whole. @returns its number */
export async function writeMapping(
  tx: Tx,
  mapping: MappingOwner & {
    readonly version: number;
    readonly columns: ColumnMapping;
    readonly accounts: readonly AccountRule[];
    readonly personId: string;
  },
): Promise<void> {
  const { programmeId, municipalityId, version, accounts, personId } = mapping;
  const { id } = await tx.ownMapping.create({
    data: { programmeId, municipalityId, version, columns: { ...mapping.columns }, createdBy: personId },
    select: { id: true },
  });
  const rows = accounts.map(({ account, costCentre, place }) => ({ account, costCentre, ...place }));
  await tx.$executeRaw`
    INSERT INTO own_mapping_account (mapping_id, municipality_id, account, cost_centre, stream_id, tranche_id, theme_id, area_id)
    SELECT ${id}::uuid, ${municipalityId}::uuid, x.account, x."costCentre", x."streamId", x."trancheId", x."themeId", x."areaId"
      FROM jsonb_to_recordset(${canonicalJson(rows)}::jsonb) AS x(account text, "costCentre" text, "streamId" uuid,
           "trancheId" uuid, "themeId" uuid, "areaId" uuid)`;
}
