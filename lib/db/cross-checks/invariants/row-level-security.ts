import { Prisma } from "../../generated/client";
import type { Invariant } from "./broken-rows";

/** Tables with rows of a municipality or a person: row-level security is enabled on them, and forced on their owner too. */
const owned = Prisma.sql`
  SELECT c.relname AS name, c.relrowsecurity::int + c.relforcerowsecurity::int AS guards
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
   WHERE c.relkind = 'r' AND c.relname <> 'area' AND EXISTS (SELECT 1 FROM pg_attribute x WHERE x.attrelid = c.oid AND NOT x.attisdropped
     AND x.attname IN ('municipality_id', 'person_id', 'recorded_by', 'created_by'))`;

export const rowLevelSecurity: Invariant = {
  checked: () => Prisma.sql`SELECT count(*)::int AS checked FROM (${owned}) t`,
  broken: () => Prisma.sql`
    SELECT t.name AS thing, 'open' AS problem, t.name, 'count' AS unit, t.guards::bigint AS source, 2::bigint AS target,
      NULL::bigint AS seq, NULL::text AS "streamId" FROM (${owned}) t WHERE t.guards < 2`,
  origins: ["guards", "expected"],
};
