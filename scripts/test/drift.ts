/**
 * Says whether prisma/migrations and prisma/schema describe the same tables: the migrations are replayed in a database
 * of their own and compared with the schema. Guards (triggers, checks, row-level security, functions) are no difference.
 */

import { asClient } from "../database/roles.ts";
import { inProject } from "../start/project.ts";
import { attempt } from "../start/run.ts";
import { copyDatabase, startThrowaway } from "./throwaway.ts";

const PRISMA = inProject("node_modules/prisma/build/index.js");
const DIFF = [
  "migrate",
  "diff",
  "--from-migrations",
  "prisma/migrations",
  "--to-schema",
  "prisma/schema",
  "--exit-code",
];

const server = await startThrowaway("migration drift");
try {
  const { addresses } = await copyDatabase(server, "template0");
  // The grants of the migrations are part of what is replayed, so it happens as the owner in an empty schema.
  await asClient(addresses.superuser, (client) =>
    client.query("ALTER SCHEMA public OWNER TO geldstroom_owner"),
  );
  // The command line also wants a database of its own that answers, though it compares nothing with it.
  const idle = await copyDatabase(server);
  const env = {
    SHADOW_DATABASE_URL: addresses.owner,
    MIGRATE_DATABASE_URL: idle.addresses.owner,
    CHECKPOINT_DISABLE: "1",
  };
  const { code, output } = await attempt(process.execPath, [PRISMA, ...DIFF], { env });
  if (code !== 0) console.error(output.trim());
  else console.log("prisma/migrations and prisma/schema agree.");
  process.exitCode = code === 0 ? 0 : 1;
} finally {
  await server.stop();
}
