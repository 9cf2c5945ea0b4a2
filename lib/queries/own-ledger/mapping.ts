import "server-only";
import { listMappings, readMapping, type StoredMapping } from "@/lib/db/own-ledger/mappings";
import { allocatedPlaces } from "@/lib/db/own-ledger/places";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { NamedPlace } from "@/lib/domain/own-ledger/account-mapping";
import type { OpenReport } from "@/lib/domain/own-ledger/open-report";
import { NotFound } from "@/lib/domain/refusal";

export interface FoundMapping {
  /** Null when nothing was mapped yet. */
  readonly mapping: StoredMapping | null;
  readonly versions: readonly { version: number; by: string; at: Date; accounts: number }[];
  readonly places: readonly NamedPlace[];
}

/** How the accounts of one's own municipality are mapped, in the newest or an earlier version. @throws NotFound */
export const findMapping = (
  grant: Grant<"report:fill">,
  programmeId: string,
  version?: number,
): Promise<FoundMapping> =>
  inContext(grant.actor, async (tx) => {
    const [municipalityId = ""] = grant.actor.organisationIds;
    const owner = { programmeId, municipalityId };
    const mapping = await readMapping(tx, owner, version);
    if (mapping === null && version !== undefined) throw new NotFound(String(version));
    return { mapping, versions: await listMappings(tx, owner), places: await allocatedPlaces(tx, owner) };
  });

/** Drafts and returned reports of one's own municipalities, the newest period first. */
export const openReports = (grant: Grant<"report:fill">, programmeId: string): Promise<OpenReport[]> =>
  inContext(
    grant.actor,
    (tx) => tx.$queryRaw<OpenReport[]>`
      SELECT r.id::text, r.status::text, s.short_name AS "streamName", o.preferred_name AS "municipalityName", w.year, w.period, w.periods
        FROM report r JOIN reporting_window w ON w.id = r.window_id JOIN stream s ON s.id = w.stream_id
        JOIN organisation o ON o.id = r.municipality_id
       WHERE w.programme_id = ${programmeId}::uuid AND r.status IN ('draft', 'returned')
         AND r.municipality_id = ANY (${[...grant.actor.organisationIds]}::uuid[])
       ORDER BY w.ends_on DESC, s.position`,
  );
