import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const onLinux = existsSync("/proc/self/stat");

function about(pid) {
  if (onLinux) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      const parent = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[1];
      return { command, parent: Number(parent) };
    } catch {
      return undefined;
    }
  }
  const { stdout } = spawnSync("ps", ["-o", "ppid=,command=", "-p", `${pid}`], { encoding: "utf8" });
  const [parent, ...command] = (stdout ?? "").trim().split(/\s+/);
  return parent ? { command: command.join(" "), parent: Number(parent) } : undefined;
}

/** npm, or the shell that npm put between itself and this process. */
function watched() {
  const parent = about(process.ppid);
  return parent && /^\S*sh -c /.test(parent.command) ? [process.ppid, parent.parent] : [process.ppid];
}

const stillThere = ([parent, grandparent]) =>
  process.ppid === parent && (grandparent === undefined || about(parent)?.parent === grandparent);

/** npm passes signals on, but not when it is killed itself: what it started then gets another parent, and ends. */
export function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const chain = watched();
  const watch = setInterval(() => {
    if (stillThere(chain)) return;
    clearInterval(watch);
    stop();
  }, 1_000);
  watch.unref();
}
