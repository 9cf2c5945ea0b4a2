// Installs what is missing and runs the unit tests; grows into the whole run.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const run = (command, ...args) => {
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, CHECKPOINT_DISABLE: "1" } });
  if (status !== 0) process.exit(status ?? 1);
};
if (!existsSync("node_modules/.bin/vitest")) run("npm", "ci", "--no-audit", "--no-fund");
process.env.PATH = `${process.cwd()}/node_modules/.bin:${process.env.PATH}`;
run("vitest", "run");
