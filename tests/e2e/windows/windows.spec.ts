import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";
import { closesAt } from "../support/window-time";

const PERIODS = "/programma/oefen/rapportages/perioden";
const REPORT = "Oefenregeling Jeugd, 2025";
const AMOUNT = "Proefrade Centrum, Preventie, Deze periode";
const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
const refused = (page: Page, text: string) =>
  expect(page.getByRole("alert").filter({ hasText: text }).first()).toBeVisible();

test("an officer opens a window; what stands in the way is said all at once", async ({ as }) => {
  const officer = await as("officer", { javaScriptEnabled: false });
  await officer.goto(PERIODS);
  await officer.getByRole("link", { name: "Open een periode" }).click();
  await officer.getByLabel("Regeling en tranche").selectOption("Tranche 2, 2026–2028");
  await officer.getByLabel("Jaar", { exact: true }).fill("2027");
  await officer.getByLabel("Periode", { exact: true }).selectOption("Halfjaar 2");
  await officer.getByLabel("Open vanaf").fill("01-12-2027");
  await officer.getByLabel("Uiterlijk indienen").fill("01-11-2027");
  await officer.getByLabel("Sluit op").fill("01-10-2027");
  await officer.getByLabel("Tijd").fill("25.00");
  await officer.getByRole("button", { name: "Open de periode" }).click();
  await refused(officer, "Vul een tijd in, zoals 23.59.");
  await officer.getByLabel("Tijd").fill("23.59");
  await officer.getByRole("button", { name: "Open de periode" }).click();
  for (const reason of [
    "komt eerst de periode die begint op 01-01-2027",
    "zou al open zijn op 01-12-2027",
    "ligt voor de opening op 01-12-2027",
    "zou sluiten op 01-10-2027",
  ])
    await refused(officer, reason);

  await officer.getByLabel("Periode", { exact: true }).selectOption("Halfjaar 1");
  await officer.getByLabel("Open vanaf").fill("01-07-2032");
  await officer.getByLabel("Uiterlijk indienen").fill("01-09-2032");
  await officer.getByLabel("Sluit op").fill("01-10-2032");
  await officer.getByRole("button", { name: "Open de periode" }).click();
  await said(officer, "De periode is geopend");
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(
    "Oefenregeling Wijken, periode 1 van 2027",
  );
  await expect(officer.getByRole("main")).toContainText("01-10-2032, 23.59 uur");
});

test("the dates are changed with a reason, and what they were stays", async ({ as }) => {
  const officer = await as("officer");
  await officer.goto(PERIODS);
  await officer.getByRole("link", { name: "Oefenregeling Jeugd, 2026", exact: true }).click();
  await officer.getByLabel("Uiterlijk indienen").fill("15-05-2033");
  await officer.getByLabel("Sluit op").fill("15-06-2033");
  await officer.getByRole("button", { name: "Wijzig de data" }).click();
  await refused(officer, "Schrijf waarom de data veranderen.");
  await officer.getByLabel("Reden", { exact: true }).last().fill("De accountant is later.");
  await officer.getByRole("button", { name: "Wijzig de data" }).click();
  await said(officer, "De data zijn gewijzigd");
  const history = officer.getByRole("table", { name: "Wijzigingen van de data" });
  await expect(history).toContainText("De accountant is later.");
  await expect(history).toContainText("Uiterlijk 01-04-2027");

  const elsewhere = await as("officer.b");
  await elsewhere.goto(officer.url().split("?")[0] ?? "");
  await expect(elsewhere.getByRole("heading", { name: "Data wijzigen" })).toHaveCount(0);
});

