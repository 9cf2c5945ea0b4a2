import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { snapshotOn } from "@/lib/db/ledger-reading/snapshot";
import { verifyLedger } from "@/lib/db/ledger-reading/verify-ledger";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;

beforeAll(async () => {
  world = await openPublishedWorld();
});
afterAll(() => world.close());

it("the journal of the practice programme has every kind of account, and the verifier finds nothing wrong", async () => {
  const { rows: kinds } = await world.behind.query<{ kind: string }>(
    "SELECT k.kind FROM unnest(enum_range(NULL::account_kind)) k(kind) WHERE NOT EXISTS (SELECT FROM account a WHERE a.kind = k.kind)",
  );
  expect(kinds, "kinds of account that the practice programme does not have").toEqual([]);
  const client = new pg.Client(world.verifierUrl);
  await client.connect();
  const snapshot = await snapshotOn(client, null);
  const verdict = await verifyLedger(snapshot, { id: world.oefen, code: "oefen" }, []);
  await snapshot.close();
  await client.end();
  expect(verdict.problems).toEqual([]);
  expect(verdict.entries).toBeGreaterThan(200n);
});
