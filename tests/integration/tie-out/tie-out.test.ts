import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringTieOut } from "@/lib/commands/tie-out/bring-file";
import { decideRow } from "@/lib/commands/tie-out/decide-row";
import { sayTieOutColumns } from "@/lib/commands/tie-out/say-columns";
import { cents } from "@/lib/domain/money";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { allDifferences, firstGap } from "@/lib/domain/reconciliation/tree";
import { openableKeys } from "@/lib/domain/reconciliation/visible-rows";
import type { RowMapping } from "@/lib/domain/tie-out/row-columns";
import type { TieOutFile } from "@/lib/domain/tie-out/tie-out-file";
import { findPairings, findTieOut, findTieOuts } from "@/lib/queries/tie-out/find-tie-out";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";
import { acting } from "../support/ledger-fixture";

let world: PublishedWorld;
let app: pg.Client;
let today: TieOutFile["asOf"];
beforeAll(async () => {
  world = await openPublishedWorld();
  app = new pg.Client(process.env.DATABASE_URL ?? "");
  await app.connect();
  today = { validOn: new Date().toISOString().slice(0, 10), knownAt: instantNow(new Date()) };
});
afterAll(async () => {
  await app.end();
  await world.close();
});

const COLUMNS: RowMapping = {
  decision: "Nummer",
  municipality: "Gemeente",
  area: "Gebied",
  year: "Jaar",
  amount: "Bedrag",
};
const HEAD = "Nummer;Gemeente;Gebied;Jaar;Bedrag";
const euros = (amount: bigint) => `${amount / 100n},${String(amount % 100n).padStart(2, "0")}`;

async function bring(lines: readonly string[], asked: Partial<TieOutFile> = {}, account = "auditor") {
  const bytes = new Uint8Array(Buffer.from([HEAD, ...lines].join("\n")));
  const brought = await bringTieOut(
    await world.grant("tie-out:bring", account),
    world.oefen,
    { kind: "register", year: null, source: "Toets", tolerance: cents(0n), asOf: today, ...asked },
    { name: "register.csv", bytes },
  );
  if ("problem" in brought) throw new Error(brought.problem);
  return brought;
}

const reads = () => world.grant("reconciliation:read", "auditor");
const say = async (file: string, version = 0, columns = COLUMNS) =>
  sayTieOutColumns(await world.grant("tie-out:bring", "auditor"), world.oefen, { file, version, columns });

async function compared(file: string, open: readonly string[] = []) {
  const found = await findTieOut(await reads(), world.oefen, file, open);
  if (found.compared === null) throw new Error("nothing compared");
  return found.compared;
}

/** What was allocated, or spent in a year, per allocation: "number;municipality;area;year;amount". */
async function ours(kind: "allocated" | "spent", year: number | null) {
  const { rows } = await world.behind.query<{
    number: string;
    municipality: string;
    area: string;
    amount: string;
  }>(
    `SELECT al.decision_number AS number, o.preferred_name AS municipality, r.name AS area, sum(p.amount_cents)::text AS amount
       FROM posting p JOIN account a ON a.id = p.account_id JOIN entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq
       JOIN allocation al ON al.tranche_id = a.tranche_id AND al.theme_id = a.theme_id AND al.area_id = a.area_id
       JOIN organisation o ON o.id = al.municipality_id JOIN area r ON r.id = al.area_id
      WHERE a.programme_id = $1 AND a.kind = $2::account_kind AND ($3::int IS NULL OR a.year = $3) AND e.effective_on <= $4::date
      GROUP BY al.id, o.id, r.id HAVING sum(p.amount_cents) > 0 ORDER BY al.number`,
    [world.oefen, kind, year, today.validOn],
  );
  return rows.map(({ number, municipality, area, amount }) =>
    [number, municipality, area, year ?? "", euros(BigInt(amount))].join(";"),
  );
}

describe("a file that says what the ledger says", () => {
  it.each([
    ["register", "allocated", null],
    ["sisa", "spent", 2025],
  ] as const)("%s closes without a difference", async (kind, account, year) => {
    const lines = await ours(account, year);
    expect(lines.length).toBeGreaterThan(3);
    const { id } = await bring(lines, { kind, year });
    await say(id);
    const { tree } = await compared(id);
    expect(tree.amount).toBe(tree.reached);
    expect(allDifferences(tree).map(({ cause, about }) => [cause, about])).toEqual([]);
  });
});

