import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterMovement } from "@/lib/commands/movements/enter-movement";
import { decideBatch } from "@/lib/commands/proposals/decide-batch";
import { decideProposal } from "@/lib/commands/proposals/decide-proposal";
import { enterProposal } from "@/lib/commands/proposals/enter-proposal";
import { append } from "@/lib/db/journal";
import { givingSide } from "@/lib/db/movements/movement-facts";
import { inContext } from "@/lib/db/transaction";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { spendEntry } from "@/lib/domain/ledger/facts";
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

/** The allocation of the other municipality, that the movement made. */
const receiver = async (): Promise<string> =>
  (await one("SELECT id FROM allocation WHERE municipality_id = $1", [fixture.municipalities[1]?.id])).id;

let reportId: string | undefined;
async function spend(amount: bigint): Promise<void> {
  const where = fixture.municipalities[0];
  if (where === undefined) throw new Error("no municipality");
  reportId ??= await asSystemActor(superuser, async () => {
    const { rows } = await superuser.query(
      `INSERT INTO reporting_window (programme_id, stream_id, tranche_id, code, year, period, periods, starts_on, ends_on, opens_on, due_on)
       VALUES ($1, $2, $3, 'H-2026', 2026, 1, 1, '2026-01-01', '2026-12-31', '2026-01-02', '2027-04-01') RETURNING id`,
      [fixture.programmeId, fixture.streamId, fixture.trancheId],
    );
    const made = await superuser.query(
      "INSERT INTO report (window_id, municipality_id, number, status) VALUES ($1, $2, 'H-R', 'signed') RETURNING id",
      [rows[0]?.id, where.id],
    );
    return String(made.rows[0]?.id);
  });
  const { streamId, trancheId, themeId } = fixture;
  const entry = spendEntry({
    kind: amount < 0n ? "spend_corrected" : "spent",
    streamId,
    trancheId,
    themeId,
    municipalityId: where.id,
    areaId: where.areaId,
    reportId,
    effectiveOn: "2026-12-31",
    year: 2026,
    reason: "toets",
    amount: cents(amount),
  });
  await inContext(fixture.officer, (tx) => append(tx, fixture.programmeId, fixture.approverId, [entry]));
}

async function propose(
  kind: "ceiling" | "allocation" | "revision",
  years: readonly (readonly [number, bigint])[],
) {
  const total = years.reduce((all, [, amount]) => all + amount, 0n);
  const allocating = kind !== "ceiling";
  const id = await enterProposal(issueGrant("allocation:propose", author), {
    idempotencyKey: randomUUID(),
    programme,
    kind,
    change: null,
    trancheId: fixture.trancheId,
    themeId: allocating ? fixture.themeId : null,
    areaId: allocating ? (fixture.municipalities[0]?.areaId ?? null) : null,
    allocationId: kind === "revision" ? allocationId : null,
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
  decisionDocument: null,
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

describe("an approved reallocation", () => {
  const decide = async (batchId: string) => {
    const { rows } = await superuser.query(
      "SELECT id, version, content_hash FROM proposal WHERE batch_id = $1 ORDER BY batch_line",
      [batchId],
    );
    return decideBatch(issueGrant("proposal:approve", fixture.officer), {
      idempotencyKey: randomUUID(),
      programme,
      batchId,
      outcome: "approved",
      chosen: {
        lines: rows.map((row) => ({
          id: row.id,
          version: row.version,
          contentHash: row.content_hash,
          reason: null,
        })),
      },
      reason: null,
    });
  };
  const two = () => input({ moves: [{ fromYear: 2026, toYear: 2026, amount: cents(2n) }] });

  it("is posted as what it is, and once", async () => {
    const id = await move(two());
    await decide(id);
    const { rows } = await superuser.query(
      `SELECT e.kind::text AS kind, sum(p.amount_cents)::text AS moved FROM entry e JOIN proposal q ON q.id = e.proposal_id
         JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
         JOIN account a ON a.id = p.account_id AND a.kind = 'allocated'
        WHERE q.batch_id = $1 GROUP BY e.seq, e.kind ORDER BY e.seq`,
      [id],
    );
    expect(rows).toEqual([
      { kind: "reallocated", moved: "-2" },
      { kind: "allocated", moved: "2" },
    ]);
    await expect(decide(id)).rejects.toBeInstanceOf(Refusal);
    const to = rows.length > 0 ? await receiver() : "";
    const back = input({
      allocationId: to,
      to: { allocationId, areaId: null, themeId: null },
      moves: [{ fromYear: 2026, toYear: 2026, amount: cents(2n) }],
    });
    await decide(await move(back));
    expect(await balances()).toContain("allocated gemeente a 2026: 1000");
  });

  it("is refused when the year was spent after it was proposed, though other years have room", async () => {
    const id = await move(input({ moves: [{ fromYear: 2026, toYear: 2026, amount: cents(600n) }] }));
    await propose("revision", [[2027, 400n]]);
    await spend(500n);
    const refused = await decide(id).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    const codes = refused instanceof Refusal ? refused.reasons.map(({ code }) => code) : [];
    expect(codes).toEqual(["movements.reasons.not_free"]);
    await superuser.query("UPDATE proposal SET status = 'cancelled' WHERE batch_id = $1", [id]);
    await spend(-500n);
    await propose("revision", [[2027, -400n]]);
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

  it("counts a year that a revision moved, as the rule over the whole programme does", async () => {
    const carried = () =>
      inContext(author, async (tx) =>
        (await givingSide(tx, fixture.programmeId, allocationId)).facts.carried.get(2026),
      );
    await superuser.query("SET session_replication_role = replica");
    await superuser.query("UPDATE proposal SET status = 'cancelled' WHERE status = 'proposed'");
    await superuser.query("SET session_replication_role = origin");
    const before = await carried();
    await propose("revision", [
      [2026, -10n],
      [2027, 11n],
    ]);
    expect(await carried()).toBe((before ?? 0n) + 10n);
  });
});
