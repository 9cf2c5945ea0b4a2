import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { continueInNode24 } from "./continue-in-node24.mjs";
import { installPackages, packagesAreCurrent } from "./packages.mjs";
import { step } from "./step.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const OLDEST = 20;

/** Installs what the lockfile asks for where it is missing, then goes on in TypeScript under Node 24. */
export async function prepared(file) {
  if (Number.parseInt(process.versions.node, 10) < OLDEST) {
    console.error(`Geldstroom needs Node ${OLDEST} or newer to start with; this is ${process.version}.`);
    process.exit(1);
  }
  try {
    if (!packagesAreCurrent(ROOT)) await step("Packages", () => installPackages(ROOT));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  await continueInNode24(ROOT, file, process.argv.slice(2));
}
