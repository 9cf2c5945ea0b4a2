/**
 * One batch proposed, approved and posted, in a process of its own, so that its memory is that of the batch and of nothing
 * else. The lines are made one at a time, as they are read: nobody holds them all.
 */
import { randomUUID } from "node:crypto";
import { decideBatch } from "@/lib/commands/proposals/decide-batch";
import { type BatchLine, enterBatch } from "@/lib/commands/proposals/enter-batch";
import { closePool } from "@/lib/db/pool";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { findBatch } from "@/lib/queries/proposals/find-batch";

/** What the process is told, and what it says. */
export interface BatchTask {
  readonly lines: number;
  readonly programme: { readonly id: string; readonly code: string; readonly numberPrefix: string };
  readonly trancheId: string;
  readonly themeId: string;
  readonly areaId: string;
  readonly allocationId: string;
  readonly author: Actor;
  readonly approver: Actor;
}
export interface BatchDone {
  readonly proposedSeconds: number;
  readonly decidedSeconds: number;
  /** Resident before the first line, and the most there was. */
  readonly restingBytes: number;
  readonly residentBytes: number;
}

const task = JSON.parse(process.argv[2] ?? "{}") as BatchTask;
const { programme, lines, author, approver } = task;

function lineOf(index: number): BatchLine {
  return {
    kind: "revision",
    trancheId: task.trancheId,
    themeId: task.themeId,
    areaId: task.areaId,
    allocationId: task.allocationId,
    decisionNumber: `B-${index}`,
    decisionOn: "2026-03-01",
    decisionCents: cents(1n),
    effectiveOn: "2026-03-01",
    legalSource: null,
    reason: "bench",
    years: [{ year: 2026, amount: cents(1n) }],
  };
}

const made = {
  *[Symbol.iterator]() {
    for (let index = 0; index < lines; index += 1) yield lineOf(index);
  },
};

async function work(count: number, from: Iterable<BatchLine>): Promise<[number, number]> {
  const started = performance.now();
  const batchId = await enterBatch(issueGrant("allocation:propose", author), {
    idempotencyKey: randomUUID(),
    programme,
    origin: "workbook",
    name: "Bench",
    source: {},
    as: "proposed",
    lines: from,
  });
  const proposed = performance.now();
  const { reading } = await findBatch(issueGrant("proposal:read", approver), programme.id, batchId, {
    state: null,
    page: 1,
  });
  const outcome = await decideBatch(issueGrant("proposal:approve", approver), {
    idempotencyKey: randomUUID(),
    programme,
    batchId,
    outcome: "approved",
    chosen: { all: reading },
    reason: null,
  });
  if (outcome.posted !== String(count)) throw new Error(`${outcome.posted} of ${count} lines were posted.`);
  return [(proposed - started) / 1000, (performance.now() - proposed) / 1000];
}

// A first small batch loads the modules and fills the pool; what is resident after it is there without a batch too.
await work(1, [lineOf(lines)]);
const restingBytes = process.memoryUsage().rss;
const [proposedSeconds, decidedSeconds] = await work(lines, made);
await closePool();
const done: BatchDone = {
  proposedSeconds,
  decidedSeconds,
  restingBytes,
  residentBytes: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(done));
