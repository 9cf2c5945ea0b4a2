import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./scripts/test/chromium";

const executablePath = findChromium();

/** Server and database are made in tests/e2e/support: each worker has its own, so tests of one file may build on each other. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  globalSetup: "./tests/e2e/support/prepare.ts",
  // A test that only passes the second time is a failing test.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    // Recording costs as much as the tests themselves: `npx playwright test FILE --trace on` runs a failed one again with it.
    trace: "off",
    screenshot: "only-on-failure",
    actionTimeout: 10_000,
    navigationTimeout: 30_000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
    },
  },
});
