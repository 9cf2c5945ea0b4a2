import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** As in the application: "@/x" is the root of the project. */
const resolve = { alias: { "@": at("."), "server-only": at("scripts/server-only.mjs") } };

export default defineConfig({
  test: {
    // A test that waits longer than this waits for something that will not come.
    testTimeout: 20_000,
    projects: [
      { resolve, test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"] } },
      {
        resolve,
        // One worker reads the source once for all of them.
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          isolate: false,
          maxWorkers: 1,
        },
      },
      {
        resolve,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/integration/support/server.ts",
          testTimeout: 60_000,
          // Before the first test of a file the figures and the practice programme may have to be loaded, beside a build.
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
