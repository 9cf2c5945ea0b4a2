import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "@/lib/db/generated/client";
import { inContext, queryLarge, type Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/domain/access";
import { openTestDatabase, type TestDatabase } from "../support/database";

/** A statement with megabytes in a parameter goes past Prisma, on the connection of Prisma's own transaction. */
let database: TestDatabase;
let superuser: pg.Client;

const actor: Actor = { personId: null, name: "toets", scope: "system", roles: [], organisationIds: [] };
const LIMITS = { maxWait: 10_000, timeout: 10_000 };
const note = (text: string) => Prisma.sql`INSERT INTO noted (text) VALUES (${text})`;
const noted = async (): Promise<string[]> =>
  (await superuser.query<{ text: string }>("SELECT text FROM noted ORDER BY text")).rows.map(
    ({ text }) => text,
  );
const ofTransaction = (tx: Tx) => tx.$queryRaw<{ text: string }[]>`SELECT text FROM noted`;

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  await superuser.query(
    "CREATE TABLE noted (text text UNIQUE); GRANT SELECT, INSERT ON noted TO geldstroom_app",
  );
});
beforeEach(() => superuser.query("TRUNCATE noted"));
afterAll(async () => {
  await superuser.end();
  await database.close();
});

describe("a large statement", () => {
  it("is in the transaction: seen there at once, and by others when it is committed", async () => {
    await inContext(actor, async (tx) => {
      await queryLarge(tx, note("a"));
      expect(await ofTransaction(tx)).toEqual([{ text: "a" }]);
      expect(await noted()).toEqual([]);
    });
    expect(await noted()).toEqual(["a"]);
  });

  it("is taken back with the transaction", async () => {
    const failed = inContext(actor, async (tx) => {
      await queryLarge(tx, note("a"));
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await noted()).toEqual([]);
  });

  it("fails as it fails in PostgreSQL, and takes the transaction with it", async () => {
    const failed = inContext(actor, async (tx) => {
      await queryLarge(tx, note("a"));
      await queryLarge(tx, note("a"));
    });
    await expect(failed).rejects.toMatchObject({ code: "23505" });
    expect(await noted()).toEqual([]);
  });

  it("is of its own transaction, however many there are at once and one inside another", async () => {
    const one = (text: string) =>
      inContext(actor, async (tx) => {
        await sleep(5);
        if (text.length < 3) await one(`${text}x`);
        await queryLarge(tx, note(text));
        expect(await ofTransaction(tx)).toContainEqual({ text });
        expect(await ofTransaction(tx)).not.toContainEqual({ text: "other" });
      });
    await Promise.all(["a", "b"].map(one));
    expect(await noted()).toEqual(["a", "ax", "axx", "b", "bx", "bxx"]);
  });

  it("is refused when the time of the transaction is over, whoever has its connection by then", async () => {
    const late = inContext(
      actor,
      async (tx) => {
        await sleep(300);
        await queryLarge(tx, note("late"));
      },
      { ...LIMITS, timeout: 100 },
    );
    const next = sleep(200).then(() => inContext(actor, () => sleep(300)));
    await expect(late).rejects.toThrow(/transaction/i);
    await next;
    expect(await noted()).toEqual([]);
  });
});
