import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposeRun } from "@/lib/commands/distribution/propose-run";
import { runKey } from "@/lib/commands/distribution/run-key";
import { enterInput } from "@/lib/commands/distribution/write-input";
import { type EnteredKey, writeKey } from "@/lib/commands/distribution/write-key";
import { proposeScenario } from "@/lib/commands/scenarios/scenarios";
import { tryRun } from "@/lib/commands/scenarios/try-run";
import { append } from "@/lib/db/journal";
import { inContext } from "@/lib/db/transaction";
import { type Actor, issueGrant } from "@/lib/domain/access";
import type { KeyDefinition } from "@/lib/domain/distribution/key";
import { cents } from "@/lib/domain/money";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { effectOf } from "@/lib/domain/scenarios/effect";
import { findRun, findRunBatch } from "@/lib/queries/distribution/find-run";
import { findScenario } from "@/lib/queries/scenarios/scenarios";
import { openTestDatabase, type TestDatabase } from "../support/database";
import {
  acting,
  allocation,
  allocationRow,
  asSystemActor,
  ceiling,
  type LedgerFixture,
  makeFixture,
  proposal,
} from "../support/ledger-fixture";

let database: TestDatabase;
let superuser: pg.Client;
let app: pg.Client;
let owner: pg.Client;
let fixture: LedgerFixture;
let officer: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  [superuser, app, owner] = [database.superuserUrl, database.appUrl, database.ownerUrl].map(
    (url) => new pg.Client(url),
  ) as [pg.Client, pg.Client, pg.Client];
  await Promise.all([superuser.connect(), app.connect(), owner.connect()]);
  fixture = await makeFixture(owner, "sleutel");
  officer = { ...fixture.officer, personId: fixture.authorId, name: "indiener", roles: ["officer"] };
  await inContext(fixture.officer, async (tx) =>
    append(tx, fixture.programmeId, fixture.approverId, [
      ceiling(fixture, await proposal(owner, fixture, "ceiling"), 10_000_00n),
    ]),
  );
});
afterAll(async () => {
  await Promise.all([superuser.end(), app.end(), owner.end()]);
  await database.close();
});

const A = "sleutel-gemeente a";
const B = "sleutel-gemeente b";
const grant = (actor: Actor = officer) => issueGrant("allocation:propose", actor);
const reader = (actor: Actor = officer) => issueGrant("proposal:read", actor);
const scenarios = (actor: Actor = officer) => issueGrant("scenario:read", actor);
const one = async (sql: string, values: readonly unknown[] = []) =>
  (await superuser.query(sql, [...values])).rows[0];

const definition = (parts: KeyDefinition["parts"]): KeyDefinition => ({
  format: "geldstroom-key-v1",
  grain: "municipality",
  among: null,
  parts,
  statedPot: null,
});
const byPeople = { kind: "weighted", input: "inwoners", take: { of: "rest" } } as const;
const key = (change: Partial<EnteredKey> = {}): EnteredKey => ({
  idempotencyKey: randomUUID(),
  programmeId: fixture.programmeId,
  keyId: null,
  streamId: fixture.streamId,
  name: `sleutel ${randomUUID()}`,
  definition: definition([byPeople]),
  legalSource: "Stcrt. toets",
  effectiveOn: "2026-01-01",
  reason: "toets",
  seen: 0,
  ...change,
});
const enter = (lines: string, change: Partial<Parameters<typeof enterInput>[1]> = {}, actor = officer) =>
  enterInput(grant(actor), {
    idempotencyKey: randomUUID(),
    programmeId: fixture.programmeId,
    streamId: fixture.streamId,
    name: "inwoners",
    grain: "municipality",
    source: "telling",
    sourceOn: "2026-01-01",
    typed: new Map(),
    lines,
    confirmed: false,
    ...change,
  });
