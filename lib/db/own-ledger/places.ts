import type { NamedPlace } from "@/lib/domain/own-ledger/account-mapping";
import type { Tx } from "../transaction";

/** Every place of a municipality with an allocation, with the day of its first decision. */
export const allocatedPlaces = (
  tx: Tx,
  { programmeId, municipalityId }: { readonly programmeId: string; readonly municipalityId: string },
): Promise<NamedPlace[]> =>
  tx.$queryRaw<NamedPlace[]>`
    SELECT a.stream_id::text AS "streamId", a.tranche_id::text AS "trancheId", a.theme_id::text AS "themeId",
           a.area_id::text AS "areaId", s.short_name AS "streamName", t.name AS "trancheName", h.name_nl AS "themeNameNl",
           h.name_en AS "themeNameEn", r.name AS "areaName", r.code || '.' || h.code AS key, min(a.decision_on) AS "decisionOn"
      FROM allocation a JOIN stream s ON s.id = a.stream_id JOIN tranche t ON t.id = a.tranche_id
      JOIN theme h ON h.id = a.theme_id JOIN area r ON r.id = a.area_id
     WHERE a.programme_id = ${programmeId}::uuid AND a.municipality_id = ${municipalityId}::uuid
     GROUP BY a.stream_id, a.tranche_id, a.theme_id, a.area_id, s.id, t.id, h.id, r.id
     ORDER BY s.position, t.code, r.name, h.position, h.code`;
