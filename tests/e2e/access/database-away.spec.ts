import pg from "pg";
import { expect, test } from "../support/test";

test("while the database is away every page says so with a 503, and comes back by itself", async ({
  as,
  application,
  problems,
}) => {
  const page = await as("officer");
  await page.goto("/programma/oefen/plafonds");
  const address = new URL(application.addresses.superuser);
  const name = address.pathname.slice(1);
  address.pathname = "/postgres";
  const superuser = new pg.Client(address.href);
  await superuser.connect();
  const allow = (on: boolean) => superuser.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${on}`);
  try {
    await allow(false);
    await superuser.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
      name,
    ]);
    await expect
      .poll(async () =>
        (await page.request.get("/programma/oefen/plafonds", { headers: { accept: "text/html" } })).status(),
      )
      .toBe(503);
    const response = await page.goto("/programma/oefen/plafonds");
    expect(response?.status()).toBe(503);
    expect(response?.headers()["retry-after"]).toBe("5");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Even niet bereikbaar");
  } finally {
    await allow(true);
    await superuser.end();
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Plafonds", { timeout: 20_000 });
  // The fault was caused here on purpose.
  problems.length = 0;
});
