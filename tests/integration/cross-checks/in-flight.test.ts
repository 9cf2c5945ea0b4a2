import { afterAll, beforeAll, expect, it } from "vitest";
import { readProgrammeFacts } from "@/lib/db/cross-checks/read-facts";
import { asSystem, ONE_VIEW } from "@/lib/db/transaction";
import { linesAreEntries } from "@/lib/domain/cross-checks/rules/lines-are-entries";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
}, 240_000);
afterAll(() => world.close());

const at = (knownAt: string) =>
  asSystem((tx) => readProgrammeFacts(tx, world.oefen, { validOn: "2026-11-30", knownAt }), ONE_VIEW);

it("a report that is being accepted at the moment of a run is of the next one, with all of its entries", async () => {
  const { rows } = await world.behind.query<{ id: string; said: string; first: string; last: string }>(
    `SELECT r.id::text, ledger.instant(v.at) AS said, ledger.instant(min(e.recorded_at)) AS first, ledger.instant(max(e.recorded_at)) AS last
       FROM report r JOIN report_event v ON v.report_id = r.id AND v.action = 'accepted'
       JOIN entry e ON e.report_id = r.id AND e.programme_id = $1
      GROUP BY r.id, v.at HAVING count(*) > 1 ORDER BY r.id`,
    [world.oefen],
  );
  const [one] = rows;
  if (one === undefined) throw new Error("no report with more than one entry");
  expect([one.said, one.first, one.last]).toEqual([one.said, one.first, one.last].toSorted());
  for (const moment of [one.said, one.first]) {
    const facts = await at(moment);
    expect(linesAreEntries(facts).findings, moment).toEqual([]);
    expect(facts.reports.map(({ id }) => id)).not.toContain(one.id);
  }
  const after = await at(one.last);
  expect(after.reports.map(({ id }) => id)).toContain(one.id);
  expect(linesAreEntries(after).findings).toEqual([]);
});
