import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type UnitPage, unitPage } from "@/lib/db/tie-out/unit-lines";
import { ourUnits } from "@/lib/db/tie-out/units";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/domain/access";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { allDifferences } from "@/lib/domain/reconciliation/tree";
import { TIE_OUT_KINDS, type TieOutKind } from "@/lib/domain/tie-out/tie-out-file";
import { findPairings, findTieOut, findTieOuts, findTieOutUnit } from "@/lib/queries/tie-out/find-tie-out";
import { growJournal } from "../../bench/generate";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";
import { ACCOUNT_OF, unitsByEntries } from "./by-entries";

let world: PublishedWorld;
let auditor: Actor;
beforeAll(async () => {
  world = await openPublishedWorld();
  auditor = (await world.grant("reconciliation:read", "auditor")).actor;
});
afterAll(() => world.close());

const now = () => instantNow(new Date());

async function bothWays(kind: TieOutKind, asOf: { validOn: string; knownAt: string }, until: string) {
  const year = kind === "sisa" ? 2025 : null;
  const { units } = await inContext(auditor, (tx) => ourUnits(tx, world.oefen, { kind, year, asOf, until }));
  const question = { programmeId: world.oefen, account: ACCOUNT_OF[kind], year, ...asOf, until };
  const control = await unitsByEntries(world.behind, question);
  const found = units
    .map(({ key, counted, late, decisionNumbers }) => ({
      key,
      counted: counted === null ? null : String(counted.amount),
      late: late === null ? null : String(late.amount),
      decisions: decisionNumbers.toSorted(),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    found,
    control: control.map(({ decisions, ...one }) => ({
      ...one,
      decisions: decisions.toSorted(),
    })),
  };
}

describe("our side of a tie-out is what its entries come to, unit by unit", () => {
  it.each(TIE_OUT_KINDS)("%s, as of days in and between months", async (kind) => {
    const until = now();
    for (const validOn of ["2024-06-30", "2025-03-12", until.slice(0, 10)]) {
      const { found, control } = await bothWays(kind, { validOn, knownAt: until }, until);
      expect(found).toEqual(control);
    }
  });
});

/** Rows of entries and postings that work of this transaction fetched. */
async function rowsRead(work: (tx: Tx) => Promise<unknown>): Promise<number> {
  return inContext(auditor, async (tx) => {
    // What an index alone answers is counted as well.
    await tx.$executeRaw`SET LOCAL enable_indexonlyscan = off`;
    await tx.$executeRaw`SET LOCAL max_parallel_workers_per_gather = 0`;
    const read = async () => {
      const [row] = await tx.$queryRaw<{ n: bigint }[]>`
        SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint AS n
          FROM pg_stat_xact_user_tables WHERE relname IN ('entry', 'posting')`;
      return row?.n ?? 0n;
    };
    const before = await read();
    await work(tx);
    return Number((await read()) - before);
  });
}

const asked = (kind: TieOutKind, until: string) => ({
  kind,
  year: kind === "sisa" ? 2025 : null,
  asOf: { validOn: until.slice(0, 10), knownAt: until },
  until,
});

describe("a place that two allocations share", () => {
  it("is divided by what its entries say", async () => {
    const until = now();
    const before = (await inContext(auditor, (tx) => ourUnits(tx, world.oefen, asked("register", until))))
      .units;
    const one = before.find(({ counted }) => counted !== null);
    await world.behind.query(
      `INSERT INTO allocation (programme_id, number, stream_id, tranche_id, theme_id, municipality_id, area_id, decision_number, decision_on)
       SELECT programme_id, 'TK-TWEE', stream_id, tranche_id, theme_id, municipality_id, area_id, 'B-TWEE', decision_on
         FROM allocation WHERE id = $1`,
      [one?.key],
    );
    const { units } = await inContext(auditor, (tx) => ourUnits(tx, world.oefen, asked("register", now())));
    const amounts = (list: typeof units) =>
      list.map(({ key, counted, late }) => [key, counted?.amount, late?.amount]);
    expect(amounts(units.filter(({ allocationNumbers }) => allocationNumbers[0] !== "TK-TWEE"))).toEqual(
      amounts(before),
    );
    expect(units.find(({ key }) => key === one?.key)).toMatchObject({ only: one?.key });
    expect(units.find(({ allocationNumbers: [number] }) => number === "TK-TWEE")).toMatchObject({
      counted: null,
      late: null,
    });
    // Spend names no allocation: it is of the place, which answers to both numbers.
    const spent = (await inContext(auditor, (tx) => ourUnits(tx, world.oefen, asked("sisa", now())))).units;
    expect(spent.filter(({ allocationNumbers }) => allocationNumbers.length > 1)).toMatchObject([
      { not: expect.arrayContaining([one?.key]) },
    ]);
    await world.behind.query("SET session_replication_role = replica");
    await world.behind.query("DELETE FROM allocation WHERE number = 'TK-TWEE'");
    await world.behind.query("SET session_replication_role = origin");
  });
});

describe("a journal four times as long", () => {
  it("is held against a file by as many rows, to the same sums as its entries", async () => {
    const read: Record<string, number>[] = [];
    for (const entries of [10_000, 40_000]) {
      await growJournal(world.superuserUrl, "oefen", entries);
      const rows: Record<string, number> = {};
      for (const kind of TIE_OUT_KINDS) {
        const until = now();
        rows[kind] = await rowsRead((tx) => ourUnits(tx, world.oefen, asked(kind, until)));
        const { found, control } = await bothWays(kind, asked(kind, until).asOf, until);
        expect(found, kind).toEqual(control);
      }
      read.push(rows);
    }
    expect(read[1]).toEqual(read[0]);
    expect(Math.max(...Object.values(read[0] ?? {}))).toBeLessThan(500);
  });

  it("tells the entries of an open difference, and of no other", async () => {
    const [file] = await findTieOuts(await world.grant("reconciliation:read", "auditor"), world.oefen);
    const grant = await world.grant("reconciliation:read", "auditor");
    const id = file?.id ?? "";
    const shut = (await findTieOut(grant, world.oefen, id, [])).compared;
    if (shut === null) throw new Error("nothing compared");
    const { pairings, tree } = shut;
    const wanted = pairings.find(({ cause, rows }) => cause === "only_ours" && rows.length === 0);
    const opened = (await findTieOut(grant, world.oefen, id, [`x!${wanted?.key}`])).compared?.tree;
    const itemsOf = (root: typeof tree | undefined, key: string | undefined) =>
      root === undefined ? [] : (allDifferences(root).find((one) => one.key === key)?.items ?? []);
    expect(itemsOf(tree, wanted?.key).map(({ is }) => is)).toEqual(["more"]);
    expect(itemsOf(opened, wanted?.key).every(({ is }) => is === "entry" || is === "more")).toBe(true);
    expect(itemsOf(opened, wanted?.key).length).toBeGreaterThan(0);
    expect(itemsOf(opened, wanted?.key)[0]?.is).toBe("entry");
  });

  it("tells every entry of one allocation, page by page, and together they are what it comes to", async () => {
    const until = now();
    const question = {
      kind: "sisa",
      year: null,
      asOf: { validOn: "2025-03-12", knownAt: until },
      until,
    } as const;
    const pages = await inContext(auditor, async (tx) => {
      const { units, cuts } = await ourUnits(tx, world.oefen, question);
      const unit = units.find(({ counted, late }) => (counted?.amount ?? 0n) > 0n && late !== null);
      if (unit === undefined) throw new Error("nothing came in later");
      const read: UnitPage[] = [];
      for (let after: bigint | null = 0n; after !== null; after = read.at(-1)?.next ?? null)
        read.push(await unitPage(tx, world.oefen, question, cuts, { unit, after, most: 100 }));
      return { unit, read };
    });
    const entries = pages.read.flatMap((page) => page.entries);
    expect(pages.read.length).toBeGreaterThan(1);
    for (const page of pages.read) expect(page.entries.length).toBeLessThanOrEqual(100);
    expect(new Set(entries.map(({ seq }) => seq)).size).toBe(entries.length);
    for (const [counts, side] of [
      [true, "counted"],
      [false, "late"],
    ] as const) {
      const own = entries.filter((one) => one.counts === counts);
      expect(own.reduce((all, { amount }) => all + amount, 0n)).toBe(pages.unit[side]?.amount);
    }
  });

  it("has a page for each thing of ours, and for nothing else", async () => {
    const grant = await world.grant("reconciliation:read", "auditor");
    const [file] = await findTieOuts(grant, world.oefen);
    const id = file?.id ?? "";
    const { compared } = await findPairings(grant, world.oefen, id);
    const key = compared.units.find(({ counted }) => counted !== null)?.key ?? "";
    const found = await findTieOutUnit(grant, world.oefen, id, { key, after: 0n });
    expect(found.entries.length).toBeGreaterThan(0);
    await expect(findTieOutUnit(grant, world.oefen, id, { key: "none", after: 0n })).rejects.toThrow();
  });
});
