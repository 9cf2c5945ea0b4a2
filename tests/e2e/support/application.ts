import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import type { Addresses } from "@/scripts/database/roles";
import { type PracticeAccount, readAccounts } from "@/scripts/start/accounts";
import type { Environment } from "@/scripts/start/environment";
import { freePort } from "@/scripts/start/ports";
import { serve } from "@/scripts/start/serve";
import { copyDatabase, dropDatabase, type ThrowawayServer } from "@/scripts/test/throwaway";
import { variablesFor } from "./variables";

interface Prepared {
  readonly server: ThrowawayServer;
  readonly template: string;
  readonly accounts: string;
  readonly folder: string;
}

/** The built application on a database of its own, with the practice programme in it. */
export interface Application {
  readonly url: string;
  readonly addresses: Addresses;
  readonly accounts: readonly PracticeAccount[];
  /** What it reads from its environment: for what runs beside it. */
  readonly variables: Environment;
  /** What the server wrote, with its errors. */
  readonly log: string;
  stop(): Promise<void>;
}

interface ApplicationOptions {
  readonly port?: number;
  /** More of the environment, for what only some installations have. */
  readonly variables?: Readonly<Record<string, string>>;
}

export async function startApplication(
  worker: number | string,
  { port, variables = {} }: ApplicationOptions = {},
): Promise<Application> {
  const prepared = JSON.parse(process.env.E2E_PREPARED ?? "null") as Prepared | null;
  if (!prepared)
    throw new Error(
      "The end-to-end tests were not prepared: run them with `npm test -- e2e` or `npx playwright test`.",
    );
  const { server, template, folder } = prepared;
  const { name, addresses } = await copyDatabase(server, template);
  const log = join(folder, `worker-${worker}.log`);
  const output = openSync(log, "w");
  const environment = { ...variablesFor(server, addresses, folder), ...variables };
  const web = await serve({ port: port ?? (await freePort()), variables: environment, output });
  closeSync(output);
  const stop = async () => {
    await web.stop();
    await dropDatabase(server, name);
  };
  return {
    url: web.url,
    addresses,
    accounts: readAccounts(prepared.accounts),
    variables: environment,
    log,
    stop,
  };
}
