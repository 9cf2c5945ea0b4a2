import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

/** As `npm test` on a fresh clone: an older Node starts the pinned one, and keeps a channel open to it. */
test("a script that has done its work ends by itself, whoever listens at the other end", async () => {
  const script = `import { takeSignals } from "./scripts/start/signals.ts";
    takeSignals(() => process.exit(130));
    process.exitCode = 3;`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  });
  try {
    expect(await once(child, "exit")).toEqual([3, null]);
  } finally {
    child.kill("SIGKILL");
  }
});
