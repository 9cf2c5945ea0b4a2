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
import { type LedgerFixture, makeFixture } from "../support/ledger-fixture";

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
const find = (id: string, actor?: Actor) => findScenario(grant(actor), programme, id, "2026-03-01");
const propose = (scenarioId: string, idempotencyKey = randomUUID()) =>
  proposeScenario(grant(), programme, {
    idempotencyKey,
    scenarioId,
    decisionNumber: "S-1",
    decisionOn: "2026-03-01",
    legalSource: null,
    reason: "uitgeprobeerd",
  });

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
    const colleague = { ...author, personId: fixture.approverId };
    const strangers: Actor[] = [
      { ...colleague, organisationIds: [fixture.otherMinistryId] },
      { ...colleague, scope: "audit", roles: ["auditor"] },
      { ...colleague, scope: "municipality", organisationIds: [fixture.municipalities[0]?.id ?? ""] },
    ];
    expect((await find(id)).own).toBe(true);
    for (const actor of [colleague, ...strangers])
      await expect(find(id, actor)).rejects.toBeInstanceOf(NotFound);
    await shareScenario(grant(), programme.id, {
      idempotencyKey: randomUUID(),
      scenarioId: id,
      shared: true,
    });
    expect((await find(id, colleague)).own).toBe(false);
    expect((await listScenarios(grant(colleague), programme.id)).map((row) => row.id)).toContain(id);
    for (const actor of strangers) {
      await expect(find(id, actor)).rejects.toBeInstanceOf(NotFound);
      expect(await listScenarios(grant(actor), programme.id)).toEqual([]);
    }
    await expect(
      shareScenario(grant(colleague), programme.id, {
        idempotencyKey: randomUUID(),
        scenarioId: id,
        shared: false,
      }),
    ).rejects.toBeInstanceOf(NotFound);
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
