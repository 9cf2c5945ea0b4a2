import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askForRun } from "@/lib/commands/cross-checks/ask-for-run";
import { issueFinding } from "@/lib/commands/findings/move-finding";
import { writeFinding } from "@/lib/commands/findings/write-finding";
import { askRun, queueRun } from "@/lib/db/cross-checks/ask-run";
import { inContext } from "@/lib/db/transaction";
import type { Actor } from "@/lib/domain/access";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import type { NewFindingInput } from "@/lib/input/findings";
import { findCrossFinding, findCrossFindings, findOrigin } from "@/lib/queries/cross-checks/findings";
import { findRun } from "@/lib/queries/cross-checks/runs";
import { key, openPublishedWorld, type PublishedWorld } from "../claims/published-world";
import { acting, asSystemActor } from "../support/ledger-fixture";

let world: PublishedWorld;
let app: pg.Client;
const actors: Record<string, Actor> = {};
beforeAll(async () => {
  world = await openPublishedWorld();
  app = new pg.Client(process.env.DATABASE_URL);
  await app.connect();
  for (const account of ["officer", "auditor", "auditor2"])
    actors[account] = (await world.grant("reconciliation:read", account)).actor;
  actors.coordinator = (await world.grant("report:fill", "coordinator")).actor;
  actors.nobody = (await world.grant("claims:read")).actor;
}, 240_000);
afterAll(async () => {
  await app.end();
  await world.close();
});

const who = (name: string): Actor => {
  const actor = actors[name];
  if (actor === undefined) throw new Error(`nobody is called ${name}`);
  return actor;
};
const TABLES = ["cross_check_run", "cross_check_result", "cross_check_rule", "cross_check_finding"] as const;
const asSystem = <T>(work: () => Promise<T>) => asSystemActor(app, work);
const emptyRun = async (): Promise<string> => {
  const { rows } = await app.query<{ id: string }>(
    "INSERT INTO cross_check_run (programme_id, number, valid_on, known_at, current) VALUES ($1, 1, '2026-01-01', now(), true) RETURNING id",
    [world.oefen],
  );
  return rows[0]?.id ?? "";
};
const RESULT =
  "INSERT INTO cross_check_result (run_id, programme_id, checked, found, unjudged, fresh, gone) VALUES ($1, $2, $3, $4, 0, 0, 0)";
const RULE =
  "INSERT INTO cross_check_rule (run_id, programme_id, position, rule_code, rule_version, severity, checked, found, unjudged) VALUES ($1, $2, 0, 'X1', 1, 'block', $3, $4, 0)";
const FINDING = `INSERT INTO cross_check_finding (run_id, programme_id, key, position, rule_code, problem, severity, unit, about, source_value,
    source_origin, target_value, target_origin, difference_value, facts, since_number)
  VALUES ($1, $2, $3, 0, 'X1', 'differs', 'block', 'cents', '{}', $4, 'decisions', $5, 'ledger', $6, '{}', 1)`;

