import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterMovement } from "@/lib/commands/movements/enter-movement";
import { decideProposal } from "@/lib/commands/proposals/decide-proposal";
import { enterProposal } from "@/lib/commands/proposals/enter-proposal";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { MovementInput } from "@/lib/input/movement";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { asSystemActor, type LedgerFixture, makeFixture } from "../support/ledger-fixture";

let database: TestDatabase;
let superuser: pg.Client;
let fixture: LedgerFixture;
let author: Actor;
let programme: { id: string; code: string; numberPrefix: string };
let allocationId: string;

const one = async (sql: string, values: readonly unknown[]) =>
  (await superuser.query(sql, [...values])).rows[0];

async function approve(id: string): Promise<void> {
  const row = await one("SELECT version, content_hash FROM proposal WHERE id = $1", [id]);
  await decideProposal(issueGrant("proposal:approve", fixture.officer), {
    idempotencyKey: randomUUID(),
    programmeId: fixture.programmeId,
    proposalId: id,
    version: row.version,
    contentHash: row.content_hash,
    outcome: "approved",
    reason: null,
  });
}

async function propose(kind: "ceiling" | "allocation", years: readonly (readonly [number, bigint])[]) {
  const total = years.reduce((all, [, amount]) => all + amount, 0n);
  const allocating = kind === "allocation";
  const id = await enterProposal(issueGrant("allocation:propose", author), {
    idempotencyKey: randomUUID(),
    programme,
    kind,
    change: null,
    trancheId: fixture.trancheId,
    themeId: allocating ? fixture.themeId : null,
    areaId: allocating ? (fixture.municipalities[0]?.areaId ?? null) : null,
    allocationId: null,
    claimId: null,
    decisionNumber: allocating ? "B-1" : null,
    decisionOn: allocating ? "2026-02-01" : null,
    decisionCents: allocating ? cents(total) : null,
    effectiveOn: "2026-02-01",
    legalSource: null,
    reason: "toets",
    years: years.map(([year, amount]) => ({ year, amount: cents(amount) })),
    as: "proposed",
  });
  await approve(id);
  return id;
}

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  fixture = await makeFixture(owner, "herschik");
  await asSystemActor(owner, () =>
    owner.query(
      "INSERT INTO carry_over_rule (tranche_id, share_percent, next_year_only, legal_source) VALUES ($1, 50, true, 'Stb. 1')",
      [fixture.trancheId],
    ),
  );
  await owner.end();
  author = { ...fixture.officer, personId: fixture.authorId, name: "indiener", roles: ["officer"] };
  programme = { id: fixture.programmeId, code: "herschik", numberPrefix: "T" };
  await propose("ceiling", [
    [2026, 1_000n],
    [2027, 500n],
  ]);
  const id = await propose("allocation", [[2026, 1_000n]]);
  allocationId = (await one("SELECT allocation_id FROM proposal WHERE id = $1", [id])).allocation_id;
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

const input = (change: Partial<MovementInput> = {}): MovementInput => ({
  idempotencyKey: randomUUID(),
  allocationId,
  decisionNumber: "H-1",
  decisionOn: "2026-03-01",
  legalSource: null,
  reason: "verhuisd",
  to: { allocationId: null, areaId: fixture.municipalities[1]?.areaId ?? null, themeId: fixture.themeId },
  moves: [{ fromYear: 2026, toYear: 2026, amount: cents(200n) }],
  ...change,
});
const move = (asked: MovementInput, actor = author) =>
  enterMovement(issueGrant("allocation:propose", actor), programme, "Herschikking", asked);
const reasons = (asked: MovementInput) =>
  move(asked).then(
    () => ["done"],
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.reasons.map(({ code, field }) => `${field}: ${code.split(".").at(-1)}`);
    },
  );
const balances = async () =>
  (
    await superuser.query(
      `SELECT a.kind::text || ' ' || coalesce(r.name, '-') || ' ' || coalesce(a.year::text, '-') AS what, b.balance_cents AS cents
         FROM account a JOIN account_balance b ON b.account_id = a.id LEFT JOIN area r ON r.id = a.area_id
        WHERE a.programme_id = $1 AND a.kind IN ('allocated', 'unallocated') AND b.balance_cents <> 0 ORDER BY 1`,
      [fixture.programmeId],
    )
  ).rows.map(({ what, cents: amount }) => `${what}: ${amount}`);

