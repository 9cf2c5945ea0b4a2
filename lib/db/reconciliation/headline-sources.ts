import type { HeadlineSources, KnownConflict } from "@/lib/domain/reconciliation/headline-from-claims";
import { readClaims } from "../claims/read-claims";
import type { Tx } from "../transaction";
import type { ProgrammeStructure } from "./structure";

/** The claims a headline rests on, and each conflict with the decision that held at the instant. */
export async function headlineSources(
  tx: Tx,
  programmeId: string,
  knownAt: string,
  { streams, territory }: ProgrammeStructure,
): Promise<HeadlineSources> {
  const sources = await tx.source.findMany({ where: { programmeId }, select: { code: true, title: true } });
  const conflicts = await tx.$queryRaw<(Omit<KnownConflict, "title"> & { nl: string; en: string })[]>`
    SELECT c.code, c.title_nl AS nl, c.title_en AS en,
      ARRAY(SELECT k.code FROM conflict_claim x JOIN claim k ON k.id = x.claim_id WHERE x.conflict_id = c.id ORDER BY x.position, k.code) AS claims,
      nullif((SELECT d.reading_code FROM conflict_decision d
               WHERE d.conflict_id = c.id AND d.decided_at <= ${knownAt}::timestamptz
               ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), 'open') AS decided
      FROM source_conflict c WHERE c.programme_id = ${programmeId}::uuid AND c.kind = 'source_conflict'
       AND (c.found_at IS NULL OR c.found_at <= ${knownAt}::timestamptz) ORDER BY c.code`;
  return {
    claims: await readClaims(tx, programmeId, knownAt),
    territory,
    conflicts: conflicts.map(({ nl, en, ...conflict }) => ({ ...conflict, title: { nl, en } })),
    sourceTitles: new Map(sources.map(({ code, title }) => [code, title])),
    streams,
  };
}
