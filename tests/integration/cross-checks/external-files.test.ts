import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decideRow } from "@/lib/commands/tie-out/decide-row";
import { readTiedFiles } from "@/lib/db/cross-checks/external-files";
import { asSystem } from "@/lib/db/transaction";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { findPairings } from "@/lib/queries/tie-out/find-tie-out";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
}, 240_000);
afterAll(() => world.close());

const known = (knownAt: string) =>
  asSystem((tx) => readTiedFiles(tx, world.oefen, { validOn: "2026-11-30", knownAt }));

it("an external file counts from when it was there, with what had been said about its rows by then", async () => {
  expect(await known("2026-01-01T00:00:00.000000Z")).toEqual([]);
  const before = instantNow(new Date());
  const [file, ...others] = await known(before);
  expect(others).toEqual([]);
  expect(file).toMatchObject({ kind: "payment", year: null, unread: 1 });
  const id = file?.id ?? "";
  const onlyTheirs = (files: typeof others) =>
    files[0]?.exceptions.find(({ cause }) => cause === "only_theirs")?.count ?? 0;
  const { compared } = await findPairings(
    await world.grant("reconciliation:read", "auditor"),
    world.oefen,
    id,
  );
  const agrees = compared.pairings.find(({ cause, rows }) => cause === null && rows.length === 1);
  await decideRow(await world.grant("tie-out:match", "auditor"), world.oefen, {
    idempotencyKey: randomUUID(),
    file: id,
    row: agrees?.rows[0]?.row ?? 0,
    action: "parted",
    unit: null,
    reason: "gezien op papier",
  });
  expect(await known(before)).toEqual([file]);
  expect(onlyTheirs(await known(instantNow(new Date(Date.now() + 1000))))).toBe(
    onlyTheirs([file].flatMap((one) => one ?? [])) + 1,
  );
});