test("a closed window refuses and the draft survives; a granted exception opens it again", async ({
  as,
  application,
}) => {
  const closed = await closesAt(application.addresses.superuser, "2099-12-31T22:59:00Z");
  const plain = await as("coordinator.proefrade", { javaScriptEnabled: false });
  await plain.goto("/programma/oefen/rapportages?jaar=2025");
  await plain.getByRole("button", { name: `Open rapportage ${REPORT}` }).click();
  await plain.getByLabel(AMOUNT, { exact: true }).fill("10.000,00");
  await plain.getByRole("button", { name: "Bewaar en controleer" }).click();
  await said(plain, "Bewaard");
  const report = plain.url().split("?")[0] ?? "";

  // The window closes while the form is open: what was typed is refused and still there.
  await closesAt(application.addresses.superuser, closed);
  await plain.getByLabel(AMOUNT, { exact: true }).fill("12.345,00");
  await plain.getByRole("button", { name: "Bewaar en controleer" }).click();
  await refused(plain, "is gesloten sinds");
  await expect(plain.getByLabel(AMOUNT, { exact: true })).toHaveValue("12.345,00");

  await plain.goto(report);
  await expect(plain.getByRole("heading", { name: "Deze periode is gesloten" })).toBeVisible();
  await expect(plain.getByRole("main")).toContainText("10.000,00");
  await expect(plain.getByRole("button", { name: "Bewaar en controleer" })).toHaveCount(0);
  await plain.getByRole("link", { name: "vraag dan een uitzondering" }).click();
  await plain.getByLabel("Voor wie").selectOption("Proefrade: hele gemeente");
  await plain.getByLabel("later rapporteren").check();
  await plain.getByLabel("Geldt tot en met").fill("31-12-2098");
  await plain.getByLabel("Reden").fill("De cijfers van een instelling kwamen later.");
  await plain.getByRole("button", { name: "Vraag de uitzondering" }).click();
  await said(plain, "De uitzondering is gevraagd");

  const officer = await as("officer", { javaScriptEnabled: false });
  await officer.goto(`${PERIODS}/uitzonderingen`);
  const request = officer.getByRole("row").filter({ hasText: "De cijfers van een instelling kwamen later." });
  await request.getByText(/^Besluit over/).click();
  await request.getByLabel("Reden van het besluit").fill("Akkoord, het was gemeld.");
  await request.getByRole("button", { name: "Verleen" }).click();
  await said(officer, "De uitzondering is verleend");

  const coordinator = await as("coordinator.proefrade");
  await coordinator.goto(report);
  await coordinator.getByLabel(AMOUNT, { exact: true }).fill("12.345,00");
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  await said(coordinator, "Bewaard");

  const auditor = await as("auditor");
  await auditor.goto(`${PERIODS}/uitzonderingen`);
  const granted = auditor.getByRole("row").filter({ hasText: "Akkoord, het was gemeld." });
  await expect(granted).toContainText("K. Rade");
  await expect(granted).toContainText("N. Voorbeeld");
});

test("who asked for an exception finds no decision under it", async ({ as }) => {
  const officer = await as("officer");
  await officer.goto(PERIODS);
  await officer.getByRole("link", { name: "Oefenregeling Jeugd, 2026", exact: true }).click();
  await officer.getByLabel("Voor wie").selectOption("Testerloo Haven");
  await officer.getByLabel("niet van toepassing").check();
  await officer.getByLabel("Geldt tot en met").fill("31-12-2098");
  await officer.getByLabel("Reden", { exact: true }).first().fill("Hier is niets meer te doen.");
  await officer.getByRole("button", { name: "Vraag de uitzondering" }).click();
  const row = officer.getByRole("row").filter({ hasText: "Hier is niets meer te doen." });
  await expect(row).toContainText("U hebt deze zelf gevraagd.");
  await expect(row.getByRole("button")).toHaveCount(0);
});

test("every area and window has a word in the matrix", async ({ as }) => {
  const auditor = await as("auditor");
  await auditor.goto(`${PERIODS}/stand`);
  const table = auditor.getByRole("table", { name: "Stand van Oefenregeling Wijken per gebied en periode" });
  await expect(table.getByRole("row").filter({ hasText: "Modelveen West" })).toContainText(
    "niet van toepassing",
  );
  for (const cell of await table.getByRole("cell").allInnerTexts()) expect(cell.trim()).not.toBe("");
  await expect(table).not.toContainText("€");
});

test("a calendar reads the dates at a secret address until it is revoked", async ({ as, visitor }) => {
  const coordinator = await as("coordinator");
  await coordinator.goto(`${PERIODS}/agenda`);
  await coordinator.getByRole("button", { name: "Maak een adres" }).click();
  const address = await coordinator.getByText(/^http.*\/agenda\/[\w-]{32}$/).innerText();
  const calendar = await visitor();
  const path = new URL(address).pathname;
  const answer = await calendar.request.get(path);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  const text = await answer.text();
  expect(text).toContain("BEGIN:VCALENDAR");
  expect(text.replaceAll("\r\n\t", "")).toContain("Uiterlijk indienen: Oefenregeling Wijken");
  expect(text).not.toContain("S. Proef");
  expect((await calendar.request.get(`${path.slice(0, -2)}xx`)).status()).toBe(404);

  await coordinator.goto(`${PERIODS}/agenda`);
  await coordinator
    .getByRole("button", { name: /^Trek in/ })
    .first()
    .click();
  await said(coordinator, "Het adres is ingetrokken");
  expect((await calendar.request.get(path)).status()).toBe(404);
});

test("every mail is listed with why it did not leave; a coordinator reads their own", async ({ as }) => {
  const administrator = await as("administrator");
  await administrator.goto("/berichten");
  await expect(administrator.getByRole("row").filter({ hasText: "M. Toets" })).toContainText(
    "er is geen mailserver ingesteld",
  );
  const coordinator = await as("coordinator.proefrade");
  await coordinator.goto("/berichten");
  await expect(coordinator.getByRole("row").filter({ hasText: "K. Rade" }).first()).toBeVisible();
  await expect(coordinator.getByRole("row").filter({ hasText: "M. Toets" })).toHaveCount(0);
});
