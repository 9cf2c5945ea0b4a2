import { execFileSync } from "node:child_process";
import pg from "pg";
import type { Addresses } from "@/scripts/database/roles";
import { inProject, TYPESCRIPT, WEB_HEAP } from "@/scripts/start/project";
import { copyOf } from "./batch-copy";
import type { BatchDone, BatchTask } from "./batch-once";
import { appendBatch, makeWorld, oneEntry } from "./world";

export interface BatchRow {
  readonly lines: number;
  readonly proposedSeconds: number;
  readonly decidedSeconds: number;
  /** The same rows with COPY into tables with the same columns and indexes. */
  readonly copySeconds: number;
  readonly ratio: number;
  readonly restingMegabytes: number;
  readonly residentMegabytes: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * A batch of so many lines, checked, proposed, approved by another person and posted, each time followed at once by COPY of
 * the very rows it made, so that both see the same machine. Of the rounds the one with the median ratio.
 */
export async function benchBatch(
  addresses: Pick<Addresses, "owner" | "superuser" | "app">,
  lines: number,
  rounds = 3,
): Promise<BatchRow> {
  const owner = new pg.Client(addresses.owner);
  await owner.connect();
  const superuser = new pg.Client(addresses.superuser);
  await superuser.connect();
  const rows: BatchRow[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const code = `bench-batch-${lines}-${round}`;
    const world = await makeWorld(owner, code);
    await appendBatch(owner, world, [oneEntry(world, 100n)]);
    const { fixture, ids } = world;
    const done = once(addresses.app, {
      lines,
      programme: { id: fixture.programmeId, code, numberPrefix: "B" },
      trancheId: fixture.trancheId,
      themeId: fixture.themeId,
      areaId: fixture.municipalities[0]?.areaId ?? "",
      allocationId: ids.allocationId,
      author: { ...fixture.officer, personId: fixture.authorId },
      approver: fixture.officer,
    });
    const copySeconds = await copyOf(superuser, fixture.programmeId);
    rows.push({
      lines,
      ...done,
      copySeconds,
      ratio: copySeconds / (done.proposedSeconds + done.decidedSeconds),
      restingMegabytes: done.restingBytes / 1e6,
      residentMegabytes: done.residentBytes / 1e6,
    });
  }
  await owner.end();
  await superuser.end();
  const middle = median(rows.map(({ ratio }) => ratio));
  const found = rows.find(({ ratio }) => ratio === middle);
  if (found === undefined) throw new Error("no round was measured");
  return found;
}

/** Started as the web server is, which is where a batch is decided. */
function once(app: string, task: BatchTask): BatchDone {
  const script = [inProject("tests/bench/batch-once.ts"), JSON.stringify(task)];
  const said = execFileSync(process.execPath, [...WEB_HEAP, ...TYPESCRIPT, ...script], {
    env: { ...process.env, DATABASE_URL: app },
    encoding: "utf8",
  });
  return JSON.parse(said) as BatchDone;
}