const run = (keyId: string, inputId: string, pot = 100_01n, version = 1, actor = officer) =>
  runKey(grant(actor), {
    idempotencyKey: randomUUID(),
    programmeId: fixture.programmeId,
    keyId,
    version,
    trancheId: fixture.trancheId,
    pots: [{ year: 2026, pot: cents(pot) }],
    inputs: new Map([["inwoners", inputId]]),
  });
const reasonsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.reasons.length === 0
        ? [error.code]
        : error.reasons.map(({ code }) => code.replace("distribution.", ""));
    },
  );

describe("a key and its versions", () => {
  it("stay as they were entered: nobody changes or removes a row, also not the owner", async () => {
    const id = await writeKey(grant(), key());
    const input = await enter(`${A};3\n${B};1`);
    await run(id, input);
    for (const table of [
      "distribution_key",
      "distribution_key_version",
      "distribution_input",
      "distribution_run",
    ]) {
      const change = (client: pg.Client, sql: string) =>
        acting(client, officer, () => client.query(sql)).catch((error: pg.DatabaseError) => error.code);
      expect(await change(app, `UPDATE ${table} SET created_at = now()`), table).toBe("42501");
      expect(await change(app, `DELETE FROM ${table}`), table).toBe("42501");
      for (const sql of [
        `UPDATE ${table} SET created_at = now()`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ])
        expect(
          await asSystemActor(owner, () => owner.query(sql)).catch((error: pg.DatabaseError) => error.code),
          sql,
        ).toBe("GS001");
    }
  });

  it("follow each other: of two who change the same version, one is refused", async () => {
    const first = key();
    const id = await writeKey(grant(), first);
    const next = (reason: string) =>
      writeKey(grant(), { ...first, idempotencyKey: randomUUID(), keyId: id, seen: 1, reason });
    await next("eerst");
    expect(await reasonsOf(next("daarna"))).toEqual(["stale"]);
    const stored = await one(
      "SELECT array_agg(version ORDER BY version) AS v FROM distribution_key_version WHERE key_id = $1",
      [id],
    );
    expect(stored).toEqual({ v: [1, 2] });
  });

  it("a double submit makes one key; what is no key is refused with every reason", async () => {
    const input = key();
    const ids = await Promise.all([writeKey(grant(), input), writeKey(grant(), input)]);
    expect(new Set(ids).size).toBe(1);
    expect(await reasonsOf(writeKey(grant(), key({ name: input.name })))).toEqual(["reasons.name_taken"]);
    const bad = definition([byPeople, byPeople, { kind: "floor", cents: cents(0n) }]);
    expect(await reasonsOf(writeKey(grant(), key({ definition: bad })))).toEqual([
      "reasons.nothing_left",
      "reasons.not_positive",
    ]);
  });

  it("only the ministry that owns the stream writes; without a context nobody sees anything", async () => {
    const stranger = {
      ...officer,
      personId: fixture.approverId,
      organisationIds: [fixture.otherMinistryId],
    };
    expect(await reasonsOf(writeKey(grant(stranger), key()))).toEqual(["not_allowed"]);
    expect(await reasonsOf(enter(`${A};1`, { name: "vreemd" }, stranger))).toEqual(["not_allowed"]);
    const id = await writeKey(grant(), key());
    const input = await enter(`${A};3\n${B};1`, { name: "inwoners" });
    expect(await reasonsOf(run(id, input, 100n, 1, stranger))).toEqual(["not_allowed"]);
    const { rows } = await app.query("SELECT count(*)::int AS n FROM distribution_key");
    expect(rows).toEqual([{ n: 0 }]);
    await expect(
      findRun(reader(), fixture.otherMinistryId, await run(id, input), undefined),
    ).rejects.toBeInstanceOf(NotFound);
  });
});

