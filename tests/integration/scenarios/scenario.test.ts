import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideProposal } from "@/lib/commands/proposals/decide-proposal";
import { enterProposal } from "@/lib/commands/proposals/enter-proposal";
import {
  addScenarioLine,
  makeScenario,
  proposeScenario,
  removeScenarioLine,
  shareScenario,
} from "@/lib/commands/scenarios/scenarios";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { findScenario, listScenarios } from "@/lib/queries/scenarios/scenarios";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { acting, type LedgerFixture, makeFixture } from "../support/ledger-fixture";

let database: TestDatabase;
let superuser: pg.Client;
let fixture: LedgerFixture;
let author: Actor;
let programme: { id: string; code: string; numberPrefix: string };

const grant = (actor: Actor = author) => issueGrant("allocation:propose", actor);
const one = async (sql: string, values: readonly unknown[]) =>
  (await superuser.query(sql, [...values])).rows[0];

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  fixture = await makeFixture(owner, "scenario");
  await owner.end();
  author = { ...fixture.officer, personId: fixture.authorId, name: "indiener", roles: ["officer"] };
  programme = { id: fixture.programmeId, code: "scenario", numberPrefix: "T" };
  const id = await enterProposal(grant(), {
    idempotencyKey: randomUUID(),
    programme,
    kind: "ceiling",
    change: null,
    trancheId: fixture.trancheId,
    themeId: null,
    areaId: null,
    allocationId: null,
    claimId: null,
    decisionNumber: null,
    decisionOn: null,
    decisionCents: null,
    effectiveOn: "2026-01-05",
    legalSource: null,
    reason: "toets",
    years: [{ year: 2026, amount: cents(1_000n) }],
    as: "proposed",
  });
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
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

const make = () => makeScenario(grant(), programme.id, { idempotencyKey: randomUUID(), name: "Wat als" });
const add = (scenarioId: string, amount: bigint, municipality = 0) =>
  addScenarioLine(grant(), programme.id, {
    idempotencyKey: randomUUID(),
    scenarioId,
    trancheId: fixture.trancheId,
    from: null,
    areaId: fixture.municipalities[municipality]?.areaId ?? null,
    themeId: fixture.themeId,
    years: [{ year: 2026, amount: cents(amount) }],
  });
const reading = (actor: Actor = author) => issueGrant("scenario:read", actor);
const find = (id: string, actor?: Actor) => findScenario(reading(actor), programme, id, "2026-03-01");
const share = (scenarioId: string, shared = true, actor?: Actor) =>
  shareScenario(grant(actor), programme.id, { idempotencyKey: randomUUID(), scenarioId, shared });
const propose = (scenarioId: string, idempotencyKey = randomUUID()) =>
  proposeScenario(grant(), programme, {
    idempotencyKey,
    scenarioId,
    decisionNumber: "S-1",
    decisionOn: "2026-03-01",
    decisionDocument: null,
    legalSource: null,
    reason: "uitgeprobeerd",
  });

/** Who is no colleague: of another ministry, an auditor, of a municipality. */
const strangers = (): Actor[] => [
  { ...fixture.officer, organisationIds: [fixture.otherMinistryId] },
  { ...fixture.officer, scope: "audit", roles: ["auditor"] },
  { ...fixture.officer, scope: "municipality", organisationIds: [fixture.municipalities[0]?.id ?? ""] },
];

/** Everything that a figure can be made of. */
const figures = async () =>
  (
    await superuser.query(
      `SELECT (SELECT json_agg(b ORDER BY b.account_id) FROM account_balance b)::text AS balances,
              (SELECT json_agg(e ORDER BY e.seq) FROM entry e)::text AS entries,
              (SELECT json_agg(p ORDER BY p.id) FROM proposal p)::text AS proposals,
              (SELECT json_agg(a ORDER BY a.id) FROM allocation a)::text AS allocations`,
    )
  ).rows[0];

