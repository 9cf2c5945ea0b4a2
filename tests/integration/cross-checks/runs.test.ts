import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askForRun } from "@/lib/commands/cross-checks/ask-for-run";
import { askNightlyRuns, failRun } from "@/lib/db/cross-checks/perform-run";
import { changeOf, type KeptRun, outcomeStatus } from "@/lib/domain/cross-checks/kept-run";
import { groupOf } from "@/lib/domain/cross-checks/run";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { findBrokenRows, findCrossFindings, findLost } from "@/lib/queries/cross-checks/findings";
import { findLastRun, findRun, findRuns } from "@/lib/queries/cross-checks/runs";
import { crossCheckChore } from "@/scripts/chores/cross-check";
import { key, openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
}, 240_000);
afterAll(() => world.close());

const today = () => new Date().toISOString().slice(0, 10);
interface Asked {
  readonly idempotencyKey?: string;
  readonly programmeId?: string;
  readonly validOn?: string;
  readonly knownAt?: string;
}
const ask = async ({ idempotencyKey = key(), programmeId = world.oefen, validOn, knownAt }: Asked = {}) =>
  askForRun(await world.grant("check:run", "auditor"), {
    idempotencyKey,
    programmeId,
    asOf: { validOn: validOn ?? today(), knownAt: knownAt ?? instantNow(new Date()) },
    typed: { geldig: validOn ?? "", bekend: knownAt ?? "" },
  });
const reads = () => world.grant("reconciliation:read", "auditor");
const read = async (number: number, programmeId: string = world.oefen): Promise<KeptRun> =>
  findRun(await reads(), programmeId, number);
const last = async (programmeId: string = world.oefen, now = new Date()) =>
  findLastRun(await reads(), programmeId, now);
const findings = async (run: KeptRun, rule?: string) =>
  (await findCrossFindings(await reads(), run, rule === undefined ? {} : { rule }, null)).rows;
/** As the superuser, past every trigger: what nobody should be able to do. */
const behindTheGuards = async (table: string, statement: string) => {
  await world.behind.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  await world.behind.query(statement);
  await world.behind.query(`ALTER TABLE ${table} ENABLE TRIGGER ALL`);
};