describe("figures", () => {
  it("name every line that cannot be used, and keep nothing", async () => {
    const name = "regels";
    expect(
      await reasonsOf(enter(`gemeente;aantal\n${A};1.5\nonbekend;3\n${B} 4\n${A};-1\n${A};2`, { name })),
    ).toEqual([
      "values.english",
      "values.unknown_code",
      "values.no_separator",
      "values.twice",
      "values.twice",
    ]);
    expect(await one("SELECT count(*)::int AS n FROM distribution_input WHERE name = $1", [name])).toEqual({
      n: 0,
    });
  });

  it("that drop a recipient ask to be confirmed; the set before stays", async () => {
    const name = "afvaller";
    await enter(`${A};1\n${B};2,50`, { name });
    expect(await reasonsOf(enter(`${A};1`, { name }))).toEqual(["reasons.drops"]);
    await enter(`${A};1`, { name, confirmed: true });
    const { rows } = await superuser.query(
      "SELECT values FROM distribution_input WHERE name = $1 ORDER BY created_at",
      [name],
    );
    expect(rows.map(({ values }) => values)).toEqual([{ [A]: "1", [B]: "2.5" }, { [A]: "1" }]);
  });
});

describe("a run", () => {
  it("comes out the same when it is repeated, also after newer figures and versions", async () => {
    const first = key();
    const id = await writeKey(grant(), first);
    const input = await enter(`${A};2\n${B};1`);
    const made = await run(id, input);
    const before = await findRun(reader(), fixture.programmeId, made);
    expect(before.effects.map(({ amount, roundedUp }) => [amount, roundedUp])).toEqual([
      [66_67n, false],
      [33_34n, true],
    ]);
    await enter(`${A};9\n${B};9`);
    await writeKey(grant(), {
      ...first,
      idempotencyKey: randomUUID(),
      keyId: id,
      seen: 1,
      definition: definition([{ kind: "equal", take: { of: "rest" } }]),
    });
    const after = await findRun(reader(), fixture.programmeId, made);
    expect(after.replayed).toEqual({ hash: before.hash, identical: true });
    expect(after.outcome).toEqual(before.outcome);
  });

  it("says it when what was kept was changed behind every guard", async () => {
    const id = await writeKey(grant(), key());
    const made = await run(id, await enter(`${A};2\n${B};1`));
    await superuser.query("ALTER TABLE distribution_run DISABLE TRIGGER USER");
    await superuser.query(
      'UPDATE distribution_run SET pots = \'[{"year": 2026, "pot": "10000"}]\' WHERE id = $1',
      [made],
    );
    await superuser.query("ALTER TABLE distribution_run ENABLE TRIGGER USER");
    const seen = await findRun(reader(), fixture.programmeId, made);
    expect(seen.replayed.identical).toBe(false);
  });

  it("is refused with a sentence for each thing that is missing", async () => {
    const id = await writeKey(grant(), key());
    const partial = await enter(`${A};2`, { name: "inwoners", confirmed: true });
    expect(await reasonsOf(run(id, partial, 0n))).toEqual([
      "reasons.value_missing",
      "reasons.pot_not_positive",
    ]);
  });

  it("becomes a batch: an allocation where none stands, a revision where one does", async () => {
    const ids = {
      proposalId: await proposal(owner, fixture, "allocation"),
      allocationId: await allocationRow(owner, fixture, 0),
    };
    await inContext(fixture.officer, (tx) =>
      append(tx, fixture.programmeId, fixture.approverId, [allocation(fixture, ids, 500_00n, 0)]),
    );
    const id = await writeKey(grant(), key());
    const input = await enter(`${A};2\n${B};1`, { confirmed: true });
    const made = await run(id, input, 900_00n);
    const effects = (await findRun(reader(), fixture.programmeId, made)).effects;
    expect(effects.map(({ before, change }) => [before, change])).toEqual([
      [500_00n, 100_00n],
      [null, 300_00n],
    ]);
    const shown = await findRunBatch(reader(), fixture.programmeId, made, fixture.themeId);
    expect(shown.lines?.map(({ kind, years }) => [kind, years])).toEqual([
      ["revision", [{ year: 2026, amount: 100_00n }]],
      ["allocation", [{ year: 2026, amount: 300_00n }]],
    ]);
    const batch = await proposeRun(grant(), {
      idempotencyKey: randomUUID(),
      programme: { id: fixture.programmeId, code: "sleutel", numberPrefix: "T" },
      runId: made,
      themeId: fixture.themeId,
      decisionNumber: "B-9",
      decisionOn: "2026-03-01",
      decisionDocument: null,
      legalSource: null,
      reason: "verdeling",
      today: "2026-03-01",
      as: "proposed",
    });
    const { rows } = await superuser.query(
      "SELECT kind::text, decision_number, decision_cents::text FROM proposal WHERE batch_id = $1 ORDER BY batch_line",
      [batch],
    );
    expect(rows).toEqual([
      { kind: "revision", decision_number: "B-9-1", decision_cents: "10000" },
      { kind: "allocation", decision_number: "B-9-2", decision_cents: "30000" },
    ]);
    const after = await findRun(reader(), fixture.programmeId, made);
    expect(after.batches.map((found) => found.id)).toEqual([batch]);
    expect(
      await one("SELECT origin::text, source ->> 'resultHash' AS hash FROM batch WHERE id = $1", [batch]),
    ).toEqual({
      origin: "key",
      hash: after.hash,
    });
  });

  it("is tried in a scenario first, and that becomes a proposal without retyping", async () => {
    const id = await writeKey(grant(), key());
    const made = await run(id, await enter(`${A};2\n${B};1`, { confirmed: true }), 450_00n);
    const programme = { id: fixture.programmeId, code: "sleutel", numberPrefix: "T" };
    const asked = {
      idempotencyKey: randomUUID(),
      themeId: fixture.themeId,
      scenarioId: null,
      name: "Minder, naar inwoners",
    };
    const scenario = await tryRun(grant(), fixture.programmeId, made, asked);
    expect(await tryRun(grant(), fixture.programmeId, made, asked)).toBe(scenario);
    const tried = await findScenario(scenarios(), programme, scenario, "2026-03-01");
    expect(
      effectOf(tried.present, tried.lines, "municipality").map(({ present, scenario: then }) => [
        present,
        then,
      ]),
    ).toEqual([
      [500_00n, 300_00n],
      [null, 150_00n],
    ]);
    const again = { ...asked, idempotencyKey: randomUUID(), scenarioId: scenario, name: null };
    await tryRun(grant(), fixture.programmeId, made, again);
    const twice = await findScenario(scenarios(), programme, scenario, "2026-03-01");
    expect([...twice.reasons.values()].flat().map(({ code }) => code)).toContain("proposals.reasons.twice");
    const stranger = {
      ...officer,
      personId: fixture.approverId,
      organisationIds: [fixture.otherMinistryId],
    };
    await expect(
      tryRun(grant(stranger), fixture.programmeId, made, { ...again, idempotencyKey: randomUUID() }),
    ).rejects.toBeInstanceOf(NotFound);

    const single = await tryRun(grant(), fixture.programmeId, made, {
      ...asked,
      idempotencyKey: randomUUID(),
    });
    await superuser.query(
      "UPDATE proposal SET status = 'cancelled' WHERE programme_id = $1 AND status = 'proposed'",
      [fixture.programmeId],
    );
    const batch = await proposeScenario(grant(), programme, {
      idempotencyKey: randomUUID(),
      scenarioId: single,
      decisionNumber: "S-1",
      decisionOn: "2026-03-01",
      decisionDocument: null,
      legalSource: null,
      reason: "uitgeprobeerd",
    });
    const { rows } = await superuser.query(
      "SELECT kind::text, decision_cents::text FROM proposal WHERE batch_id = $1 ORDER BY batch_line",
      [batch],
    );
    expect(rows).toEqual([
      { kind: "revision", decision_cents: "-20000" },
      { kind: "allocation", decision_cents: "15000" },
    ]);
  });
});
