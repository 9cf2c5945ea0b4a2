import type { MunicipalityVisit } from "@/lib/domain/municipality/since-visit";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

export interface Visitor {
  readonly personId: string;
  readonly programmeId: string;
  readonly municipalityId: string;
}

/** Who opens the page again within this time is still on the same visit: a reload makes nothing old. */
const SAME_VISIT = Prisma.sql`interval '10 minutes'`;

/** This visit, beginning with what is read in this transaction, and the visit before it. */
export async function readVisit(
  tx: Tx,
  { personId, programmeId, municipalityId }: Visitor,
): Promise<MunicipalityVisit> {
  const [visit] = await tx.$queryRaw<MunicipalityVisit[]>`
    SELECT now() AS at, (
      SELECT CASE WHEN l.at < now() - ${SAME_VISIT} THEN l.at ELSE l.previous_at END FROM last_looked l
       WHERE l.person_id = ${personId}::uuid AND l.programme_id = ${programmeId}::uuid
         AND l.municipality_id = ${municipalityId}::uuid) AS since`;
  return visit ?? { at: new Date(), since: null };
}

/** What was shown at this moment is seen; of two windows the later moment stays. */
export const writeVisit = (
  tx: Tx,
  { personId, programmeId, municipalityId }: Visitor,
  at: Date,
): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO last_looked (person_id, programme_id, municipality_id, at)
    VALUES (${personId}::uuid, ${programmeId}::uuid, ${municipalityId}::uuid, ${at})
    ON CONFLICT (person_id, programme_id, municipality_id) DO UPDATE SET at = excluded.at,
      previous_at = CASE WHEN last_looked.at < excluded.at - ${SAME_VISIT} THEN last_looked.at ELSE last_looked.previous_at END
    WHERE last_looked.at < excluded.at`;
