import { execFileSync } from "node:child_process";
import { parse } from "csv-parse/sync";
import type pg from "pg";
import { onPath } from "@/scripts/test/on-path";

/** A place in the books -> its balance in cents. */
export type Balances = Readonly<Record<string, string>>;

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

/** Programs for plain-text accounting, and how each finds the balances of our journal. */
export const READERS = [
  { program: "hledger", format: "journal", balances: byHledger },
  { program: "ledger", format: "journal", balances: byLedger },
  { program: "bean-query", format: "beancount", balances: byBeancount },
] as const;

/** Whether a program is on the path. */
export const isInstalled = (program: string): boolean => onPath([program]) !== undefined;

/** The balances of a programme as the database keeps them. */
export async function keptBalances(client: pg.Client, programme: string): Promise<Balances> {
  const { rows } = await client.query<{ place: string; cents: string }>(
    `SELECT a.book || ':' || a.kind AS place, sum(b.balance_cents)::text AS cents
       FROM account a JOIN account_balance b ON b.account_id = a.id JOIN programme p ON p.id = a.programme_id
      WHERE p.code = $1 GROUP BY 1 HAVING sum(b.balance_cents) <> 0`,
    [programme],
  );
  return Object.fromEntries(rows.map(({ place, cents }) => [place, cents]));
}
