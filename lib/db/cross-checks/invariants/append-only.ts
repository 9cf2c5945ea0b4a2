import { Prisma } from "../../generated/client";
import type { Invariant } from "./broken-rows";

/** Tables that keep what happened, also when the trigger that says so was taken away. */
const KEPT = ["entry", "posting", "account", "checkpoint", "report_event", "approval", "audit_event"];

/**
 * Those, and every other table with a trigger that refuses changes: it is on, and the application holds no right to do what it
 * refuses. Some let a draft be changed, or an upload be thrown away (bits 16 and 8 of the type of a trigger; 32 is to truncate).
 */
const guarded = Prisma.sql`
  SELECT t.name, coalesce(g.tgenabled IN ('O', 'A'), false)::int
    + (SELECT count(*) FROM (VALUES ('UPDATE', 16), ('DELETE', 8), ('TRUNCATE', 32)) o(may, bit)
        WHERE NOT has_table_privilege('geldstroom_app', t.name, o.may) OR (NOT t.kept AND g.tgtype & o.bit = 0)) AS guards
    FROM (SELECT x.name, bool_or(x.kept) AS kept FROM (
            SELECT k.name, true AS kept FROM jsonb_array_elements_text(${JSON.stringify(KEPT)}::jsonb) k(name)
            UNION ALL SELECT c.relname::text, false FROM pg_trigger a JOIN pg_class c ON c.oid = a.tgrelid
             WHERE c.relnamespace = 'public'::regnamespace AND a.tgname = c.relname || '_append_only') x GROUP BY x.name) t
    LEFT JOIN pg_trigger g ON g.tgrelid = t.name::regclass AND g.tgname = t.name || '_append_only'`;

export const appendOnly: Invariant = {
  checked: () => Prisma.sql`SELECT count(*)::int AS checked FROM (${guarded}) g`,
  broken: () => Prisma.sql`
    SELECT g.name AS thing, 'open' AS problem, g.name, 'count' AS unit, g.guards::bigint AS source, 4::bigint AS target,
      NULL::bigint AS seq, NULL::text AS "streamId" FROM (${guarded}) g WHERE g.guards < 4`,
  origins: ["guards", "expected"],
};
