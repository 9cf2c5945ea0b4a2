/** The second half of `npm start`, under Node 24: database, build, web server, and an orderly end of all three. */
import { step } from "../bootstrap/step.mjs";
import { deploy } from "../migrate.ts";
import { accountsTable, readAccounts } from "./accounts.ts";
import { build } from "./build.ts";
import { type OpenEnvironment, openEnvironment } from "./environment.ts";
import { clearAfterTheDead, takePart } from "./participants.ts";
import { portOption } from "./port-option.ts";
import { isFree, nextFreePort } from "./ports.ts";
import { generateClient } from "./schema.ts";
import { accountsFile, seed } from "./seed.ts";
import { serve, type WebServer } from "./serve.ts";
import { takeSignals } from "./signals.ts";
import { startWorkerBeside, type WorkerBeside } from "./worker.ts";

const wantedPort = portOption();

let opening: Promise<OpenEnvironment> | undefined;
let server: WebServer | undefined;
let worker: WorkerBeside | undefined;
let stopping: Promise<never> | undefined;

/** In this order, and a database that is still starting is waited for: it would go on without us. */
async function stopAll(code: number): Promise<never> {
  await worker?.stop();
  await server?.stop();
  const opened = await opening?.catch(() => undefined);
  await opened?.close();
  process.exit(code);
}
const stop = (code = 0) => (stopping ??= stopAll(code));
takeSignals(() => {
  if (!stopping) console.log("\nStopping …");
  void stop();
});

async function prepare(): Promise<OpenEnvironment> {
  const cleared = await clearAfterTheDead();
  if (cleared.length > 0)
    console.log(`  An earlier start was broken off; stopped its ${cleared.join(" and ")}.`);
  const environment = await step("Database", async (say) => {
    opening = openEnvironment("npm start");
    const opened = await opening;
    const { embedded } = opened;
    say(
      embedded
        ? `PostgreSQL on port ${embedded.port}${embedded.found ? ", was running" : ""}`
        : "from DATABASE_URL",
    );
    return opened;
  });
  const { CONTEXT_KEY, MIGRATE_DATABASE_URL } = environment.variables;
  await step("Migrations", async (say) => {
    if (!MIGRATE_DATABASE_URL) return say("left alone: MIGRATE_DATABASE_URL is not set");
    const applied = await deploy(MIGRATE_DATABASE_URL, CONTEXT_KEY);
    return say(applied.length === 0 ? "up to date" : `${applied.length} applied`);
  });
  await step("Prisma client", async (say) => say((await generateClient()) ? "generated" : "up to date"));
  await step("Figures", async (say) => say(MIGRATE_DATABASE_URL ? await seed(environment) : "left alone"));
  await step("Build", async (say) => say((await build({ always: false })) ? "built" : "up to date"));
  return environment;
}

try {
  const { variables } = await prepare();
  const taken = !(await isFree(wantedPort));
  const port = await nextFreePort(wantedPort);
  server = await step("Web server", (say) => {
    if (taken) say(`port ${wantedPort} is taken, so this is ${port}`);
    return serve({ port, variables });
  });
  worker = startWorkerBeside({ NEXTAUTH_URL: server.url, ...variables });
  takePart({ doing: "npm start", server: server.process, port });
  console.log(
    `\nGeldstroom is at ${server.url}\n\n${accountsTable(readAccounts(accountsFile()))}\n\nCtrl-C stops it.`,
  );
  const code = await server.ended;
  if (!stopping) console.error(`The web server stopped by itself (code ${code}).`);
  await stop(1);
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