describe("a run over the practice programme", () => {
  it("was done once when it was loaded, and judges every rule or says why not", async () => {
    const run = await read(1);
    expect(run).toMatchObject({ state: "done", person: null, current: true, previous: null, gone: 0 });
    expect(run.outcomes).toHaveLength(37);
    for (const one of run.outcomes) {
      expect(one.checked + one.unjudged, one.code).toBeGreaterThan(0);
      expect(one.why === null, one.code).toBe(one.unjudged === 0);
      expect(outcomeStatus(one), one.code).toBe(
        one.found > 0 ? "found" : one.checked === 0 ? "unjudged" : one.unjudged > 0 ? "partly" : "passed",
      );
    }
    expect(run.outcomes.reduce((all, { checked }) => all + checked, 0)).toBe(run.checked);
  });

  it("finds what does not hold with both figures and where they are from", async () => {
    const [finding, ...others] = await findings(await read(1));
    expect([...new Set(others.map(({ code }) => code))]).toEqual(["X3"]);
    expect(finding).toMatchObject({
      key: "X2~OBU",
      severity: "warn",
      problem: "no_allocation",
      source: { origin: "ceilings", at: { kind: "tree", id: "OBU" } },
      target: { value: null, origin: "allocated" },
      difference: null,
      stream: { code: "OBU" },
      since: 1,
      written: [],
    });
    expect(finding?.source.value).toBeGreaterThan(0n);
  });

  it("lists the exceptions of the latest external file by type, and says of which kinds there is none", async () => {
    const run = await read(1);
    const exceptions = await findings(run, "X3");
    expect(exceptions.map(({ problem }) => problem)).toEqual([
      "only_theirs",
      "only_ours",
      "amount_differs",
      "within_tolerance",
      "booked_elsewhere",
      "other_number",
      "unreadable_rows",
    ]);
    const [theirs, ours, differs, within] = exceptions;
    expect(theirs).toMatchObject({ severity: "warn", target: { value: null }, difference: null });
    expect(ours).toMatchObject({ source: { value: null }, difference: null });
    expect(within?.difference).toBe(4n);
    expect(differs?.difference).toBe((differs?.source.value ?? 0n) - (differs?.target.value ?? 0n));
    expect(run.outcomes.find(({ code }) => code === "X3")).toMatchObject({
      unjudged: 2,
      why: "no_external_file",
    });
  });

  it("done again finds each thing once, and knows that it is still there", async () => {
    const again = await read(await ask());
    expect(again).toMatchObject({ number: 2, previous: { number: 1 }, fresh: 0, gone: 0 });
    expect(again.person).toBe("A. Controle");
    const rows = await findings(again);
    expect(rows.map(({ key: one }) => one)).toEqual(
      (await findings(await read(1))).map(({ key: one }) => one),
    );
    expect(rows.map(({ since }) => since)).toEqual(rows.map(() => 1));
    expect(rows.map((one) => changeOf(one, again))).toEqual(rows.map(() => "still"));
  });

  it("sent twice is one run", async () => {
    const idempotencyKey = key();
    const [one, two] = [await ask({ idempotencyKey }), await ask({ idempotencyKey })];
    expect(two).toBe(one);
    const { total } = await findRuns(await reads(), world.oefen, 1);
    expect(total).toBe(one);
  });

  it("sent again about other dates is not taken for the same run", async () => {
    const idempotencyKey = key();
    const then = { idempotencyKey, validOn: "2023-06-30" };
    const number = await ask({ ...then, knownAt: "2026-11-29T12:00:00.000000Z" });
    for (const other of [
      { ...then, knownAt: "2026-11-28T12:00:00.000000Z" },
      then,
      { ...then, validOn: "2023-07-01", knownAt: "2026-11-29T12:00:00.000000Z" },
    ])
      await expect(ask(other)).rejects.toMatchObject({ code: "key_reused" });
    expect(await ask({ ...then, knownAt: "2026-11-29T12:00:00.000000Z" })).toBe(number);
  });

  it("about an earlier date sees what held then, and is no part of the row of today", async () => {
    const then = await read(await ask({ validOn: "2024-06-30" }));
    expect(then).toMatchObject({ current: false, previous: null, asOf: { validOn: "2024-06-30" } });
    const spent = (run: KeptRun) => run.outcomes.find(({ code }) => code === "X7")?.checked ?? 0;
    expect(spent(then)).toBeLessThan(spent(await read(1)));
    expect(await read(await ask({ validOn: "2024-06-30" }))).toMatchObject({
      previous: { number: then.number },
      fresh: 0,
    });
    expect((await last()).run?.current).toBe(true);
  });

  it("says of a programme without a ledger that it could not be judged, never that it is in order", async () => {
    const run = await read(await ask({ programmeId: world.nplv }), world.nplv);
    const levels = run.outcomes.filter(
      ({ code }) => /^[XD]\d/.test(code) && code !== "D10" && code !== "X13",
    );
    expect(levels.map((one) => [one.code, outcomeStatus(one)])).toEqual(
      levels.map(({ code }) => [code, "unjudged"]),
    );
    const [norm] = await findings(run, "D10");
    expect(norm).toMatchObject({
      severity: "inform",
      source: { value: 43_800_000_00n, origin: "norm" },
      target: { value: 45_000_000_00n, origin: "claim" },
      difference: -1_200_000_00n,
    });
  });

  it("writes who asked and what came of it in the audit log", async () => {
    const { rows } = await world.behind.query<{ action: string; count: string }>(
      "SELECT action, count(*) FROM audit_event WHERE subject_kind = 'cross_check_run' GROUP BY action ORDER BY action",
    );
    const asked = Number(rows.find(({ action }) => action === "cross-check.asked")?.count);
    // The first run was made with the figures, and nobody asked for it.
    expect(Number(rows.find(({ action }) => action === "cross-check.done")?.count)).toBe(asked + 1);
  });
});