describe("who reads and writes runs", () => {
  it.each(TABLES)(
    "%s: auditors and ministries read it, a municipality and the public do not",
    async (table) => {
      const seen = (name: string) =>
        acting(app, who(name), async () => (await app.query(`SELECT 1 FROM ${table} LIMIT 1`)).rowCount);
      expect(await seen("auditor")).toBe(1);
      expect(await seen("officer")).toBe(1);
      expect(await seen("coordinator")).toBe(0);
      expect(await seen("nobody")).toBe(0);
    },
  );

  it("an auditor asks in their own name only, and nobody but the system says what came of it", async () => {
    const ask = (name: string, person: string | null) =>
      acting(app, who(name), () =>
        app.query(
          "INSERT INTO cross_check_run (programme_id, number, person_id, valid_on, known_at, current) VALUES ($1, 1, $2, '2026-01-01', now(), true)",
          [world.oefen, person],
        ),
      );
    await expect(ask("auditor", who("auditor2").personId)).rejects.toMatchObject({ code: "42501" });
    await expect(ask("auditor", null)).rejects.toMatchObject({ code: "42501" });
    await expect(ask("officer", who("officer").personId)).rejects.toMatchObject({ code: "42501" });
    await expect(
      acting(app, who("auditor"), async () => {
        const { rows } = await app.query<{ id: string }>("SELECT id FROM cross_check_run LIMIT 1");
        await app.query(RESULT, [rows[0]?.id, world.oefen, 0, 0]);
      }),
    ).rejects.toMatchObject({ code: "42501" });
  });

  it.each([...TABLES, "finding_origin"])("%s stays as it was, also for a superuser", async (table) => {
    await expect(world.behind.query(`UPDATE ${table} SET programme_id = programme_id`)).rejects.toMatchObject(
      {
        code: "GS001",
      },
    );
    await expect(world.behind.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: "GS001" });
    await expect(world.behind.query(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject({ code: "GS001" });
  });
});

describe("what came of a run", () => {
  it("counts what its rules count", async () => {
    await expect(
      asSystem(async () => {
        const run = await emptyRun();
        await app.query(RESULT, [run, world.oefen, 4, 0]);
        await app.query(RULE, [run, world.oefen, 3, 0]);
        await app.query("SET CONSTRAINTS ALL IMMEDIATE");
      }),
    ).rejects.toMatchObject({ code: "GS075" });
    await expect(
      asSystem(async () => {
        const run = await emptyRun();
        await app.query(RESULT, [run, world.oefen, 3, 0]);
        await app.query(RULE, [run, world.oefen, 3, 0]);
        await app.query(FINDING, [run, world.oefen, "X1~OW", 2, 1, 1]);
        await app.query("SET CONSTRAINTS ALL IMMEDIATE");
      }),
    ).rejects.toMatchObject({ code: "GS075" });
  });

  const found = (thing: string, figures: readonly (number | null)[], times = 1) =>
    asSystem(async () => {
      const run = await emptyRun();
      await app.query(RESULT, [run, world.oefen, 3, 2]);
      await app.query(RULE, [run, world.oefen, 3, 2]);
      for (let time = 0; time < times; time += 1)
        await app.query(FINDING, [run, world.oefen, thing, ...figures]);
      await app.query("SET CONSTRAINTS ALL IMMEDIATE");
    });

  it("has each thing once, with the exact difference or none", async () => {
    await found("X1~OW", [2, 1, 1]);
    await expect(found("X1~OW", [2, 1, 1], 2)).rejects.toMatchObject({ code: "23505" });
    await expect(found("X2~OW", [2, 1, 1])).rejects.toMatchObject({ code: "23514" });
    await expect(found("X1~OW", [2, 1, 2])).rejects.toMatchObject({ code: "23514" });
    await expect(found("X1~OW", [2, null, 2])).rejects.toMatchObject({ code: "23514" });
    await expect(found("X1~OW", [2, 2, 0])).rejects.toMatchObject({ code: "23514" });
    await expect(found("X1~OW", [null, null, null])).rejects.toMatchObject({ code: "23514" });
  });

  it("is never added to, and never said twice", async () => {
    const { rows } = await world.behind.query<{ run_id: string }>(
      "SELECT run_id FROM cross_check_result LIMIT 1",
    );
    const run = rows[0]?.run_id;
    await expect(
      asSystem(() => app.query(FINDING, [run, world.oefen, "X1~later", 2, 1, 1])),
    ).rejects.toMatchObject({
      code: "GS001",
    });
    await expect(asSystem(() => app.query(RESULT, [run, world.oefen, 0, 0]))).rejects.toMatchObject({
      code: "23505",
    });
  });

  it("says why something was not judged", async () => {
    await expect(
      asSystem(async () => {
        const run = await emptyRun();
        await app.query(RESULT, [run, world.oefen, 0, 0]);
        await app.query(
          "INSERT INTO cross_check_rule (run_id, programme_id, position, rule_code, rule_version, severity, checked, found, unjudged) VALUES ($1, $2, 0, 'X1', 1, 'block', 0, 0, 1)",
          [run, world.oefen],
        );
      }),
    ).rejects.toMatchObject({ code: "23514" });
  });
});

it("a run of a long journal is left to the worker, once", async () => {
  const asOf = { validOn: "2026-01-01", knownAt: instantNow(new Date()) };
  const personId = who("auditor").personId;
  const id = await inContext(who("auditor"), async (tx) => {
    const run = await askRun(tx, { programmeId: world.oefen, personId, asOf, current: false });
    await queueRun(tx, { programmeId: world.oefen, id: run });
    await queueRun(tx, { programmeId: world.oefen, id: run });
    return run;
  });
  const { rows } = await world.behind.query<{ payload: { run: string }; max_attempts: number }>(
    "SELECT payload, max_attempts FROM graphile_worker._private_jobs WHERE key = $1",
    [`cross_check:${id}`],
  );
  expect(rows).toEqual([{ payload: { run: id }, max_attempts: 3 }]);
});

describe("a finding that an auditor writes of one of a run", () => {
  const writes = (input: Partial<NewFindingInput>) =>
    world.grant("finding:write", "auditor").then((grant) =>
      writeFinding(
        grant,
        { id: world.oefen, numberPrefix: "OEF" },
        {
          idempotencyKey: key(),
          year: 2026,
          side: "ministry",
          streamId: null,
          municipalityId: null,
          earlierId: null,
          title: "Plafond zonder toekenning",
          text: "Zie de controle.",
          category: "process",
          nature: "none",
          amount: null,
          action: "Licht toe.",
          dueOn: "2027-06-30",
          entries: [],
          sample: null,
          ...input,
        },
        "2026-11-30",
      ),
    );

  it("leads to it and back, in every later run, and ministries see it once it is issued", async () => {
    const grant = await world.grant("finding:write", "auditor");
    const { finding } = await findCrossFinding(grant, world.oefen, 1, "X2~OBU");
    const streamId = finding.stream?.id ?? null;
    const id = await writes({ streamId, checkRun: 1, checkKey: "X2~OBU" });
    const origin = { run: 1, key: "X2~OBU", rule: "X2" };
    expect(await findOrigin(await world.grant("finding:read", "auditor"), id)).toEqual(origin);
    const ministry = await world.grant("finding:read", "officer");
    expect(await findOrigin(ministry, id)).toBeNull();
    await issueFinding(await world.grant("finding:write", "auditor2"), {
      idempotencyKey: key(),
      programmeId: world.oefen,
      finding: id,
      version: 1,
    });
    expect(await findOrigin(ministry, id)).toEqual(origin);
    const run = await askForRun(await world.grant("check:run", "auditor"), {
      idempotencyKey: key(),
      programmeId: world.oefen,
      asOf: { validOn: "2026-11-30", knownAt: instantNow(new Date()) },
      typed: { geldig: "", bekend: "" },
    });
    const reads = await world.grant("reconciliation:read", "auditor");
    const { rows } = await findCrossFindings(reads, await findRun(reads, world.oefen, run), {}, null);
    expect(rows.find((one) => one.key === "X2~OBU")?.written.map((one) => one.id)).toEqual([id]);
  });

  it("is of a finding that is there, and of the auditor who writes it", async () => {
    const grant = await world.grant("finding:write", "auditor");
    const { finding } = await findCrossFinding(grant, world.oefen, 1, "X2~OBU");
    const streamId = finding.stream?.id ?? null;
    await expect(writes({ streamId, checkRun: 1, checkKey: "X2~ONZIN" })).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(writes({ streamId, checkRun: 99, checkKey: "X2~OBU" })).rejects.toMatchObject({
      name: "NotFound",
    });
    const { rows } = await world.behind.query<{ id: string; run: string }>(
      `SELECT f.id, (SELECT run_id FROM cross_check_finding WHERE key = 'X2~OBU' LIMIT 1) AS run FROM audit_finding f
        WHERE f.programme_id = $1 AND NOT EXISTS (SELECT 1 FROM finding_origin o WHERE o.finding_id = f.id) AND f.created_by <> $2 LIMIT 1`,
      [world.oefen, who("auditor").personId],
    );
    const insert = (name: string) =>
      acting(app, who(name), () =>
        app.query(
          "INSERT INTO finding_origin (finding_id, programme_id, run_id, key) VALUES ($1, $2, $3, 'X2~OBU')",
          [rows[0]?.id, world.oefen, rows[0]?.run],
        ),
      );
    for (const name of ["auditor", "officer", "coordinator"])
      await expect(insert(name), name).rejects.toMatchObject({ code: "42501" });
  });
});
