import { asClient } from "../database/roles.ts";
import { readAccounts } from "./accounts.ts";
import type { OpenEnvironment } from "./environment.ts";
import { inData, inProject, TYPESCRIPT } from "./project.ts";
import { run } from "./run.ts";

export const accountsFile = () => inData("practice-accounts.json");

const PROGRAMMES = ["nplv", "oefen"];

async function isFilled({ variables }: OpenEnvironment): Promise<boolean> {
  const { rowCount } = await asClient(variables.MIGRATE_DATABASE_URL, (client) =>
    client.query("SELECT FROM programme WHERE code = ANY ($1)", [PROGRAMMES]),
  );
  return rowCount === PROGRAMMES.length;
}

/**
 * Loads the published figures and the practice programme where they are missing, and signs how far their journals come.
 * @returns what was done, in words.
 */
export async function seed(environment: OpenEnvironment, json = accountsFile()): Promise<string> {
  if (await isFilled(environment)) return "already there";
  const args = [...TYPESCRIPT, inProject("scripts/db-seed.ts"), "--if-empty", "--json", json];
  const env = environment.variables;
  await run(process.execPath, args, { env });
  await run(process.execPath, [...TYPESCRIPT, inProject("scripts/ledger-checkpoint.ts")], { env });
  return `loaded, ${readAccounts(json).length} practice accounts`;
}
