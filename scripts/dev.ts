/** `npm run dev`: Next's development server on the embedded database, migrated and filled first. */

import { deploy } from "./migrate.ts";
import { openEnvironment } from "./start/environment.ts";
import { inProject } from "./start/project.ts";
import { handOver } from "./start/run.ts";
import { generateClient } from "./start/schema.ts";
import { seed } from "./start/seed.ts";
import { takeSignals } from "./start/signals.ts";

takeSignals(() => {});
const environment = await openEnvironment("npm run dev");
const { CONTEXT_KEY, MIGRATE_DATABASE_URL } = environment.variables;
if (MIGRATE_DATABASE_URL) await deploy(MIGRATE_DATABASE_URL, CONTEXT_KEY);
await generateClient();
await seed(environment);
const next = [
  inProject("node_modules/next/dist/bin/next"),
  "dev",
  "-H",
  "127.0.0.1",
  ...process.argv.slice(2),
];
process.exitCode = await handOver(process.execPath, next, {
  env: { NEXTAUTH_URL: "http://localhost:3000", ...environment.variables },
});
await environment.close();