describe("a file that says what the ledger says of a later day", () => {
  it("differs by timing alone, and says which entries came later", async () => {
    const lines = await ours("allocated", null);
    const asOf = { ...today, validOn: "2024-06-30" };
    const { id } = await bring(lines.toReversed(), { source: "Later", asOf });
    await say(id);
    const { tree, ours: balance } = await compared(id);
    const differences = allDifferences(tree);
    expect(differences.length).toBeGreaterThan(3);
    expect(new Set(differences.map(({ cause }) => cause))).toEqual(new Set(["timing"]));
    expect(balance).toBeLessThan(tree.amount);
    expect(firstGap(tree)).toBeNull();
    for (const { items } of differences) expect(items.some(({ is }) => is === "later")).toBe(true);
  });
});

describe("the payment file of the practice programme", () => {
  it("closes at every node, shut and open, and every difference is what makes it", async () => {
    const [file] = (await findTieOuts(await reads(), world.oefen)).filter(({ kind }) => kind === "payment");
    const { tree, ours: balance, units } = await compared(file?.id ?? "");
    expect(firstGap(tree)).toBeNull();
    const open = await compared(file?.id ?? "", openableKeys(tree));
    expect(firstGap(open.tree)).toBeNull();
    expect(open.tree.reached).toBe(balance);
    expect(units.reduce((all, { counted }) => all + (counted?.amount ?? 0n), 0n)).toBe(balance);
    const causes = allDifferences(tree).map(({ cause }) => cause);
    expect(causes).not.toContain("unexplained");
    expect(new Set(causes)).toEqual(
      new Set([
        "other_number",
        "booked_elsewhere",
        "within_tolerance",
        "amount_differs",
        "only_ours",
        "only_theirs",
        "unreadable_rows",
      ]),
    );
    for (const { items, amount, cause } of allDifferences(tree)) {
      expect(items.length, cause).toBeGreaterThan(0);
      const made = items.reduce((all, item) => all + ("amount" in item ? (item.amount ?? 0n) : 0n), 0n);
      if (amount !== null) expect(made, cause).toBe(amount);
    }
  });
});

describe("bringing a file", () => {
  it("a second time changes nothing, and says so; another year, tolerance or source is another question", async () => {
    const lines = ["B-1;Oefendam;;2024;1,00"];
    const first = await bring(lines, { kind: "sisa", year: 2024 });
    expect(first.isNew).toBe(true);
    expect(await bring(lines, { kind: "sisa", year: 2024 }, "officer")).toEqual({
      id: first.id,
      isNew: false,
    });
    // Who brought it first does not choose the tolerance of everybody after.
    const other = { kind: "sisa", year: 2024, tolerance: cents(9n), source: "Ander" } as const;
    const mine = await bring(lines, other);
    expect(mine.isNew).toBe(true);
    const kept = await findTieOut(await reads(), world.oefen, mine.id, []);
    expect(kept.file).toMatchObject({ tolerance: 9n, source: "Ander" });
    expect((await bring(lines, { kind: "sisa", year: 2023 })).isNew).toBe(true);
  });

  it("proposes the columns of its source the next time, and keeps every version", async () => {
    const one = await bring(["B-1;Oefendam;;;1,00"], { source: "Bron A" });
    await say(one.id);
    await expect(say(one.id, 0)).rejects.toMatchObject({ code: "stale" });
    await expect(say(one.id, 1, { ...COLUMNS, amount: "Som" })).rejects.toMatchObject({
      code: "blocked",
      reasons: [{ code: "tieOut.reasons.column_missing", field: "amount" }],
    });
    const two = await bring(["B-2;Oefendam;;;2,00"], { source: "Bron A" });
    const found = await findTieOut(await reads(), world.oefen, two.id, []);
    expect(found).toMatchObject({ version: 0, columns: COLUMNS, compared: null });
  });

  it("says of each row that cannot be read why, and counts none of it", async () => {
    const { id } = await bring(["B-1;Oefendam;;;1,460", ";;;;9,00", "B-2;Oefendam;;jaar;3,00"]);
    await say(id);
    const { read, theirs, tree } = await compared(id);
    expect(read.unread.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ["entry.reasons.amount_thousands"],
      ["tieOut.reasons.about_nothing"],
      ["tieOut.reasons.year_unreadable"],
    ]);
    expect(theirs).toBe(0n);
    expect(firstGap(tree)).toBeNull();
    expect(tree.differences.find(({ cause }) => cause === "unreadable_rows")).toMatchObject({ amount: null });
  });

  it("is refused whole when it is hostile, and leaves nothing behind", async () => {
    const count = async () => (await world.behind.query("SELECT count(*)::int AS n FROM tie_out")).rows[0].n;
    const before = await count();
    const grant = await world.grant("tie-out:bring", "auditor");
    const asked = {
      kind: "register",
      year: null,
      source: "Toets",
      tolerance: cents(0n),
      asOf: today,
    } as const;
    const bytes = new Uint8Array(Buffer.from("PK\u0003\u0004 geen zip"));
    expect(await bringTieOut(grant, world.oefen, asked, { name: "x.xlsx", bytes })).toHaveProperty("problem");
    expect(await count()).toBe(before);
  });
});

