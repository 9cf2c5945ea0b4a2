import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../database/turn.ts";
import { serverSecrets } from "./environment.ts";
import { inData, inProject } from "./project.ts";
import { run } from "./run.ts";
import { sourcesHash } from "./sources.ts";

export const STANDALONE = inProject(".next/standalone");
const STAMP = inProject(".next/geldstroom-build-hash");
const BUILD_ID = inProject(".next/BUILD_ID");

const actionsKey = () => serverSecrets().NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "";

/** The stamp names the build it belongs to: a `next build` by hand, or one that was broken off, does not count. */
const stamp = (hash: string) => `${hash}\n${existsSync(BUILD_ID) ? readFileSync(BUILD_ID, "utf8") : ""}\n`;

export function buildIsCurrent(): boolean {
  if (!existsSync(STAMP) || !existsSync(join(STANDALONE, "server.js"))) return false;
  return readFileSync(STAMP, "utf8") === stamp(sourcesHash(actionsKey()));
}

/** Next leaves these two out of its standalone server, for who serves them from elsewhere. */
function completeStandalone(): void {
  for (const [from, to] of [
    [".next/static", ".next/static"],
    ["public", "public"],
  ] as const) {
    rmSync(join(STANDALONE, to), { recursive: true, force: true });
    if (existsSync(inProject(from))) cpSync(inProject(from), join(STANDALONE, to), { recursive: true });
  }
}

/** @returns whether it built: without `always` a build that belongs to these sources is left alone. */
export function build({ always }: { readonly always: boolean }): Promise<boolean> {
  return withLock(inData("build.lock"), async () => {
    if (!always && buildIsCurrent()) return false;
    const hash = sourcesHash(actionsKey());
    rmSync(STAMP, { force: true });
    await run(process.execPath, [inProject("node_modules/next/dist/bin/next"), "build"], {
      env: {
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(),
        TZ: "UTC",
      },
    });
    completeStandalone();
    writeFileSync(STAMP, stamp(hash));
    return true;
  });
}
