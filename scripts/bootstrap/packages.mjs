import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const read = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/**
 * Compares what npm says it installed with the lockfile, by content: a checkout changes the time of a file, not what
 * it asks for. Optional packages may be absent (other platforms), everything else must be there in that version.
 */
export function packagesAreCurrent(root) {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed) || !existsSync(node24(root))) return false;
  const found = read(installed);
  return Object.entries(read(join(root, "package-lock.json"))).every(([path, wanted]) => {
    if (path === "" || wanted.link) return true;
    const has = found[path];
    return has
      ? has.version === wanted.version && has.integrity === wanted.integrity
      : wanted.optional === true;
  });
}

/** The Node that the lockfile pins, whatever the machine's own version is. */
export const node24 = (root) => join(root, "node_modules/node/bin/node");

/** npm as it was started, under the machine's own Node: the one in node_modules is about to be replaced. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith(".js") && node && !node.includes("node_modules") && existsSync(script))
    return [node, script];
  return ["npm"];
}

function runNpm(root, args) {
  const [command, ...before] = npm();
  const path = (process.env.PATH ?? "").split(delimiter).filter((entry) => !entry.includes("node_modules"));
  const child = spawn(command, [...before, ...args, "--no-audit", "--no-fund"], {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter), NODE_ENV: "development" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (output += text));
  return new Promise((resolve, reject) => {
    child.on("error", () => reject(new Error("npm was not found on this machine.")));
    child.on("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`npm ${args.join(" ")} failed:\n${output.trim()}`)),
    );
  });
}

export async function installPackages(root) {
  await runNpm(root, ["ci"]);
  // Where npm is told to run no install scripts, the pinned Node has not been fetched yet.
  if (!existsSync(node24(root))) await runNpm(root, ["rebuild", "node", "--ignore-scripts=false"]);
}