describe("a scenario", () => {
  it("is seen by its maker; by colleagues of the ministry once it is shared; by nobody else", async () => {
    const id = await make();
    await add(id, 10n);
    // Officers and approvers of one ministry have the same scope in the database.
    const colleague = fixture.officer;
    expect((await find(id)).own).toBe(true);
    for (const actor of [colleague, ...strangers()])
      await expect(find(id, actor)).rejects.toBeInstanceOf(NotFound);
    await share(id);
    const seen = await find(id, colleague);
    expect([seen.own, seen.lines.length]).toEqual([false, 1]);
    expect((await listScenarios(reading(colleague), programme.id)).map((row) => row.id)).toContain(id);
    for (const actor of strangers()) {
      await expect(find(id, actor)).rejects.toBeInstanceOf(NotFound);
      expect(await listScenarios(reading(actor), programme.id)).toEqual([]);
    }
    await expect(share(id, false, colleague)).rejects.toBeInstanceOf(NotFound);
    await share(id, false);
    await expect(find(id, colleague)).rejects.toBeInstanceOf(NotFound);
  });

  it("is changed by nobody but its maker, also not in SQL", async () => {
    const id = await make();
    await add(id, 10n);
    await share(id);
    const app = new pg.Client(database.appUrl);
    await app.connect();
    const count = async (actor: Actor, sql: string) =>
      (await acting(app, actor, () => app.query(sql, [id]))).rowCount;
    try {
      const see = "SELECT 1 FROM scenario s JOIN scenario_line l ON l.scenario_id = s.id WHERE s.id = $1";
      for (const actor of [author, fixture.officer]) expect(await count(actor, see)).toBe(1);
      for (const actor of strangers()) expect(await count(actor, see)).toBe(0);
      for (const actor of [fixture.officer, ...strangers()]) {
        expect(await count(actor, "UPDATE scenario SET shared = false WHERE id = $1")).toBe(0);
        expect(await count(actor, "DELETE FROM scenario_line WHERE scenario_id = $1")).toBe(0);
        await expect(
          count(
            actor,
            `INSERT INTO scenario_line (scenario_id, tranche_id, from_allocation_id, years)
             VALUES ($1, '${fixture.trancheId}', '${randomUUID()}', '[]')`,
          ),
        ).rejects.toThrow(/row-level security/);
      }
    } finally {
      await app.end();
    }
  });

  it("stays with the ministry when its maker goes to another", async () => {
    const id = await make();
    await share(id);
    const moved = { ...author, organisationIds: [fixture.otherMinistryId] };
    await expect(find(id, moved)).rejects.toBeInstanceOf(NotFound);
    await expect(share(id, false, moved)).rejects.toBeInstanceOf(NotFound);
    expect((await find(id, fixture.officer)).name).toBe("Wat als");
  });

  it("never shows in a figure", async () => {
    const before = await figures();
    const id = await make();
    await add(id, 400n);
    await add(id, 100n, 1);
    await find(id);
    expect(await figures()).toEqual(before);
  });

  it("says what would stand in the way, and is kept all the same", async () => {
    const id = await make();
    await add(id, 900n);
    await add(id, 101n, 1);
    const { lines, reasons } = await find(id);
    expect(lines).toHaveLength(2);
    expect([...reasons.values()].flat().map(({ code }) => code)).toEqual(["proposals.reasons.over_room"]);
    const error = await propose(id).catch((thrown: unknown) => thrown);
    expect((error as Refusal).code).toBe("blocked");
    expect((await find(id)).proposedAt).toBeNull();
  });
});

describe("a scenario that becomes a proposal", () => {
  it("does so once, whole, with exactly its lines; then it is closed", async () => {
    const id = await make();
    await add(id, 40n);
    await add(id, 60n, 1);
    const key = randomUUID();
    const ids = await Promise.all([propose(id, key), propose(id, key)]);
    expect(new Set(ids).size).toBe(1);
    const rows = (
      await superuser.query(
        "SELECT p.kind::text, p.status::text, p.decision_cents::text AS cents FROM proposal p WHERE batch_id = $1 ORDER BY batch_line",
        [ids[0]],
      )
    ).rows;
    expect(rows).toEqual([
      { kind: "allocation", status: "proposed", cents: "40" },
      { kind: "allocation", status: "proposed", cents: "60" },
    ]);
    expect(await one("SELECT origin::text, together FROM batch WHERE id = $1", [ids[0]])).toEqual({
      origin: "scenario",
      together: true,
    });
    const { lines, batches } = await find(id);
    expect(batches.map((batch) => batch.id)).toEqual([ids[0]]);
    await expect(propose(id)).rejects.toMatchObject({ code: "not_open" });
    await expect(add(id, 1n)).rejects.toMatchObject({ code: "not_open" });
    await expect(
      removeScenarioLine(grant(), programme.id, {
        idempotencyKey: randomUUID(),
        scenarioId: id,
        lineId: lines[0]?.id ?? "",
      }),
    ).rejects.toMatchObject({ code: "not_open" });
    await expect(superuser.query("DELETE FROM scenario_line WHERE scenario_id = $1", [id])).rejects.toThrow(
      "not_open",
    );
  });

  it("without lines is refused", async () => {
    const error = await propose(await make()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).reasons.map(({ code }) => code)).toEqual(["proposals.reasons.no_lines"]);
  });
});