describe("a reallocation", () => {
  it("is refused with every reason at once, and leaves nothing behind", async () => {
    expect(
      await reasons(input({ moves: [{ fromYear: 2026, toYear: 2026, amount: cents(1_001n) }] })),
    ).toEqual(["years.2026: not_free", "years: below_spent"]);
    expect(await reasons(input({ to: { allocationId: null, areaId: null, themeId: null } }))).toEqual([
      "to: no_destination",
    ]);
    expect(await reasons(input({ to: { allocationId, areaId: null, themeId: null } }))).toEqual([
      "to: same_place",
    ]);
    expect(await one("SELECT count(*) FROM batch WHERE programme_id = $1", [fixture.programmeId])).toEqual({
      count: "0",
    });
    await expect(move(input({ allocationId: randomUUID() }))).rejects.toBeInstanceOf(NotFound);
  });

  it("holds what it takes away, until it is decided: the same money does not leave twice", async () => {
    const asked = input({ moves: [{ fromYear: 2026, toYear: 2026, amount: cents(700n) }] });
    const id = await move(asked);
    expect(await move(asked)).toBe(id);
    expect(
      await reasons(input({ moves: [{ fromYear: 2026, toYear: 2026, amount: cents(301n) }] })),
    ).toContain("years.2026: not_free");
    const before = await balances();
    const lines = (
      await superuser.query("SELECT id FROM proposal WHERE batch_id = $1 ORDER BY batch_line", [id])
    ).rows;
    expect(lines).toHaveLength(2);
    await expect(approve(lines[0].id)).rejects.toMatchObject({ code: "together" });
    expect(await balances()).toEqual(before);
    await superuser.query("UPDATE proposal SET status = 'cancelled' WHERE batch_id = $1", [id]);
  });

  it("that does not add up to nothing is refused in SQL, whoever approves it", async () => {
    const id = await move(input());
    await superuser.query(
      "UPDATE proposal_line SET amount_cents = 201 WHERE amount_cents > 0 AND proposal_id IN (SELECT id FROM proposal WHERE batch_id = $1)",
      [id],
    );
    await expect(
      asSystemActor(superuser, () =>
        superuser.query("UPDATE proposal SET status = 'approved' WHERE batch_id = $1", [id]),
      ),
    ).rejects.toThrow("adds up to 1 cents instead of 0");
    await superuser.query("UPDATE proposal SET status = 'cancelled' WHERE batch_id = $1", [id]);
  });
});

describe("carrying over", () => {
  const to = () => ({ allocationId, areaId: null, themeId: null });

  it("obeys the rule of the tranche, and is one proposal that moves the year", async () => {
    expect(
      await reasons(input({ to: to(), moves: [{ fromYear: 2026, toYear: 2027, amount: cents(501n) }] })),
    ).toContain("years.2026: over_share");
    const id = await move(
      input({ to: to(), moves: [{ fromYear: 2026, toYear: 2027, amount: cents(300n) }] }),
    );
    const row = await one("SELECT id FROM proposal WHERE batch_id = $1", [id]);
    await approve(row.id);
    expect(await balances()).toEqual([
      "allocated gemeente a 2026: 700",
      "allocated gemeente a 2027: 300",
      "unallocated - 2026: 300",
      "unallocated - 2027: 200",
    ]);
  });

  it("counts what went before and what is still open: together never more than the share, also at once", async () => {
    const carry = (amount: bigint) =>
      reasons(input({ to: to(), moves: [{ fromYear: 2026, toYear: 2027, amount: cents(amount) }] }));
    const outcomes = await Promise.all([carry(150n), carry(150n)]);
    expect(outcomes.filter((said) => said.includes("done"))).toHaveLength(1);
    expect(outcomes.filter((said) => said.includes("years.2026: over_share"))).toHaveLength(1);
    expect(await carry(51n)).toContain("years.2026: over_share");
    expect(await carry(50n)).toEqual(["done"]);
  });
});
