import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asking, readMonthCut } from "@/lib/db/ledger-reading/month-cut";
import { streamFigures } from "@/lib/db/overview/stream-figures";
import { positionsAsOf } from "@/lib/db/reconciliation/positions";
import { inContext } from "@/lib/db/transaction";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { spreadJournal } from "../../bench/spread";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";
import { problemsOf } from "./problems-of";

let world: PublishedWorld;
const FROM = "2021-03-10T08:00:00Z";

beforeAll(async () => {
  world = await openPublishedWorld();
  await spreadJournal(world.superuserUrl, "oefen", 4000, { from: FROM, months: 60 });
});
afterAll(async () => world.close());

describe("a journal of years", () => {
  const SCAN = `
    SELECT p.account_id::text AS id, sum(p.amount_cents)::text AS amount FROM entry e
      JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
     WHERE e.programme_id = $1 AND e.effective_on <= $2::date AND e.recorded_at <= $3::timestamptz GROUP BY p.account_id`;
  const sumOf = (rows: readonly { amount: bigint | string }[]) =>
    rows.reduce((all, { amount }) => all + BigInt(amount), 0n);

  it("is still whole for the verifier", async () => {
    expect(await problemsOf(world)).toEqual([]);
  });

  it("answers any two dates as adding up every entry does", async () => {
    const auditor = (await world.grant("reconciliation:read", "auditor")).actor;
    const between = (from: string, to: string) =>
      fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true });
    const { rows: streams } = await world.behind.query<{ id: string }>(
      "SELECT id FROM stream WHERE programme_id = $1 ORDER BY position",
      [world.oefen],
    );
    await fc.assert(
      fc.asyncProperty(
        between("2020-12-01", "2026-06-30"),
        between(FROM, "2026-06-30"),
        async (valid, known) => {
          const asOf: AsOf = {
            validOn: valid.toISOString().slice(0, 10),
            knownAt: `${known.toISOString().slice(0, 23)}000Z`,
          };
          const { rows: scanned } = await world.behind.query<{ id: string; amount: string; kind: string }>(
            `SELECT s.amount, a.kind::text AS kind FROM (${SCAN}) s JOIN account a ON a.id = s.id::bigint`,
            [world.oefen, asOf.validOn, asOf.knownAt],
          );
          await inContext(auditor, async (tx) => {
            const positions = await positionsAsOf(
              tx,
              world.oefen,
              await readMonthCut(asking(tx), world.oefen, asOf),
            );
            for (const kind of ["ceiling", "unallocated", "allocated", "advanced", "spent", "settled"])
              expect(sumOf(positions.filter((one) => one.kind === kind)), kind).toBe(
                sumOf(scanned.filter((one) => one.kind === kind)),
              );
            expect(positions.length).toBeLessThanOrEqual(scanned.length);
            const figures = [];
            for (const { id } of streams) figures.push(...(await streamFigures(tx, world.oefen, id, asOf)));
            expect(sumOf(figures.filter(({ measure }) => measure === "spent"))).toBe(
              sumOf(scanned.filter(({ kind }) => kind === "spent")),
            );
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
