import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { judgeSignal } from "@/lib/commands/signals/judge-signal";
import { closePool } from "@/lib/db/pool";
import { issueGrant } from "@/lib/domain/access";
import { factsText } from "@/lib/domain/signals/signal";
import { findSignal, listSignals } from "@/lib/queries/signals/find-signals";
import { key } from "../reports/reporting-world";
import { accepted, makeSamplingWorld, type SamplingWorld, sidesOf } from "../sampling/sampling-world";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { acting } from "../support/ledger-fixture";

let db: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let world: SamplingWorld;

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  app = new pg.Client(db.appUrl);
  await Promise.all([owner.connect(), app.connect()]);
  world = await makeSamplingWorld(owner, "signaal");
  const [, b] = sidesOf(world);
  // Something in the first period, nothing in the second: that stands out.
  await accepted(world, b, 1, {
    t: { spent: 0n, forecast: 700_00n },
    u: { spent: 100_00n, forecast: 600_00n },
  });
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end(), closePool()]);
  await db.close();
});

const grant = () => issueGrant("signal:judge", world.auditor);
const judge = (signalKey: string, facts: string) =>
  judgeSignal(grant(), {
    idempotencyKey: key(),
    programmeId: world.programmeId,
    key: signalKey,
    facts,
    judgement: "explained",
    reason: "project afgerond",
  });

it("a line that fell silent stands out, is judged with a reason, and the judgement holds for those facts", async () => {
  const signals = await listSignals(grant(), world.programmeId, 2024);
  expect(signals.map(({ kind, municipalityName, judged }) => [kind, municipalityName, judged])).toEqual([
    ["silence", "gemeente b", null],
  ]);
  const [signal] = signals;
  if (signal === undefined) throw new Error("nothing stands out");
  expect(signal.facts).toMatchObject({ periods: 1, beforeCents: "30000" });
  await expect(judge(signal.key, "[]")).rejects.toMatchObject({ code: "stale" });
  await expect(judge("silence~2024~S~x~y~z", "[]")).rejects.toMatchObject({ name: "NotFound" });
  await judge(signal.key, factsText(signal));
  const found = await findSignal(grant(), world.programmeId, signal.key);
  expect(found.signal.judged).toMatchObject({ judgement: "explained", current: true, by: "auditor" });
  expect(found.history).toHaveLength(1);
  await expect(findSignal(grant(), world.programmeId, "onzin")).rejects.toMatchObject({ name: "NotFound" });
});

it("nobody but an auditor reads or writes what was said about a signal, and nothing of it changes", async () => {
  const insert =
    "INSERT INTO signal_disposition (programme_id, key, facts, judgement, reason, decided_by) VALUES ($1, 'k', '[]', 'watch', 'x', $2)";
  for (const { actor } of [world.grants.coordinator, world.grants.officer]) {
    await acting(app, actor, async () => {
      expect((await app.query("SELECT * FROM signal_disposition")).rows).toEqual([]);
    });
    await expect(
      acting(app, actor, () => app.query(insert, [world.programmeId, actor.personId])),
    ).rejects.toMatchObject({ code: "42501" });
  }
  const superuser = new pg.Client(db.superuserUrl);
  await superuser.connect();
  try {
    for (const what of ["UPDATE signal_disposition SET reason = 'y'", "DELETE FROM signal_disposition"])
      await expect(superuser.query(what)).rejects.toMatchObject({ code: "GS001" });
  } finally {
    await superuser.end();
  }
});