describe("what was tampered with behind every guard", () => {
  it("is found with the row that shows it, and is gone when it is put right", async () => {
    const { rows } = await world.behind.query<{ account_id: string }>(
      `SELECT b.account_id FROM account_balance b JOIN account a ON a.id = b.account_id
        WHERE a.programme_id = $1 AND a.kind = 'spent' AND b.balance_cents > 0 ORDER BY 1 LIMIT 1`,
      [world.oefen],
    );
    const account = rows[0]?.account_id;
    const move = (cents: number) =>
      behindTheGuards(
        "account_balance",
        `UPDATE account_balance SET balance_cents = balance_cents + ${cents} WHERE account_id = ${account}`,
      );
    await move(7);
    const broken = await read(await ask());
    const [balance] = await findings(broken, "X13");
    expect(balance).toMatchObject({ key: `X13~${account}~balance`, difference: 7n, severity: "block" });
    // The balance counted back from now no longer is what the months add up to.
    expect((await findings(broken, "X4")).map(({ difference }) => difference)).toContain(7n);
    const onHealthPage = await findBrokenRows(await reads(), broken, 1);
    expect(onHealthPage.total).toBe(onHealthPage.rows.length);
    expect(onHealthPage.rows.map(({ code }) => code)).toContain("X13");
    expect(onHealthPage.rows.map(({ code }) => groupOf(code))).not.toContain("levels");
    expect((await findBrokenRows(await reads(), broken, 2)).rows).toEqual([]);
    await move(-7);
    const mended = await read(await ask());
    expect(mended).toMatchObject({ fresh: 0, previous: { number: broken.number } });
    expect(mended.gone).toBe(broken.fresh);
    expect((await findLost(await reads(), mended, "gone", 1)).rows.map(({ code }) => code)).toContain("X13");
  });

  it("an entry with another reason breaks the chain at that entry, and a cent more its totals", async () => {
    await behindTheGuards(
      "entry",
      `UPDATE entry SET reason = reason || '.' WHERE seq = 12 AND programme_id = '${world.oefen}'`,
    );
    await behindTheGuards(
      "posting",
      `UPDATE posting SET amount_cents = amount_cents + 1 WHERE programme_id = '${world.oefen}' AND entry_seq = 20 AND line = 1`,
    );
    const run = await read(await ask());
    expect((await findings(run, "L3")).map(({ key: one, problem }) => [one, problem])).toEqual([
      ["L3~12~content", "content"],
      ["L3~20~content", "content"],
    ]);
    expect(await findings(run, "L2")).toMatchObject([{ about: { at: { kind: "entry", id: "20" } } }]);
    for (const code of ["L8", "X13"]) expect(await findings(run, code), code).toHaveLength(1);
    await behindTheGuards(
      "posting",
      `UPDATE posting SET amount_cents = amount_cents - 1 WHERE programme_id = '${world.oefen}' AND entry_seq = 20 AND line = 1`,
    );
    await behindTheGuards(
      "entry",
      `UPDATE entry SET reason = left(reason, -1) WHERE seq = 12 AND programme_id = '${world.oefen}'`,
    );
  });

  it("an entry that names a report beside its decision has two sources (X12)", async () => {
    const at = `programme_id = '${world.oefen}' AND seq = 9`;
    await behindTheGuards(
      "entry",
      `UPDATE entry SET report_id = (SELECT id FROM report LIMIT 1) WHERE ${at} AND proposal_id IS NOT NULL`,
    );
    const run = await read(await ask());
    await behindTheGuards("entry", `UPDATE entry SET report_id = NULL WHERE ${at}`);
    expect(await findings(run, "X12")).toMatchObject([
      { problem: "both", difference: 1n, about: { at: { kind: "entry", id: "9" } } },
    ]);
    expect(await findings(await read(await ask()), "X12")).toEqual([]);
  });

  it("amounts on another VAT basis in one sum are named with both sums (X22)", async () => {
    const { rows } = await world.behind.query<{ id: string; balance: string; total: string; thing: string }>(
      `SELECT a.id, b.balance_cents AS balance, s.code || '~spent' AS thing, (SELECT sum(y.balance_cents) FROM account x JOIN account_balance y ON y.account_id = x.id
           WHERE x.programme_id = a.programme_id AND x.stream_id = a.stream_id AND x.kind = 'spent') AS total
         FROM account a JOIN account_balance b ON b.account_id = a.id JOIN stream s ON s.id = a.stream_id
        WHERE a.programme_id = $1 AND a.kind = 'spent' AND b.balance_cents > 0 ORDER BY a.id LIMIT 1`,
      [world.oefen],
    );
    const [account] = rows;
    const basis = (to: string) =>
      behindTheGuards(
        "account",
        `UPDATE account SET vat_basis = '${to}', key = ledger.account_key(book, kind, stream_id, tranche_id, theme_id, municipality_id,
           area_id, year, '${to}') WHERE id = ${account?.id}`,
      );
    await basis("excluding_vat");
    const run = await read(await ask());
    await basis("gross");
    const [own, total] = [BigInt(account?.balance ?? 0), BigInt(account?.total ?? 0)];
    expect(await findings(run, "X22")).toMatchObject([
      { key: `X22~${account?.thing}`, source: { value: total - own }, target: { value: own } },
    ]);
    expect(await findings(await read(await ask()), "X22")).toEqual([]);
  });

  it("a report that was accepted without a check after a rule changed is named (X16)", async () => {
    const { rows } = await world.behind.query<{ id: string; stream_id: string; at: string }>(
      `SELECT r.id, w.stream_id, ledger.instant(v.at) AS at FROM report r JOIN reporting_window w ON w.id = r.window_id
         JOIN report_event v ON v.report_id = r.id AND v.action = 'accepted'
        WHERE w.programme_id = $1 AND r.status = 'accepted' ORDER BY v.at DESC, r.number LIMIT 1`,
      [world.oefen],
    );
    const [report] = rows;
    const before = (await read(await ask())).outcomes.find(({ code }) => code === "X16");
    expect(before).toMatchObject({ found: 0 });
    // It was checked, then other evidence was asked, then it was accepted.
    await world.behind.query("SET session_replication_role = replica");
    await world.behind.query(
      "UPDATE rule_run SET at = $2::timestamptz - interval '2 days' WHERE report_id = $1",
      [report?.id, report?.at],
    );
    await world.behind.query(
      `INSERT INTO rule_run (report_id, municipality_id, version, step, person_id, at)
       SELECT r.id, r.municipality_id, r.version, 'submit', (SELECT id FROM person LIMIT 1), $2::timestamptz - interval '2 days'
         FROM report r WHERE r.id = $1`,
      [report?.id, report?.at],
    );
    const { rows: asked } = await world.behind.query<{ id: string }>(
      `INSERT INTO evidence_requirement (stream_id, valid_from, legal_source, entered_by, entered_at)
       VALUES ($1, '2020-01-01', 'Stcrt. toets', (SELECT id FROM person LIMIT 1), $2::timestamptz - interval '1 day') RETURNING id`,
      [report?.stream_id, report?.at],
    );
    const run = await read(await ask());
    await world.behind.query("DELETE FROM evidence_requirement WHERE id = $1", [asked[0]?.id]);
    await world.behind.query("SET session_replication_role = origin");
    const found = await findings(run, "X16");
    expect(found.map(({ about }) => about.at?.id)).toContain(report?.id);
    for (const one of found) expect(one).toMatchObject({ problem: "before_change", difference: -1n });
  });

  it("a table without its guards is named", async () => {
    await world.behind.query("ALTER TABLE report_line DISABLE ROW LEVEL SECURITY");
    await world.behind.query("ALTER TABLE posting DISABLE TRIGGER posting_append_only");
    await world.behind.query(
      "ALTER TABLE cross_check_finding DISABLE TRIGGER cross_check_finding_append_only",
    );
    await world.behind.query("GRANT UPDATE ON distribution_run TO geldstroom_app");
    const run = await read(await ask());
    await world.behind.query("REVOKE UPDATE ON distribution_run FROM geldstroom_app");
    await world.behind.query(
      "ALTER TABLE cross_check_finding ENABLE TRIGGER cross_check_finding_append_only",
    );
    await world.behind.query("ALTER TABLE report_line ENABLE ROW LEVEL SECURITY");
    await world.behind.query("ALTER TABLE posting ENABLE TRIGGER posting_append_only");
    expect(await findings(run, "L9")).toMatchObject([{ about: { name: "report_line" }, difference: -1n }]);
    expect(await findings(run, "L1")).toMatchObject(
      ["cross_check_finding", "distribution_run", "posting"].map((name) => ({
        about: { name },
        difference: -1n,
      })),
    );
    const kept = run.outcomes.find(({ code }) => code === "L1")?.checked ?? 0;
    const { rows } = await world.behind.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM pg_trigger WHERE tgname LIKE '%\\_append\\_only'",
    );
    expect(kept).toBe(rows[0]?.count);
  });

  it("a line of an accepted report without its entry is found from both sides", async () => {
    const { rows } = await world.behind.query<{ report_id: string; area_id: string; theme_id: string }>(
      `SELECT l.report_id, l.area_id, l.theme_id FROM report_line l JOIN report r ON r.id = l.report_id
        WHERE r.status = 'accepted' AND l.spent_cents > 0 ORDER BY r.number, 2, 3 LIMIT 1`,
    );
    const line = rows[0];
    const where = `report_id = '${line?.report_id}' AND area_id = '${line?.area_id}' AND theme_id = '${line?.theme_id}'`;
    await behindTheGuards(
      "report_line",
      `UPDATE report_line SET spent_cents = spent_cents + 100 WHERE ${where}`,
    );
    const run = await read(await ask());
    await behindTheGuards(
      "report_line",
      `UPDATE report_line SET spent_cents = spent_cents - 100 WHERE ${where}`,
    );
    expect(await findings(run, "X19")).toMatchObject([
      { problem: "differs", difference: 100n, about: { at: { kind: "report", id: line?.report_id } } },
    ]);
  });
});

