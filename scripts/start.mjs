// npm start: plain Node >= 20 and nothing but its own modules, because on a fresh clone there is nothing else yet.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { continueInNode24 } from "./bootstrap/continue-in-node24.mjs";
import { installPackages, packagesAreCurrent } from "./bootstrap/packages.mjs";
import { step } from "./bootstrap/step.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

if (Number.parseInt(process.versions.node, 10) < 20) {
  console.error(`Geldstroom needs Node 20 or newer to start; this is ${process.version}.`);
  process.exit(1);
}
try {
  if (!packagesAreCurrent(ROOT)) await step("Packages", () => installPackages(ROOT));
  await continueInNode24(ROOT, "scripts/start/main.ts", process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
