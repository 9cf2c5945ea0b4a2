import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDecision } from "@/lib/commands/conflicts/answer-decision";
import { proposeDecision } from "@/lib/commands/conflicts/propose-decision";
import { canonicalJson } from "@/lib/db/hash";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import type { Difference, Item } from "@/lib/domain/reconciliation/difference";
import {
  allDifferences,
  firstGap,
  MEASURES,
  type ReconciliationNode,
} from "@/lib/domain/reconciliation/tree";
import type { TreeEntries } from "@/lib/domain/reconciliation/tree-input";
import { differenceKey, openableKeys, visibleRows } from "@/lib/domain/reconciliation/visible-rows";
import { findTree } from "@/lib/queries/reconciliation/find-tree";
import { key, openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
});
afterAll(() => world.close());

const now = (): AsOf => ({ validOn: new Date().toISOString().slice(0, 10), knownAt: instantNow(new Date()) });
const ask = async (
  measure: (typeof MEASURES)[number],
  asOf: AsOf,
  open: readonly string[] = [],
  programme: string = world.oefen,
) => findTree(await world.grant("reconciliation:read", "auditor"), programme, { measure, asOf, open });

const named = (node: ReconciliationNode): [string, Difference][] => [
  ...node.differences.map((one): [string, Difference] => [differenceKey(node.key, one), one]),
  ...(node.children ?? []).flatMap(named),
];
const sumOf = ({ shown, rest }: TreeEntries) =>
  shown.reduce((all, { amount }) => all + amount, rest?.amount ?? 0n);
const beside = (items: readonly Item[]) =>
  items.reduce((all, item) => all + ("amount" in item ? (item.amount ?? 0n) : 0n), 0n);

describe("the practice programme, from the claim to the entry", () => {
  it.each(MEASURES)("%s closes at every node, shut and open, with nothing unexplained", async (measure) => {
    for (const validOn of ["2024-06-30", "2025-12-31", now().validOn]) {
      const asOf = { ...now(), validOn };
      const { tree } = await ask(measure, asOf);
      expect(firstGap(tree)).toBeNull();
      const opened = await ask(measure, asOf, openableKeys(tree));
      expect(firstGap(opened.tree)).toBeNull();
      expect(opened.tree.reached).toBe(tree.reached);
      expect(
        allDifferences(tree).flatMap(({ cause, amount }) => (cause === "unexplained" ? [amount] : [])),
      ).toEqual([]);
    }
  });

  it.each(MEASURES)("%s: every difference lists what makes it, and that is its amount", async (measure) => {
    const asOf = { ...now(), validOn: "2025-12-31" };
    const { tree } = await ask(measure, asOf);
    const differences = named(tree);
    expect(differences.length).toBeGreaterThan(0);
    const open = [...openableKeys(tree), ...differences.map(([one]) => one)];
    const { entries } = await ask(measure, asOf, open);
    for (const [address, { lines, items, amount, cause }] of differences) {
      expect(lines.length + items.length, `${address} ${cause}`).toBeGreaterThan(0);
      if (lines.length === 0) continue;
      const own = entries.get(address);
      if (own === undefined) throw new Error(`${address} was not read`);
      expect(sumOf(own) + beside(items), address).toBe(amount);
    }
  });

  it("says where an entry is about, where the difference that lists it is of no area", async () => {
    const { tree } = await ask("allocated", now());
    const [address] = named(tree).find(([, { cause }]) => cause === "not_yet_allocated") ?? [];
    const { entries } = await ask("allocated", now(), [...openableKeys(tree), address ?? ""]);
    const listed = entries.get(address ?? "")?.shown ?? [];
    expect(listed.some(({ kind }) => kind === "allocated")).toBe(true);
    for (const { kind, place } of listed)
      if (kind === "allocated") expect(place).not.toBeNull();
      else if (kind === "ceiling_set") expect(place).toBeNull();
  });

  it("an entry is at most eight steps from the top", async () => {
    const { tree } = await ask("spent", now());
    const { tree: open, entries } = await ask("spent", now(), openableKeys(tree));
    const depths = visibleRows(open, new Set(openableKeys(tree)), entries).flatMap((row) =>
      row.is === "node" && row.node.level === "entry" ? [row.depth] : [],
    );
    expect(depths.length).toBeGreaterThan(10);
    expect(Math.max(...depths)).toBeLessThanOrEqual(8);
  });
});

describe("the published leaflet", () => {
  it("is explained to zero: six notes, the open conflict and the rounding", async () => {
    const { tree } = await ask("ceiling", now(), [], world.nplv);
    expect(firstGap(tree)).toBeNull();
    expect(allDifferences(tree).map(({ cause }) => cause)).not.toContain("unexplained");
  });

  it("says that 30.000 homes at € 1.460 are not the amount of the note, and lists both", async () => {
    const { tree } = await ask("ceiling", now(), [], world.nplv);
    const norm = allDifferences(tree).find(({ cause }) => cause === "norm_versus_ceiling");
    expect(norm?.amount).toBe(1_200_000_00n);
    expect(norm?.items.map((item) => ("amount" in item ? item.amount : null))).toEqual([
      45_000_000_00n,
      -43_800_000_00n,
    ]);
  });

  it("says that of the national fund only the known awards land in the areas", async () => {
    const { tree } = await ask("ceiling", now(), [], world.nplv);
    const outside = allDifferences(tree).find(({ cause }) => cause === "outside_areas");
    expect(outside?.items[0]).toMatchObject({ claim: "folder-noot-4", amount: 600_000_000_00n });
    expect(outside?.amount).toBeLessThan(600_000_000_00n);
    expect(outside?.items.length).toBeGreaterThan(2);
  });
});

describe("a past reconciliation", () => {
  it("does not change by what is decided, moved or recorded later", async () => {
    const then = now();
    const whole = async () =>
      canonicalJson(await Promise.all(MEASURES.map(async (measure) => (await ask(measure, then)).tree)));
    const before = await whole();

    const book = { idempotencyKey: key(), programmeId: world.oefen, conflict: "OEF-C1" };
    await proposeDecision(await world.grant("conflict:decide", "officer"), {
      ...book,
      reading: "OEF-4b",
      reason: "Brief van 1 maart.",
      seen: 0,
    });
    const { rows } = await world.behind.query<{ id: string; content_hash: string }>(
      "SELECT id, content_hash FROM conflict_proposal ORDER BY proposed_at DESC LIMIT 1",
    );
    await answerDecision(await world.grant("conflict:agree", "approver"), {
      ...book,
      idempotencyKey: key(),
      proposal: rows[0]?.id ?? "",
      hash: rows[0]?.content_hash ?? "",
      answer: "agree",
      reason: null,
    });
    // What commands refuse here because of today's date: a window that comes later, and one that is moved.
    await world.behind.query(
      `INSERT INTO reporting_window (programme_id, stream_id, tranche_id, code, year, period, periods, starts_on, ends_on, opens_on, due_on)
       SELECT programme_id, stream_id, tranche_id, 'LATER', 2021, 1, 1, '2021-01-01', '2021-12-31', '2022-01-01', '2022-03-01'
         FROM reporting_window WHERE programme_id = $1 LIMIT 1`,
      [world.oefen],
    );
    expect(await whole()).toBe(before);
    const { tree } = await ask("allocated", now());
    expect(canonicalJson(tree)).not.toBe(canonicalJson((await ask("allocated", then)).tree));
  });
});
