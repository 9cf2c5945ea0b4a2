import { Prisma } from "../../generated/client";
import type { Invariant } from "./broken-rows";

/** Tables that keep what happened. Each has a trigger that refuses changes, and the application holds no right to make one. */
const KEPT = ["entry", "posting", "account", "checkpoint", "report_event", "approval", "audit_event"];

const guarded = Prisma.sql`
  SELECT t.name, (EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = t.name::regclass AND g.tgname = t.name || '_append_only'
      AND g.tgenabled IN ('O', 'A')))::int + (NOT has_table_privilege('geldstroom_app', t.name, 'UPDATE'))::int
    + (NOT has_table_privilege('geldstroom_app', t.name, 'DELETE'))::int + (NOT has_table_privilege('geldstroom_app', t.name, 'TRUNCATE'))::int AS guards
    FROM jsonb_array_elements_text(${JSON.stringify(KEPT)}::jsonb) t(name)`;

export const appendOnly: Invariant = {
  checked: () => Prisma.sql`SELECT count(*)::int AS checked FROM (${guarded}) g`,
  broken: () => Prisma.sql`
    SELECT g.name AS thing, 'open' AS problem, g.name, 'count' AS unit, g.guards::bigint AS source, 4::bigint AS target,
      NULL::bigint AS seq, NULL::text AS "streamId" FROM (${guarded}) g WHERE g.guards < 4`,
  origins: ["guards", "expected"],
};
