import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_FILTER } from "@/lib/domain/ledger/entry-filter";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { exportEntries } from "@/lib/queries/exports/journal-export";
import { listEntries } from "@/lib/queries/ledger/list-entries";
import { findDifference } from "@/lib/queries/reconciliation/find-difference";
import { spreadJournal } from "../../bench/spread";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
  await spreadJournal(world.superuserUrl, "oefen", 3000, { from: "2022-01-10T09:00:00Z", months: 48 });
});
afterAll(() => world.close());

const MOMENTS = [
  ["2023-02-03T10:00:00.000000Z", "2023-02-27T10:00:00.000000Z"],
  ["2022-03-31T21:59:59.999999Z", "2024-09-14T11:12:13.000001Z"],
  ["2021-01-01T00:00:00.000000Z", "2025-12-31T23:59:59.999999Z"],
] as const;

const ask = async (from: string, until: string, validOn: string) => ({
  found: await findDifference(await world.grant("journal:read", "auditor"), {
    programmeId: world.oefen,
    validOn,
    from,
    until,
  }),
  entries: await listEntries(await world.grant("journal:read", "auditor"), world.oefen, {
    filter: { ...NO_FILTER, recordedAfter: from },
    asOf: { validOn, knownAt: until },
    page: 1,
    before: null,
  }),
});

describe("the difference between two moments of knowing", () => {
  it.each(
    MOMENTS.flatMap(([from, until]) =>
      ["2023-02-10", "2024-12-31"].map((validOn) => ({ from, until, validOn })),
    ),
  )(
    "from $from until $until, valid on $validOn: the entries recorded in between are it, to the cent",
    async ({ from, until, validOn }) => {
      const { found, entries } = await ask(from, until, validOn);
      const { rows } = await world.behind.query<{ measure: string; amount: string }>(
        `SELECT a.kind::text AS measure, sum(CASE WHEN a.kind IN ('ceiling', 'settled') THEN -p.amount_cents ELSE p.amount_cents END)::text AS amount
           FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq JOIN account a ON a.id = p.account_id
          WHERE e.programme_id = $1 AND e.recorded_at > $2 AND e.recorded_at <= $3 AND e.effective_on <= $4
            AND a.kind IN ('ceiling', 'allocated', 'advanced', 'spent', 'settled') GROUP BY 1`,
        [world.oefen, from, until, validOn],
      );
      const scanned = new Map(rows.map(({ measure, amount }) => [measure, BigInt(amount)]));
      const [whole] = found.rows;
      for (const measure of ["ceiling", "allocated", "advanced", "spent", "settled"] as const) {
        const change = whole?.moved.find((one) => one.measure === measure)?.change ?? 0n;
        expect(change, measure).toBe(scanned.get(measure) ?? 0n);
        expect(entries.totals.find((one) => one.measure === measure)?.amount ?? 0n, measure).toBe(change);
      }
    },
  );

  it("the entries of a node in between are what it moved by", async () => {
    const [from, until] = MOMENTS[1];
    const { found } = await ask(from, until, "2024-12-31");
    for (const row of found.rows.filter(({ level }) => level === "stream")) {
      const { totals } = await listEntries(await world.grant("journal:read", "auditor"), world.oefen, {
        filter: { ...NO_FILTER, stream: row.stream, recordedAfter: from },
        asOf: { validOn: "2024-12-31", knownAt: until },
        page: 1,
        before: null,
      });
      for (const { measure, change } of row.moved)
        expect(totals.find((one) => one.measure === measure)?.amount, `${row.key} ${measure}`).toBe(change);
    }
  });

  it("counts apart what was recorded in between about later days", async () => {
    const [from, until] = MOMENTS[0];
    const { found, entries } = await ask(from, until, "2023-02-10");
    const { rows } = await world.behind.query<{ valid: string; later: string }>(
      `SELECT count(*) FILTER (WHERE effective_on <= $4) AS valid, count(*) FILTER (WHERE effective_on > $4) AS later
         FROM entry WHERE programme_id = $1 AND recorded_at > $2 AND recorded_at <= $3`,
      [world.oefen, from, until, "2023-02-10"],
    );
    expect(entries.count).toBe(BigInt(rows[0]?.valid ?? 0));
    expect(found.later).toBe(BigInt(rows[0]?.later ?? 0));
  });

  it("lists every entry in between once, page after page, as the export does", async () => {
    const [from, until] = MOMENTS[0];
    const asOf = { validOn: "2024-12-31", knownAt: until };
    const filter = { ...NO_FILTER, recordedAfter: from };
    const journal = await world.grant("journal:read", "auditor");
    const exported: string[] = [];
    for await (const { seq } of (await exportEntries(journal, world.oefen, { filter, asOf })).rows)
      exported.push(seq);
    const listed: string[] = [];
    for (let page = 1; ; page += 1) {
      const { rows } = await listEntries(journal, world.oefen, { filter, asOf, page, before: null });
      if (rows.length === 0) break;
      listed.push(...rows.map(({ seq }) => seq));
    }
    expect(listed.toReversed()).toEqual(exported);
    expect(exported.length).toBeGreaterThan(30);
  });

  it("says what else became known, and nothing of before or after", async () => {
    const before = instantNow(new Date(Date.now() - 1000));
    await world.behind.query(
      `INSERT INTO distribution_input (programme_id, stream_id, name, grain, source, source_on, values, content_hash)
       SELECT programme_id, id, 'nieuwe cijfers', 'municipality', 'CBS', '2026-01-01', '{"OEF01": "1"}', 'x' FROM stream WHERE programme_id = $1 AND code = 'OW'`,
      [world.oefen],
    );
    const { found } = await ask(before, instantNow(new Date()), "2024-12-31");
    expect(found.changes.map(({ kind, subject }) => [kind, subject.nl])).toContainEqual([
      "input",
      "nieuwe cijfers",
    ]);
    expect((await ask(MOMENTS[0][0], MOMENTS[0][1], "2024-12-31")).found.changes).toEqual([]);
  });
});
