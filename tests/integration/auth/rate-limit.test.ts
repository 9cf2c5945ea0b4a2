import { afterAll, beforeAll, expect, it } from "vitest";
import { forgetTries, type Limit, returnTry, takeTry } from "@/lib/db/rate-limit";
import { openTestDatabase, type TestDatabase } from "../support/database";

const LIMIT: Limit = { name: "toets", points: 10, seconds: 900 };
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("lets exactly ten of forty tries through, also when they come at once", async () => {
  const tries = await Promise.all(Array.from({ length: 40 }, () => takeTry(LIMIT, "samen")));
  expect(tries.filter(({ allowed }) => allowed)).toHaveLength(10);
  const [refused] = tries.filter((one) => !one.allowed);
  expect(refused).toMatchObject({ allowed: false });
});

it("counts each account by itself, and forgets after the right password", async () => {
  for (let used = 0; used < 10; used += 1) await takeTry(LIMIT, "een");
  expect((await takeTry(LIMIT, "een")).allowed).toBe(false);
  expect((await takeTry(LIMIT, "ander")).allowed).toBe(true);
  await forgetTries(LIMIT, "een");
  expect((await takeTry(LIMIT, "een")).allowed).toBe(true);
});

it("gives a try back that was not one", async () => {
  for (let used = 0; used < 10; used += 1) await takeTry(LIMIT, "terug");
  await returnTry(LIMIT, "terug");
  expect((await takeTry(LIMIT, "terug")).allowed).toBe(true);
  expect((await takeTry(LIMIT, "terug")).allowed).toBe(false);
});
