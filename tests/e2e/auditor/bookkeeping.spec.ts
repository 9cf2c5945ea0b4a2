import { writeFileSync } from "node:fs";
import pg from "pg";
import { isInstalled, keptBalances, READERS } from "../../readers/journal-readers";
import { expect, test } from "../support/test";

for (const { program, format, balances } of READERS)
  test(`${program} reads the journal, and finds our balances to the cent`, async ({
    as,
    application,
  }, testInfo) => {
    test.skip(!isInstalled(program), `${program} is not installed here`);
    const page = await as("auditor");
    const answer = await page.request.get(`/programma/oefen/export/journaal.${format}`);
    const file = testInfo.outputPath(`oefen.${format}`);
    writeFileSync(file, await answer.text());

    const client = new pg.Client(application.addresses.superuser);
    await client.connect();
    const ours = await keptBalances(client, "oefen");
    await client.end();

    expect(Object.keys(ours).length).toBeGreaterThan(5);
    expect(balances(file)).toEqual(ours);
  });
