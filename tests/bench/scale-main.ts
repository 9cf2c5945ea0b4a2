/**
 * `npm run bench:scale [-- ENTRIES ...]`: reading a journal of these sizes, 100.000 and 1.000.000 when none is given, on a
 * throw-away server. Prints a table; nothing is asserted.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closePool } from "@/lib/db/pool";
import { seed } from "@/scripts/start/seed";
import { copyDatabase, startThrowaway } from "@/scripts/test/throwaway";
import { variablesFor } from "../e2e/support/variables";
import { benchScale } from "./scale";

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [100_000, 1_000_000];
const one = (value: number) => value.toFixed(1);

const server = await startThrowaway("bench at scale", { durable: true });
const folder = mkdtempSync(join(tmpdir(), "geldstroom-bench-"));
try {
  process.env.CONTEXT_KEY = server.secrets.contextKey;
  const { addresses } = await copyDatabase(server);
  const variables = variablesFor(server, addresses, folder);
  await seed({ variables, embedded: undefined, close: server.stop }, join(folder, "practice.json"));
  process.env.DATABASE_URL = addresses.app;
  console.log(
    "| Entries | Made, s | Cells | Tree, ms | List, ms | As of by months, ms | By a scan, ms | Ratio |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const row of await benchScale(addresses.superuser, sizes))
    console.log(
      `| ${row.entries} | ${one(row.madeSeconds)} | ${row.cells} | ${one(row.treeMs)} | ${one(row.listMs)} | ${one(row.cubeMs)} | ${one(row.scanMs)} | ${(row.cubeMs / row.scanMs).toFixed(3)} |`,
    );
} finally {
  await closePool();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
