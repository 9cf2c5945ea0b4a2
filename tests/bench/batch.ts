import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { decideBatch } from "@/lib/commands/proposals/decide-batch";
import { enterBatch } from "@/lib/commands/proposals/enter-batch";
import { issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { findBatch } from "@/lib/queries/proposals/find-batch";
import { appendBatch, makeWorld, oneEntry } from "./world";

export interface BatchRow {
  readonly lines: number;
  readonly proposedSeconds: number;
  readonly decidedSeconds: number;
  /** The same rows into bare tables with COPY. */
  readonly copySeconds: number;
  readonly ratio: number;
  readonly residentMegabytes: number;
}

const TABLES = ["proposal", "proposal_line", "approval", "entry", "posting"] as const;

/** A batch of so many lines, checked, proposed, approved by another person and posted, beside COPY of the rows it made. */
export async function benchBatch(
  addresses: { readonly owner: string; readonly superuser: string },
  lines: number,
): Promise<BatchRow> {
  const owner = new pg.Client(addresses.owner);
  await owner.connect();
  const world = await makeWorld(owner, "bench-batch");
  await appendBatch(owner, world, [oneEntry(world, 100n)]);
  await owner.end();
  const { fixture, ids } = world;
  const programme = { id: fixture.programmeId, code: "bench-batch", numberPrefix: "B" };
  const author = { ...fixture.officer, personId: fixture.authorId };
  const memory = watchMemory();

  const started = performance.now();
  const batchId = await enterBatch(issueGrant("allocation:propose", author), {
    idempotencyKey: randomUUID(),
    programme,
    origin: "workbook",
    name: "Bench",
    source: {},
    as: "proposed",
    lines: Array.from({ length: lines }, (_, index) => ({
      kind: "revision" as const,
      trancheId: fixture.trancheId,
      themeId: fixture.themeId,
      areaId: fixture.municipalities[0]?.areaId ?? null,
      allocationId: ids.allocationId,
      decisionNumber: `B-${index}`,
      decisionOn: "2026-03-01",
      decisionCents: cents(1n),
      effectiveOn: "2026-03-01",
      legalSource: null,
      reason: "bench",
      years: [{ year: 2026, amount: cents(1n) }],
    })),
  });
  const proposed = performance.now();
  const { reading } = await findBatch(issueGrant("proposal:read", fixture.officer), programme.id, batchId, {
    state: null,
    page: 1,
  });
  const outcome = await decideBatch(issueGrant("proposal:approve", fixture.officer), {
    idempotencyKey: randomUUID(),
    programme,
    batchId,
    outcome: "approved",
    chosen: { all: reading },
    reason: null,
  });
  const decided = performance.now();
  if (outcome.posted !== String(lines)) throw new Error(`${outcome.posted} of ${lines} lines were posted.`);
  const copySeconds = await copyOf(addresses.superuser, programme.id);
  const seconds = (decided - started) / 1000;
  return {
    lines,
    proposedSeconds: (proposed - started) / 1000,
    decidedSeconds: (decided - proposed) / 1000,
    copySeconds,
    ratio: copySeconds / seconds,
    residentMegabytes: memory.peak() / 1e6,
  };
}

/** Writes the rows that the batch made to files, and times COPY of them into tables without keys or guards. */
async function copyOf(superuserUrl: string, programmeId: string): Promise<number> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const folder = (await client.query<{ data: string }>("SELECT current_setting('data_directory') AS data"))
    .rows[0];
  const file = (table: string) => join(folder?.data ?? tmpdir(), `bench-${table}.copy`);
  const own: Readonly<Record<string, string>> = {
    proposal_line: "proposal_id IN (SELECT id FROM proposal WHERE programme_id = $P)",
    approval: "proposal_id IN (SELECT id FROM proposal WHERE programme_id = $P)",
  };
  for (const table of TABLES) {
    const where = (own[table] ?? "programme_id = $P").replace("$P", `'${programmeId}'`);
    await client.query(`COPY (SELECT * FROM ${table} WHERE ${where}) TO '${file(table)}'`);
    await client.query(`CREATE TABLE bare_${table} AS SELECT * FROM ${table} WITH NO DATA`);
  }
  const started = performance.now();
  await client.query("BEGIN");
  for (const table of TABLES) await client.query(`COPY bare_${table} FROM '${file(table)}'`);
  await client.query("COMMIT");
  const seconds = (performance.now() - started) / 1000;
  for (const table of TABLES) await client.query(`DROP TABLE bare_${table}`);
  await client.end();
  return seconds;
}

/** The most memory that this process held while the batch went through it. */
function watchMemory() {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  return {
    peak: () => {
      clearInterval(timer);
      look();
      return most;
    },
  };
}
