import fc from "fast-check";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copiedRows } from "@/lib/db/ledger-reading/copied-rows";
import { openTestDatabase, type TestDatabase } from "../support/database";

let db: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  db = await openTestDatabase();
  client = new pg.Client(db.ownerUrl);
  await client.connect();
  await client.query("CREATE TEMPORARY TABLE given (n int, one text, other text)");
});
afterAll(async () => {
  await client.end();
  await db.close();
});

/** The bytes of PostgreSQL, cut anew. */
async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function copyOf(sql: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of client.query(copyTo(`COPY (${sql}) TO STDOUT (FORMAT text, HEADER)`)))
    pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

// PostgreSQL's text knows no zero byte and no half of a surrogate pair.
const text = fc
  .string({ unit: "binary" })
  .map((value) => value.replaceAll("\0", "").replace(/\p{Surrogate}/gu, ""));
const row = fc.record({
  one: fc.option(fc.oneof(text, fc.stringMatching(/^[\\\t\nN.b]*$/))),
  other: fc.option(text),
});

it("gives the rows that PostgreSQL copies, wherever the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 8 }),
      fc.integer({ min: 1, max: 64 }),
      async (given, size) => {
        await client.query("TRUNCATE given");
        for (const [n, { one, other }] of given.entries())
          await client.query("INSERT INTO given VALUES ($1, $2, $3)", [n, one, other]);
        const bytes = await copyOf("SELECT one, other FROM given ORDER BY n");
        const found: unknown[] = [];
        for await (const rows of copiedRows(cut(bytes, size))) found.push(...rows);
        expect(found).toEqual(given);
      },
    ),
  );
});

it("says so when a copy stops halfway a row", async () => {
  const bytes = await copyOf("SELECT 'een' AS one, 'twee' AS other");
  await expect(async () => {
    for await (const _ of copiedRows(cut(bytes.subarray(0, bytes.length - 2), 8)));
  }).rejects.toThrow("halfway");
});
