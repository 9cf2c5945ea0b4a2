import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { node24 } from "./packages.mjs";
import { whenNpmIsGone } from "./watch-npm.mjs";

const same = (one, other) =>
  existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);

/**
 * The rest is TypeScript, which the pinned Node 24 runs as it stands. When this process is that Node it simply goes
 * on; otherwise a child does, and this one only passes on signals and the exit code. The channel tells the child when
 * this process was killed, so that it does not live on unseen.
 */
export async function continueInNode24(root, file, args) {
  const target = join(root, file);
  const node = node24(root);
  if (same(process.execPath, node)) {
    process.argv = [process.execPath, target, ...args];
    await import(pathToFileURL(join(root, "scripts/resolve-hook.mjs")).href);
    await import(pathToFileURL(target).href);
    return;
  }
  const hook = pathToFileURL(join(root, "scripts/resolve-hook.mjs")).href;
  const child = spawn(node, ["--import", hook, target, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // Ctrl-C reaches both from the terminal: the child ends in its own order, this one waits for it.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  whenNpmIsGone(() => child.kill("SIGTERM"));
  child.on("exit", (code) => process.exit(code ?? 1));
}
