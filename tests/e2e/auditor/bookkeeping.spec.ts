import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import pg from "pg";
import { expect, test } from "../support/test";

const OEFEN = "/programma/oefen";

/** A place in the books -> its balance in cents. */
type Balances = Readonly<Record<string, string>>;

const run = (program: string, args: readonly string[]) =>
  execFileSync(program, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });

const inCents = (amount: string) => BigInt(amount.replace(/[^\d-]/g, ""));

/** The balances of accounts added up by the first two parts of their names; what is empty is left out, as a program leaves it out. */
function byPlace(found: readonly (readonly [account: string, amount: string])[]): Balances {
  const sums = new Map<string, bigint>();
  for (const [account, amount] of found) {
    const place = account.split(":").slice(0, 2).join(":");
    sums.set(place, (sums.get(place) ?? 0n) + inCents(amount));
  }
  const filled = [...sums].filter(([, sum]) => sum !== 0n);
  return Object.fromEntries(filled.map(([place, sum]) => [place, String(sum)]));
}

const byHledger = (file: string): Balances =>
  byPlace(
    (
      parse(run("hledger", ["-f", file, "balance", "--flat", "--no-total", "-O", "csv"]), {
        columns: true,
      }) as Record<string, string>[]
    ).map(({ account = "", balance = "" }) => [account, balance]),
  );

const byLedger = (file: string): Balances =>
  byPlace(
    [
      ...run("ledger", ["-f", file, "balance", "--flat", "--no-total"]).matchAll(
        /^ *EUR +(-?[\d.]+) +(\S+)$/gm,
      ),
    ].map(([, amount = "", account = ""]) => [account, amount]),
  );

/** Beancount says of each account under which of its five roots it lies, with a capital and without underscores. */
const byBeancount = (file: string): Balances =>
  byPlace(
    (
      parse(
        run("bean-query", ["-f", "csv", file, "SELECT account, sum(number) AS amount GROUP BY account"]),
        { columns: true, trim: true },
      ) as Record<string, string>[]
    ).map(({ account = "", amount = "" }) => [
      account
        .slice(account.indexOf(":") + 1)
        .toLowerCase()
        .replaceAll("-", "_"),
      amount,
    ]),
  );

const READERS = [
  { program: "hledger", format: "journal", balances: byHledger },
  { program: "ledger", format: "journal", balances: byLedger },
  { program: "bean-query", format: "beancount", balances: byBeancount },
] as const;

const installed = (program: string) =>
  (process.env.PATH ?? "").split(":").some((folder) => existsSync(`${folder}/${program}`));

for (const { program, format, balances } of READERS)
  test(`${program} reads the journal, and finds our balances to the cent`, async ({
    as,
    application,
  }, testInfo) => {
    test.skip(!installed(program), `${program} is not installed here`);
    const page = await as("auditor");
    const journal = await (await page.request.get(`${OEFEN}/export/journaal.${format}`)).text();
    const file = testInfo.outputPath(`oefen.${format}`);
    writeFileSync(file, journal);

    const client = new pg.Client(application.addresses.superuser);
    await client.connect();
    const { rows } = await client.query<{ place: string; cents: string }>(
      `SELECT a.book || ':' || a.kind AS place, sum(b.balance_cents)::text AS cents
         FROM account a JOIN account_balance b ON b.account_id = a.id JOIN programme p ON p.id = a.programme_id
        WHERE p.code = 'oefen' GROUP BY 1 HAVING sum(b.balance_cents) <> 0`,
    );
    await client.end();

    expect(rows.length).toBeGreaterThan(5);
    expect(balances(file)).toEqual(Object.fromEntries(rows.map(({ place, cents }) => [place, cents])));
  });
