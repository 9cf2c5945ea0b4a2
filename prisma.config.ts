import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { defineConfig } from "prisma/config";

// Prisma's command line asks for this as it loads the file, so it stands before everything else. The native engine is
// a separate download that many networks close off; without it a script of ours answers in its place.
const engines = dirname(createRequire(import.meta.url).resolve("@prisma/engines/package.json"));
if (!readdirSync(engines).some((name) => name.startsWith("schema-engine-"))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= join(import.meta.dirname, "prisma/schema-engine.mjs");
}

const { MIGRATE_DATABASE_URL, SHADOW_DATABASE_URL } = process.env;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: {
    // Generating and validating need no database, but the command line does not go without an address.
    url: MIGRATE_DATABASE_URL ?? "postgresql://nobody@127.0.0.1:1/none",
    ...(SHADOW_DATABASE_URL ? { shadowDatabaseUrl: SHADOW_DATABASE_URL } : {}),
  },
});