describe("the worker", () => {
  const said: string[] = [];
  const chore = crossCheckChore((line) => said.push(line));

  const jobsOf = async (run: string) =>
    (
      await world.behind.query<{ wait: boolean; queue: string }>(
        `SELECT j.run_at > now() AS wait, q.queue_name AS queue FROM graphile_worker._private_jobs j
           JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id WHERE j.key = $1`,
        [`cross_check:${run}`],
      )
    ).rows;

  it("holds every programme against its rules each night, each as a job of its own", async () => {
    expect(chore).toMatchObject({ name: "cross_check", every: "15 2 * * *" });
    const totalOf = async (id: string) => (await findRuns(await reads(), id, 1)).total;
    const before = [await totalOf(world.oefen), await totalOf(world.nplv)];
    await chore.run({}, false);
    // Broken off and tried again: what waits is not asked for a second time.
    await chore.run({}, false);
    for (const [index, id] of [world.oefen, world.nplv].entries()) {
      const { rows, total } = await findRuns(await reads(), id, 1);
      const [run] = rows;
      expect(total).toBe((before[index] ?? 0) + 1);
      expect(run).toMatchObject({ state: "waiting", person: null, current: true });
      expect(await jobsOf(run?.id ?? "")).toEqual([{ wait: false, queue: `cross_check:${id}` }]);
      await chore.run({ run: run?.id }, false);
      expect((await findRuns(await reads(), id, 1)).rows[0]).toMatchObject({ id: run?.id, state: "done" });
    }
    expect(said).toEqual([]);
  });

  it("comes after for a run that is done at once, in case that is broken off", async () => {
    const run = await read(await ask());
    expect(run.state).toBe("done");
    expect(await jobsOf(run.id)).toEqual([{ wait: true, queue: `cross_check:${world.oefen}` }]);
  });

  it("tries a run again before it says that it failed", async () => {
    const [run = ""] = await askNightlyRuns(new Date(), today());
    const rename = (from: string, to: string) =>
      world.behind.query(`ALTER TABLE account_balance RENAME COLUMN ${from} TO ${to}`);
    await rename("floor_cents", "floor_gone");
    await expect(chore.run({ run }, false)).rejects.toThrow();
    await rename("floor_gone", "floor_cents");
    await chore.run({ run }, false);
    expect((await findRuns(await reads(), world.nplv, 1)).rows[0]).toMatchObject({ id: run, state: "done" });
  });

  it("does a run that was asked for once, and one that keeps failing says so and keeps nothing", async () => {
    const [run = ""] = await askNightlyRuns(new Date(), today());
    await chore.run({ run }, false);
    await chore.run({ run }, false);
    await failRun(run);
    const newest = async () => (await findRuns(await reads(), world.nplv, 1)).rows[0];
    expect(await newest()).toMatchObject({ state: "done" });
    const done = await last(world.nplv);
    expect(done.behind).toBeNull();
    const [other = ""] = await askNightlyRuns(new Date(), today());
    expect(await newest()).toMatchObject({ state: "waiting" });
    expect(await last(world.nplv)).toMatchObject({ run: done.run, behind: { why: "waiting" } });
    await failRun(other);
    await chore.run({ run: other }, true);
    expect(await newest()).toMatchObject({ state: "failed", found: 0, checked: 0 });
    expect(await last(world.nplv)).toMatchObject({ run: done.run, behind: { why: "failed" } });
  });
});