describe("what an auditor says about a row", () => {
  it("goes before what it says itself, stays, and can be let go; each time it is in the audit log", async () => {
    const [line = ""] = await ours("allocated", null);
    const [number = "", ...rest] = line.split(";");
    const { id } = await bring([`${number};${rest.join(";")}`], { source: "Met de hand" });
    await say(id);
    const decide = async (action: "joined" | "parted" | "released", unit: string | null = null) =>
      decideRow(await world.grant("tie-out:match", "auditor"), world.oefen, {
        idempotencyKey: randomUUID(),
        file: id,
        row: 2,
        action,
        unit,
        reason: "gezien op papier",
      });
    const pairingOfRow = async () => {
      const { compared: found } = await findPairings(await reads(), world.oefen, id);
      return found.pairings.find(({ rows }) => rows.length > 0);
    };
    expect(await pairingOfRow()).toMatchObject({ cause: null, reasons: ["decision_number"] });
    await decide("parted");
    expect(await pairingOfRow()).toMatchObject({ cause: "only_theirs", units: [] });
    await expect(decide("parted")).rejects.toMatchObject({ code: "blocked" });
    const { units } = await compared(id);
    const other = units.find(({ decisionNumbers }) => !decisionNumbers.includes(number))?.key ?? "";
    await decide("joined", other);
    expect(await pairingOfRow()).toMatchObject({ reasons: ["by_hand"], units: [{ key: other }] });
    expect(firstGap((await compared(id)).tree)).toBeNull();
    await decide("released");
    expect(await pairingOfRow()).toMatchObject({ cause: null, reasons: ["decision_number"] });
    await expect(decide("joined", "no such unit")).rejects.toThrow();
    const { rows } = await world.behind.query<{ action: string }>(
      "SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY at, id",
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "tie-out.brought",
      "tie-out.mapped",
      "tie-out.parted",
      "tie-out.joined",
      "tie-out.released",
    ]);
  });
});

describe("the guards of the database", () => {
  it("a file, its columns and what was said of it stay as they are, for everybody", async () => {
    for (const change of [
      "UPDATE tie_out SET tolerance_cents = 1",
      "DELETE FROM tie_out_columns",
      "UPDATE tie_out_decision SET reason = 'x'",
      "TRUNCATE tie_out CASCADE",
    ])
      await expect(world.behind.query(change), change).rejects.toMatchObject({ code: "GS001" });
  });

  it("a municipality sees none of it; a ministry brings files but says nothing about rows", async () => {
    const { id } = await bring(["B-9;Oefendam;;;1,00"], { source: "Rechten" });
    const insert = `INSERT INTO tie_out_decision (tie_out_id, programme_id, file_row, action, reason, person_id)
      VALUES ($1, $2, 2, 'parted', 'x', $3)`;
    const { actor: coordinator } = await world.grant("report:fill", "coordinator");
    await acting(app, coordinator, async () => {
      for (const table of ["tie_out", "tie_out_columns", "tie_out_decision"])
        expect((await app.query(`SELECT * FROM ${table}`)).rows).toEqual([]);
    });
    for (const actor of [coordinator, (await world.grant("tie-out:bring", "officer")).actor])
      await expect(
        acting(app, actor, () => app.query(insert, [id, world.oefen, actor.personId])),
      ).rejects.toMatchObject({ code: "42501" });
    const { actor: auditor } = await world.grant("tie-out:match", "auditor");
    await expect(
      acting(app, auditor, () => app.query(insert, [id, world.oefen, coordinator.personId])),
    ).rejects.toMatchObject({ code: "42501" });
  });
});
