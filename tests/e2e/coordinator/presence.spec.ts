import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";

/** An application of its own: nobody else opens this report. */
const test = ownApplication("presence");
const REPORT = "Oefenregeling Wijken, periode 2 van 2026";

test("who has a report open sees which colleague opens it too, until that page is closed", async ({ as }) => {
  const coordinator = await as("coordinator");
  await coordinator.clock.install();
  await coordinator.goto("/programma/oefen/rapportages");
  await coordinator.getByRole("link", { name: REPORT, exact: true }).click();
  const also = coordinator.getByRole("status").filter({ hasText: "deze pagina nu ook open" });
  await expect(coordinator.getByRole("heading", { name: "Regels per gebied en thema" })).toBeVisible();
  await expect(also).toHaveCount(0);
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  await expect(coordinator).toHaveURL(/gedaan=/);

  // Another person of the same municipality, who is told as soon as the page is there.
  const colleague = await as("signer");
  await colleague.goto(new URL(coordinator.url()).pathname);
  await expect(colleague.getByRole("status").filter({ hasText: "deze pagina nu ook open" })).toBeVisible();
  await coordinator.clock.fastForward(31_000);
  await expect(also).toBeVisible();

  await colleague.goto("/programma/oefen/werk");
  await coordinator.clock.fastForward(31_000);
  await expect(also).toHaveCount(0);
});

test("without script the page says who had it open when it was made", async ({ as }) => {
  const coordinator = await as("coordinator");
  await coordinator.goto("/programma/oefen/rapportages");
  const beaten = coordinator.waitForResponse((answer) => answer.url().endsWith("/aanwezig"));
  await coordinator.getByRole("link", { name: REPORT, exact: true }).click();
  expect((await beaten).status()).toBe(200);
  const signer = await as("signer", { javaScriptEnabled: false });
  await signer.goto(new URL(coordinator.url()).pathname);
  await expect(signer.getByRole("main")).toContainText("S. Proef heeft deze pagina nu ook open.");
});
