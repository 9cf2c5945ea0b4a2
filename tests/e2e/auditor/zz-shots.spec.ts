import { test } from "../support/test";
test("shots", async ({ as }) => {
  test.setTimeout(180000);
  const page = await as("auditor");
  await page.goto("/programma/oefen/extern");
  const href = await page.getByRole("link", { name: "betalingen-bank-a.csv" }).getAttribute("href");
  await page.goto(href ?? "");
  const all = await page.getByRole("link", { name: "Klap alles open" }).getAttribute("href");
  const pages: [string, string][] = [
    ["lijst", "/programma/oefen/extern"],
    ["nieuw", "/programma/oefen/extern/nieuw?fout=1"],
    ["bestand", href ?? ""],
    ["open", (href ?? "") + all],
    ["kolommen", `${href}?kolommen=1`],
    ["koppelingen", `${href}/koppelingen`],
    ["rij", `${href}/rijen/3`],
    ["aansluiting", "/programma/oefen/aansluiting"],
  ];
  for (const [name, at] of pages)
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: name === "koppelingen" || (name === "bestand" && width === 390) ? "dark" : "light" });
      await page.goto(at);
      await page.screenshot({ path: `/tmp/tie-shots/${name}-${width}.png`, fullPage: true });
    }
});
