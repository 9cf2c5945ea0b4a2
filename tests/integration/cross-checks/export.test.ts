import { afterAll, beforeAll, expect, it } from "vitest";
import { crossCheckFile } from "@/lib/exports/cross-check-file";
import { findRun } from "@/lib/queries/cross-checks/runs";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
}, 240_000);
afterAll(() => world.close());

it("a run is exported as of its own dates, the same whenever that is, with what is waived", async () => {
  const grant = await world.grant("reconciliation:read", "auditor");
  const programme = await findProgramme(grant, "oefen");
  const run = await findRun(grant, world.oefen, 1);
  const made = (now: Date) =>
    crossCheckFile(grant, programme, { params: { nummer: "1" }, locale: "nl", now });
  const { asOf, statement, table } = await made(new Date());
  expect(asOf).toEqual(run.asOf);
  const said = (name: string) => statement.find((one) => one.name === name)?.value;
  expect(said("Geldig op")).toMatchObject({ value: run.asOf.validOn });
  expect(said("Bekend op")).toMatchObject({ value: run.asOf.knownAt });
  expect(table.columns.map(({ name }) => name)).toContain("waived");
  expect(await made(new Date(Date.now() + 86_400_000))).toEqual(await made(new Date()));
});
