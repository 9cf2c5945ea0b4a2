import { rmSync } from "node:fs";
import { build } from "../start/build.ts";
import { inProject, TYPESCRIPT } from "../start/project.ts";
import { attempt, type Finished } from "../start/run.ts";
import { generateClient } from "../start/schema.ts";
import { ensureChromium } from "./chromium.ts";
import { installJournalReaders } from "./debian.ts";
import { gate, type Outcome, playwrightOutcome, refused, vitestOutcome } from "./outcome.ts";

export interface Stage {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

const REPORTS = inProject("test-results");
const QUIET = { NO_COLOR: "1", CHECKPOINT_DISABLE: "1", NEXT_TELEMETRY_DISABLED: "1" };

const program = (path: string, ...args: string[]) =>
  attempt(process.execPath, [inProject("node_modules", path), ...args], { env: QUIET });

const gated = (name: string, work: () => Promise<Finished>): Stage => ({
  name,
  run: async () => gate(await work()),
});

async function said(work: () => Promise<unknown>): Promise<Finished> {
  try {
    return { code: 0, output: String(await work()) };
  } catch (error) {
    return { code: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

function vitest(name: string, ...projects: string[]): Stage {
  const report = `${REPORTS}/${name}.json`;
  const args = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const run = async () => {
    rmSync(report, { force: true });
    const chosen = projects.flatMap((project) => ["--project", project]);
    return vitestOutcome(await program("vitest/vitest.mjs", "run", ...chosen, ...args), report);
  };
  return { name, run };
}

/** What the others stand on: generated code and the types of routes. */
export const PREPARE: readonly Stage[] = [
  gated("prisma-client", () => said(generateClient)),
  gated("route-types", () => program("next/dist/bin/next", "typegen")),
];

/** Everything that needs no database, build or browser: `npm run check`. */
export const QUICK: readonly Stage[] = [
  gated("types", () => program("typescript/bin/tsc", "--noEmit")),
  gated("lint", () => program("oxlint/bin/oxlint", "--type-aware", "--deny-warnings")),
  vitest("unit", "unit"),
  gated("format", () => program("@biomejs/biome/bin/biome", "check", "--colors=off")),
  gated("dead-code", () => program("knip/bin/knip.js", "--no-progress")),
  vitest("architecture", "architecture"),
];

const drift = gated("drift", () =>
  attempt(process.execPath, [...TYPESCRIPT, inProject("scripts/test/drift.ts")], { env: QUIET }),
);

/** These keep the two cores of a small machine busy side by side. */
export const SLOW: readonly Stage[] = [
  gated("build", () => said(() => build({ always: false }))),
  drift,
  vitest("integration", "integration"),
];

const e2e: Stage = {
  name: "e2e",
  run: async () => {
    const report = `${REPORTS}/e2e.json`;
    rmSync(report, { force: true });
    const browser = await said(async () => {
      await build({ always: false });
      installJournalReaders();
      return ensureChromium();
    });
    if (browser.code !== 0) return refused(browser.output);
    const env = { ...QUIET, CHROMIUM_PATH: browser.output, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const cli = inProject("node_modules/@playwright/test/cli.js");
    return playwrightOutcome(
      await attempt(process.execPath, [cli, "test", "--reporter=list,json"], { env }),
      report,
    );
  },
};

export const BROWSER: readonly Stage[] = [e2e];
