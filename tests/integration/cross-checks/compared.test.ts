import { afterAll, beforeAll, expect, it } from "vitest";
import { askRun } from "@/lib/db/cross-checks/ask-run";
import { keepResult, type RunCounts } from "@/lib/db/cross-checks/keep-result";
import { readRunNumber } from "@/lib/db/cross-checks/read-runs";
import { asSystem } from "@/lib/db/transaction";
import { NOWHERE } from "@/lib/domain/cross-checks/finding";
import type { RunResult } from "@/lib/domain/cross-checks/run";
import { findCrossFindings, findLost } from "@/lib/queries/cross-checks/findings";
import { findRun } from "@/lib/queries/cross-checks/runs";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
}, 240_000);
afterAll(() => world.close());

const VALID_ON = "2020-01-01";
/** A run of which one rule found these things, or could not be judged. */
const result = (things: readonly number[] | null): RunResult => ({
  outcomes: [
    {
      code: "X1",
      version: 1,
      stage: null,
      severity: "block",
      checked: things === null ? 0 : 1000,
      found: things?.length ?? 0,
      unjudged: things === null ? 1 : 0,
      why: things === null ? "no_decisions" : null,
    },
  ],
  findings: (things ?? []).map((thing) => ({
    code: "X1",
    key: `X1~${thing}`,
    thing: String(thing),
    problem: "differs",
    about: { name: `Regeling ${thing}`, at: null },
    place: NOWHERE,
    unit: "cents",
    source: { value: 2n, origin: "decisions", at: null },
    target: { value: 1n, origin: "ledger", at: null },
    facts: {},
    severity: "block",
    waiverId: null,
  })),
});
const keep = (things: readonly number[] | null): Promise<{ number: number; counts: RunCounts | null }> =>
  asSystem(async (tx) => {
    const asOf = { validOn: VALID_ON, knownAt: "2026-11-30T12:00:00.000000Z" };
    const id = await askRun(tx, { programmeId: world.oefen, personId: null, asOf, current: false });
    const number = await readRunNumber(tx, id);
    const run = { id, programmeId: world.oefen, number, validOn: VALID_ON, current: false };
    return { number, counts: await keepResult(tx, run, result(things)) };
  });
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

it("a run is compared with everything that was known, listed or not, and says what it could not judge", async () => {
  const reads = await world.grant("reconciliation:read", "auditor");
  const lost = async (number: number, why: "gone" | "unjudged", page = 1) =>
    findLost(reads, await findRun(reads, world.oefen, number), why, page);
  const first = await keep(upTo(502));
  expect(first.counts).toMatchObject({ found: 502, fresh: 502, gone: 0 });

  // One is put right: what moves up into the list is not new.
  const second = await keep(upTo(502, 2));
  expect(second.counts).toMatchObject({ found: 501, fresh: 0, gone: 1 });
  const run = await findRun(reads, world.oefen, second.number);
  expect(await findCrossFindings(reads, run, { change: "new" }, 1)).toEqual({ rows: [], total: 0 });
  expect((await findCrossFindings(reads, run, {}, 1)).total).toBe(500);
  expect((await lost(second.number, "gone")).rows.map(({ key }) => key)).toEqual(["X1~1"]);
  expect((await lost(second.number, "unjudged")).total).toBe(0);

  const unjudged = await keep(null);
  expect(unjudged.counts).toMatchObject({ found: 0, fresh: 0, gone: 0 });
  expect((await lost(unjudged.number, "gone")).total).toBe(0);
  const waits = await lost(unjudged.number, "unjudged", 2);
  expect([waits.total, waits.rows.length, waits.rows[0]?.key]).toEqual([500, 100, "X1~102"]);

  const again = await keep([5, 600]);
  expect(again.counts).toMatchObject({ found: 2, fresh: 1, gone: 500 });
  const { rows } = await findCrossFindings(reads, await findRun(reads, world.oefen, again.number), {}, 1);
  expect(rows.map(({ since }) => since)).toEqual([first.number, again.number]);
});
