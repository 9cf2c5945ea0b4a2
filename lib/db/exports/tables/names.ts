import { Prisma } from "../../generated/client";
import type { PackageTable } from "../package-table";

/** What the ids in the entries are called: streams, tranches, themes, municipalities, areas and people. */
export const namesTable: PackageTable = {
  name: "namen",
  columns: { id: "text", soort: "text", code: "text", naam: "text" },
  rows: ({ programmeId }) => Prisma.sql`
    SELECT id::text AS id, soort, code, naam FROM (
      SELECT s.id, 'regeling' AS soort, s.code, s.official_name AS naam FROM stream s WHERE s.programme_id = ${programmeId}::uuid
      UNION ALL SELECT t.id, 'tranche', t.code, t.name FROM tranche t JOIN stream s ON s.id = t.stream_id
        WHERE s.programme_id = ${programmeId}::uuid
      UNION ALL SELECT t.id, 'thema', t.code, t.name_nl FROM theme t JOIN stream s ON s.id = t.stream_id
        WHERE s.programme_id = ${programmeId}::uuid
      UNION ALL SELECT o.id, 'gemeente', o.code, o.preferred_name FROM programme_participant p
        JOIN organisation o ON o.id = p.organisation_id WHERE p.programme_id = ${programmeId}::uuid AND o.kind = 'municipality'
      UNION ALL SELECT a.id, 'gebied', a.code, a.name FROM area a WHERE a.programme_id = ${programmeId}::uuid
      UNION ALL SELECT q.id, 'persoon', '', q.name FROM person q WHERE EXISTS (SELECT 1 FROM entry e
        WHERE e.programme_id = ${programmeId}::uuid AND e.recorded_by = q.id)) x
     ORDER BY soort, code, id`,
};
