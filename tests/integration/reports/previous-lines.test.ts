import { afterAll, beforeAll, expect, it } from "vitest";
import { readPreviousLines } from "@/lib/db/reports/earlier-periods";
import { readReport } from "@/lib/db/reports/report-header";
import { asSystem } from "@/lib/db/transaction";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
}, 240_000);
afterAll(() => world.close());

it("of two accepted reports about the same last day the longer period is the previous one, then the later report", async () => {
  const { behind } = world;
  const { rows } = await behind.query<{ report: string; window_id: string }>(
    `SELECT r.id::text AS report, r.window_id::text FROM report r JOIN reporting_window w ON w.id = r.window_id
      WHERE w.programme_id = $1 AND r.status = 'accepted' AND EXISTS (SELECT 1 FROM report_line l WHERE l.report_id = r.id)
      ORDER BY w.ends_on, r.number LIMIT 1`,
    [world.oefen],
  );
  const [first] = rows;
  if (first === undefined) throw new Error("no accepted report");
  await behind.query("SET session_replication_role = replica");
  // The same once more: a quarter that ends on the same day, of which every line says one cent.
  const twin = await behind.query<{ report: string; window_id: string }>(
    `WITH w AS (INSERT INTO reporting_window (programme_id, stream_id, tranche_id, code, year, period, periods, starts_on, ends_on, opens_on, due_on)
       SELECT programme_id, stream_id, tranche_id, 'TWEELING', year, 4, 4, starts_on, ends_on, opens_on, due_on FROM reporting_window WHERE id = $1
       RETURNING id),
     r AS (INSERT INTO report (window_id, municipality_id, number, status)
       SELECT w.id, o.municipality_id, 'TWEELING', 'accepted' FROM w, report o WHERE o.id = $2 RETURNING id, window_id)
     SELECT r.id::text AS report, r.window_id::text FROM r`,
    [first.window_id, first.report],
  );
  await behind.query(
    `INSERT INTO report_line (report_id, municipality_id, area_id, theme_id, spent_cents)
     SELECT $1, municipality_id, area_id, theme_id, 1 FROM report_line WHERE report_id = $2`,
    [twin.rows[0]?.report, first.report],
  );
  const previous = async () => {
    const lines = await asSystem(async (tx) => {
      const header = await readReport(tx, world.oefen, first.report);
      if (header === null) throw new Error("no report");
      return readPreviousLines(tx, { ...header, endsOn: new Date("2099-12-31") });
    });
    return [...lines.values()].some(({ spent }) => spent !== 1n) ? "first" : "twin";
  };
  const periods = (window: string | undefined, many: number) =>
    behind.query("UPDATE reporting_window SET periods = $2, period = 1 WHERE id = $1", [window, many]);
  await behind.query(
    `UPDATE report SET status = 'draft' WHERE id <> ALL ($1::uuid[])
       AND municipality_id = (SELECT municipality_id FROM report WHERE id = $2)`,
    [[first.report, twin.rows[0]?.report], first.report],
  );
  await periods(first.window_id, 1);
  expect(await previous()).toBe("first");
  await periods(first.window_id, 12);
  expect(await previous()).toBe("twin");
  await periods(first.window_id, 4);
  expect(await previous()).toBe("twin");
  await behind.query("SET session_replication_role = origin");
});
