import pg from "pg";
import { describe, expect, it } from "vitest";
import { openReport } from "@/lib/commands/reports/open-report";
import { returnReport } from "@/lib/commands/reports/return-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { signReport } from "@/lib/commands/reports/sign-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { askWaiver } from "@/lib/commands/rules/ask-waiver";
import { decideStage } from "@/lib/commands/rules/decide-stage";
import { decideWaiver } from "@/lib/commands/rules/decide-waiver";
import { proposeStage } from "@/lib/commands/rules/propose-stage";
import { readPastReports } from "@/lib/db/rules/past-reports";
import { inContext } from "@/lib/db/transaction";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import type { ReportRuleCode } from "@/lib/domain/rules/report-rules";
import type { RuleStage } from "@/lib/domain/rules/stage";
import { findReport } from "@/lib/queries/reports/find-report";
import { findRuleBook } from "@/lib/queries/rules/find-rule-book";
import { replayRule } from "@/lib/queries/rules/replay-rule";
import { findRuleDecisions } from "@/lib/queries/work/rule-decisions";
import { dateInAmsterdam } from "@/lib/views/dates";
import { filled, key, makeReportingWorld, type ReportingWorld } from "../reports/reporting-world";
import { openConnections } from "../support/connections";
import { acting, asSystemActor } from "../support/ledger-fixture";

const today = dateInAmsterdam(new Date());
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
/** Nothing is allocated up to 2024 in this world, so all spend of 2024 is ahead of its year: rule X8. */
const AHEAD = { t: { spent: 500_00n, forecast: 500_00n }, u: { spent: 400_00n, forecast: 600_00n } };

const { db, owner, app } = await openConnections();
let serial = 0;

interface RulesWorld extends ReportingWorld {
  readonly second: Actor;
  readonly elsewhere: Actor;
  readonly visitor: Actor;
}

async function made(): Promise<RulesWorld> {
  const world = await makeReportingWorld(owner, `regel${++serial}`);
  const person = async (name: string) => {
    const { rows } = await owner.query<{ id: string }>("INSERT INTO person (name) VALUES ($1) RETURNING id", [
      name,
    ]);
    return rows[0]?.id ?? "";
  };
  return asSystemActor(owner, async () => {
    const taking = [world.ministryId, world.otherMinistryId, ...world.municipalities.map(({ id }) => id)];
    for (const id of taking)
      await owner.query(
        "INSERT INTO programme_participant (programme_id, organisation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        [world.programmeId, id],
      );
    const officer = { ...world.officer, roles: ["officer"] } as const;
    return {
      ...world,
      second: { ...officer, personId: await person("tweede") },
      elsewhere: { ...officer, personId: await person("elders"), organisationIds: [world.otherMinistryId] },
      visitor: { personId: null, name: "", scope: "public", roles: ["public"], organisationIds: [] },
    };
  });
}

/** As nobody can but who owns the machine. */
async function aroundGuards(sql: string, values: readonly unknown[]): Promise<void> {
  const superuser = new pg.Client(db.superuserUrl);
  await superuser.connect();
  await superuser.query("SET session_replication_role = replica");
  await superuser.query(sql, [...values]);
  await superuser.end();
}

const manages = (actor: Actor) => issueGrant("rule:manage", actor);
const reads = (actor: Actor) => issueGrant("claims:read", actor);

const propose = (
  world: RulesWorld,
  rule: ReportRuleCode,
  stage: RuleStage,
  validFrom = today,
  by = world.officer,
) =>
  proposeStage(manages(by), {
    idempotencyKey: key(),
    programmeId: world.programmeId,
    rule,
    stage,
    validFrom,
    reason: "omdat",
    today,
  });
const waiting = async (world: RulesWorld) => {
  const { stages } = await findRuleBook(reads(world.second), world.programmeId);
  return stages.find(({ agreed }) => agreed === null)?.id ?? "";
};
const decide = async (world: RulesWorld, by = world.second, agreed = true, reason: string | null = null) =>
  decideStage(manages(by), { programmeId: world.programmeId, stageId: await waiting(world), agreed, reason });
async function agree(world: RulesWorld, rule: ReportRuleCode, stage: RuleStage, validFrom = today) {
  await propose(world, rule, stage, validFrom);
  await decide(world);
}

async function saved(world: RulesWorld) {
  const municipality = world.municipalities[0]?.id ?? "";
  const window = world.windows[0] ?? "";
  const id = await openReport(world.grants.coordinator, { idempotencyKey: key(), window, municipality });
  const { version } = await saveReport(world.grants.coordinator, filled(world, { id, version: 1 }, AHEAD));
  return { id, version: Number(version) };
}
const file = (world: RulesWorld, id: string, grant = world.grants.coordinatorReads) =>
  findReport(grant, world.programmeId, id, today);
const submit = (world: RulesWorld, report: { readonly id: string; readonly version: number }) =>
  submitReport(world.grants.coordinator, {
    idempotencyKey: key(),
    report: report.id,
    version: report.version,
  });

describe("stages by date", () => {
  it("a rule informs as it was made, is kept but hidden on trial, and asks from the day on which it warns", async () => {
    const world = await made();
    const report = await saved(world);
    const severities = async (grant = world.grants.coordinatorReads) =>
      (await file(world, report.id, grant)).findings
        .filter(({ code }) => code === "X8")
        .map(({ severity }) => severity);
    expect(await severities()).toEqual(["inform", "inform"]);

    await agree(world, "X8", "simulate");
    expect(await severities()).toEqual([]);

    await agree(world, "X8", "warn", days(2));
    expect(await severities()).toEqual([]);
    const later = await findReport(world.grants.coordinatorReads, world.programmeId, report.id, days(2));
    expect(later.findings.filter(({ code }) => code === "X8")).toMatchObject([
      { severity: "question", field: "why.X8.gemeente a.t", answered: false },
      { severity: "question" },
    ]);
  });

  it("what the coordinator answers reaches the reviewer with the rule's version, and the history keeps each run", async () => {
    const world = await made();
    await agree(world, "X8", "warn");
    const report = await saved(world);
    await expect(submit(world, report)).rejects.toMatchObject({
      code: "blocked",
      reasons: [{ code: "reports.rules.X8.ahead" }, { code: "reports.rules.X8.ahead" }],
    });
    const explanations = ["t", "u"].map((theme) => ({
      code: "X8",
      line: `gemeente a.${theme}`,
      text: `eerder begonnen met ${theme}`,
    }));
    const stray = { code: "S15", line: "gemeente a.t", text: "niet gevraagd" };
    const before = await file(world, report.id);
    const { version } = await saveReport(world.grants.coordinator, {
      ...filled(world, report, AHEAD),
      explanations: [...explanations, stray],
    });
    expect((await file(world, report.id)).hash).not.toBe(before.hash);
    await submit(world, { id: report.id, version: Number(version) });

    const seen = await file(world, report.id, world.grants.officerReads);
    expect(seen.explanations).toEqual(explanations);
    expect(seen.findings.map(({ explanation }) => explanation)).toEqual(explanations.map(({ text }) => text));
    expect(seen.runs).toMatchObject([
      {
        step: "submit",
        version: Number(version),
        personName: "coordinator",
        findings: [
          {
            code: "X8",
            version: 1,
            severity: "question",
            line: "gemeente a.t",
            explanation: "eerder begonnen met t",
          },
          { code: "X8", explanation: "eerder begonnen met u" },
        ],
      },
    ]);
    const own = await file(world, report.id);
    expect(own.runs.map(({ step }) => step)).toEqual(["submit", "save", "save"]);
  });

  it("an answer that somebody else overtook is refused with both texts", async () => {
    const world = await made();
    await agree(world, "X8", "warn");
    const report = await saved(world);
    const answering = (text: string) => ({
      ...filled(world, report, AHEAD),
      explanations: [{ code: "X8", line: "gemeente a.t", text }],
    });
    await saveReport(world.grants.colleague, answering("van een collega"));
    await expect(saveReport(world.grants.coordinator, answering("van mij"))).rejects.toMatchObject({
      code: "stale",
      reasons: [
        {
          code: "reports.stale.why",
          field: "why.X8.gemeente a.t",
          facts: { rule: "X8", yours: "van mij", theirs: "van een collega", who: "colleague" },
        },
      ],
    });
  });

  it("what is on trial is kept for the ministry and shown to no municipality", async () => {
    const world = await made();
    await agree(world, "X8", "simulate");
    const report = await saved(world);
    await submit(world, report);
    expect((await file(world, report.id)).runs[0]?.findings).toEqual([]);
    const seen = await file(world, report.id, world.grants.officerReads);
    expect(seen.runs[0]?.findings.map(({ severity }) => severity)).toEqual(["simulated", "simulated"]);
    expect(seen.findings.map(({ severity }) => severity)).toEqual(["simulated", "simulated"]);
  });

  it("a rule that is put to block stops a submit, and one at rest no longer speaks", async () => {
    const world = await made();
    await agree(world, "X8", "block");
    const report = await saved(world);
    await expect(submit(world, report)).rejects.toMatchObject({ code: "blocked" });
    await agree(world, "X8", "retire");
    await submit(world, report);
  });
});

describe("who decides about a stage", () => {
  it("not who proposed it, in the application and in SQL; not twice; a refusal has a reason", async () => {
    const world = await made();
    await propose(world, "S15", "simulate");
    await expect(decide(world, world.officer)).rejects.toMatchObject({ code: "four_eyes" });
    const bare = (actor: Actor, agreed: boolean) =>
      acting(app, actor, async () =>
        app.query("INSERT INTO rule_stage_decision (stage_id, agreed, decided_by) VALUES ($1, $2, $3)", [
          id,
          agreed,
          actor.personId,
        ]),
      );
    const id = await waiting(world);
    await expect(bare(world.officer, true)).rejects.toMatchObject({ code: "GS008" });
    await expect(bare(world.second, false)).rejects.toMatchObject({ code: "GS010" });
    await expect(decide(world, world.second, false)).rejects.toMatchObject({ code: "reason_required" });
    await bare(world.second, true);
    await expect(bare(world.elsewhere, true)).rejects.toMatchObject({ code: "GS007" });
  });

  it("an officer of another ministry in the programme may agree; one of outside it may not propose", async () => {
    const world = await made();
    await propose(world, "S15", "simulate");
    await decide(world, world.elsewhere);
    const outside = await made();
    const stranger = { ...world.elsewhere, organisationIds: [outside.ministryId] };
    await expect(propose(world, "S21", "warn", today, stranger)).rejects.toMatchObject({
      code: "not_allowed",
    });
  });

  it("nobody weakens what is fixed and nobody works backwards, also in SQL", async () => {
    const world = await made();
    await expect(propose(world, "S4", "simulate")).rejects.toMatchObject({
      code: "blocked",
      reasons: [{ code: "stages.reasons.fixed" }],
    });
    const insert = (rule: string, stage: string, from: string) =>
      acting(app, world.officer, () =>
        app.query(
          "INSERT INTO rule_stage (programme_id, rule_code, stage, valid_from, reason, proposed_by) VALUES ($1, $2, $3, $4, 'x', $5)",
          [world.programmeId, rule, stage, from, world.officer.personId],
        ),
      );
    for (const rule of ["S3", "S4", "S8", "X7"])
      await expect(insert(rule, "warn", today)).rejects.toMatchObject({ code: "GS050" });
    await expect(insert("S15", "warn", days(-2))).rejects.toMatchObject({ code: "GS051" });
  });

  it("a municipality proposes nothing, and the public sees only what was agreed", async () => {
    const world = await made();
    const coordinator = world.grants.coordinator.actor;
    await expect(propose(world, "S15", "retire", today, coordinator)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await propose(world, "S15", "simulate");
    expect((await findRuleBook(reads(world.visitor), world.programmeId)).stages).toEqual([]);
    await decide(world);
    const [shown] = (await findRuleBook(reads(world.visitor), world.programmeId)).stages;
    expect(shown).toMatchObject({ code: "S15", agreed: true, proposer: null, decider: null });
  });
});

describe("waivers", () => {
  const ask = (world: RulesWorld, changes: { rule?: ReportRuleCode; expiresOn?: string } = {}, by?: Actor) =>
    askWaiver(by === undefined ? world.grants.coordinator : manages(by), {
      idempotencyKey: key(),
      programmeId: world.programmeId,
      rule: "X8",
      streamId: world.streamId,
      municipalityId: world.municipalities[0]?.id ?? "",
      areaId: null,
      reason: "de raad heeft voorgeschoten",
      expiresOn: days(30),
      today,
      ...changes,
    });
  const asked = async (world: RulesWorld, by: Actor) =>
    (await findRuleBook(reads(by), world.programmeId)).waivers;
  const grantIt = async (world: RulesWorld, by: Actor) => {
    const waiverId = (await asked(world, world.second))[0]?.id ?? "";
    await decideWaiver(manages(by), {
      programmeId: world.programmeId,
      waiverId,
      granted: true,
      reason: null,
    });
  };

  it("lifts the finding once another person granted it, shows that it did, and is published", async () => {
    const world = await made();
    await agree(world, "X8", "block");
    const report = await saved(world);
    await ask(world);
    await expect(submit(world, report)).rejects.toMatchObject({ code: "blocked" });
    expect(await asked(world, world.visitor)).toEqual([]);
    expect(await asked(world, world.grants.neighbour.actor)).toEqual([]);
    await grantIt(world, world.second);
    await submit(world, report);
    const { findings, runs } = await file(world, report.id, world.grants.officerReads);
    expect(findings.map(({ severity, waiver }) => [severity, waiver?.expiresOn])).toEqual([
      ["block", days(30)],
      ["block", days(30)],
    ]);
    expect(runs[0]?.findings.every(({ waiver }) => waiver)).toBe(true);
    expect(await asked(world, world.visitor)).toMatchObject([
      { granted: true, requester: null, decider: null },
    ]);
  });

  it("is not granted by who asked, in the application and in SQL, nor by a ministry that does not own the stream", async () => {
    const world = await made();
    await ask(world, {}, world.officer);
    await expect(grantIt(world, world.officer)).rejects.toMatchObject({ code: "four_eyes" });
    const id = (await asked(world, world.second))[0]?.id;
    const bare = (actor: Actor) =>
      acting(app, actor, () =>
        app.query("INSERT INTO rule_waiver_decision (waiver_id, granted, decided_by) VALUES ($1, true, $2)", [
          id,
          actor.personId,
        ]),
      );
    await expect(bare(world.officer)).rejects.toMatchObject({ code: "GS008" });
    await expect(bare(world.elsewhere)).rejects.toMatchObject({ code: "42501" });
    await expect(grantIt(world, world.elsewhere)).rejects.toMatchObject({ name: "NotFound" });
    await grantIt(world, world.second);
    await expect(grantIt(world, world.second)).rejects.toMatchObject({ code: "not_open" });
  });

  it("has an end, no fixed rule, and no municipality asks for another", async () => {
    const world = await made();
    await expect(ask(world, { expiresOn: days(400) })).rejects.toMatchObject({
      reasons: [{ code: "stages.reasons.too_long" }],
    });
    await expect(ask(world, { rule: "X7" })).rejects.toMatchObject({
      reasons: [{ code: "stages.reasons.not_waived" }],
    });
    const neighbour = world.grants.neighbour.actor;
    const insert = (municipality: string | undefined, rule: string, until: string) =>
      acting(app, neighbour, () =>
        app.query(
          "INSERT INTO rule_waiver (programme_id, stream_id, municipality_id, rule_code, reason, expires_on, requested_by) VALUES ($1, $2, $3, $4, 'x', $5, $6)",
          [world.programmeId, world.streamId, municipality, rule, until, neighbour.personId],
        ),
      );
    const [first, second] = world.municipalities;
    await expect(insert(first?.id, "X8", days(9))).rejects.toMatchObject({ code: "42501" });
    await expect(insert(second?.id, "X7", days(9))).rejects.toMatchObject({ code: "GS050" });
    await expect(insert(second?.id, "X8", days(400))).rejects.toMatchObject({ code: "23514" });
    await insert(second?.id, "X8", days(9));
  });
});

describe("what was kept stays as it was", () => {
  it("nobody changes a stage, a waiver, a decision, a run or a finding, or adds to an old run", async () => {
    const world = await made();
    await agree(world, "X8", "warn");
    const report = await saved(world);
    const tables = [
      "rule_stage",
      "rule_stage_decision",
      "rule_waiver",
      "rule_waiver_decision",
      "rule_run",
      "rule_finding",
    ];
    for (const table of tables) {
      await expect(acting(app, world.officer, () => app.query(`DELETE FROM ${table}`))).rejects.toThrow(
        /permission denied/,
      );
      for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`])
        await expect(asSystemActor(owner, () => owner.query(sql))).rejects.toThrow(/append_only/);
    }
    await expect(
      asSystemActor(owner, () => owner.query("UPDATE rule_finding SET explanation = 'x'")),
    ).rejects.toThrow(/append_only/);
    const { actor } = world.grants.coordinator;
    const late = acting(app, actor, () =>
      app.query(
        `INSERT INTO rule_finding (run_id, municipality_id, position, rule_code, rule_version, problem, severity, facts)
         SELECT id, municipality_id, 99, 'X8', 1, 'ahead', 'inform', '{}' FROM rule_run WHERE report_id = $1 LIMIT 1`,
        [report.id],
      ),
    );
    await expect(late).rejects.toMatchObject({ code: "GS001" });
  });

  it("an explanation is written while the report is with the municipality, by that municipality, and not after", async () => {
    const world = await made();
    const report = await saved(world);
    const write = (actor: Actor) =>
      acting(app, actor, () =>
        app.query(
          "INSERT INTO report_explanation (report_id, municipality_id, rule_code, line_key, text) VALUES ($1, $2, 'X8', '', 'x') ON CONFLICT (report_id, rule_code, line_key) DO UPDATE SET text = 'y'",
          [report.id, world.municipalities[0]?.id],
        ),
      );
    await expect(write(world.grants.neighbour.actor)).rejects.toMatchObject({ code: "42501" });
    await expect(write(world.officer)).rejects.toMatchObject({ code: "42501" });
    await submit(world, report);
    await expect(write(world.grants.coordinator.actor)).rejects.toMatchObject({ code: "42501" });
  });

  it("another municipality sees no run, a ministry none of a draft", async () => {
    const world = await made();
    const report = await saved(world);
    const runs = async (actor: Actor) =>
      (await acting(app, actor, () => app.query("SELECT 1 FROM rule_run WHERE report_id = $1", [report.id])))
        .rowCount;
    expect(await runs(world.grants.coordinator.actor)).toBe(1);
    expect(await runs(world.grants.neighbour.actor)).toBe(0);
    expect(await runs(world.officer)).toBe(0);
    await submit(world, report);
    expect(await runs(world.officer)).toBe(1);
  });
});

describe("what waits for a second person", () => {
  const waitsFor = (actor: Actor, world: RulesWorld) =>
    findRuleDecisions(manages(actor), world.programmeId, today);

  it("is on the desk of who can agree, and is gone once it is decided", async () => {
    const world = await made();
    await propose(world, "S15", "block");
    await askWaiver(issueGrant("report:fill", world.grants.coordinator.actor), {
      idempotencyKey: key(),
      programmeId: world.programmeId,
      rule: "S15",
      streamId: world.streamId,
      municipalityId: world.municipalities[0]?.id ?? "",
      areaId: null,
      reason: "verbouwing",
      expiresOn: days(30),
      today,
    });
    expect(await waitsFor(world.second, world)).toMatchObject({
      stages: [{ rule: "S15", stage: "block", own: false }],
      waivers: [{ rule: "S15", own: false, requester: "coordinator" }],
    });
    expect((await waitsFor(world.officer, world)).stages).toMatchObject([{ own: true }]);
    // Another ministry of the programme agrees to stages; a waiver is of the ministry that owns the stream.
    const elsewhere = await waitsFor(world.elsewhere, world);
    expect([elsewhere.stages.length, elsewhere.waivers]).toEqual([1, []]);
    await decide(world);
    expect((await waitsFor(world.second, world)).stages).toEqual([]);
    const expired = await findRuleDecisions(manages(world.second), world.programmeId, days(31));
    expect(expired.waivers).toEqual([]);
  });
});

describe("replay on past periods", () => {
  it("says whom a rule would have hit and for how much, and keeps nothing", async () => {
    const world = await made();
    const report = await saved(world);
    const reading = issueGrant("reconciliation:read", world.officer);
    expect(await replayRule(reading, world.programmeId, "X8")).toMatchObject({ reports: 0, rows: [] });
    await submit(world, report);
    const found = await replayRule(reading, world.programmeId, "X8");
    expect(found).toMatchObject({ reports: 1, hit: 1, findings: 2, municipalities: 1, amount: 900_00n });
    expect(found.rows).toMatchObject([
      { reportId: report.id, year: 2024, period: 1, lines: 2, amount: 900_00n },
    ]);
    expect(await replayRule(reading, world.programmeId, "S21")).toMatchObject({ reports: 1, rows: [] });
    const page = async () => {
      const { header, hash } = await file(world, report.id);
      return { idempotencyKey: key(), report: report.id, version: header.version, contentHash: hash };
    };
    await signReport(world.grants.signer, await page());
    await returnReport(world.grants.officer, {
      ...(await page()),
      reason: "nog eens",
      answerBy: null,
      parts: [],
    });
    expect(await replayRule(reading, world.programmeId, "X8")).toMatchObject({ reports: 0 });
  });

  it("judges a line with its years, its projects and the municipality's own means", async () => {
    const world = await made();
    const report = await saved(world);
    const T = "gemeente a.t";
    const parts = {
      own: cents(5_00n),
      projects: [
        { position: 1, name: "Buurthuis", spent: cents(300_00n) },
        { position: 3, name: "Speeltuin", spent: cents(100_00n) },
      ],
    };
    const line = (await file(world, report.id)).lines.find((one) => one.key === T);
    const { version } = await saveReport(world.grants.coordinator, {
      ...filled(world, report, {}),
      lines: [{ key: T, ...parts, spent: cents(400_00n) }],
    });
    await submit(world, { id: report.id, version: Number(version) });
    const reading = issueGrant("reconciliation:read", world.officer);
    const [past] = await inContext(reading.actor, (tx) => readPastReports(tx, world.programmeId));
    const then = past?.report.lines.find(({ key: at }) => at === T);
    expect(then).toMatchObject({ ...parts, years: line?.years });
    expect(line?.years.map(({ year }) => year)).toEqual([2024, 2025]);
    for (const code of ["X18", "S22", "S23"] as const)
      expect(await replayRule(reading, world.programmeId, code), code).toMatchObject({ reports: 1, hit: 0 });
    // What was taken away from a project is missed by X18, and a forecast without its years by S23.
    await aroundGuards("DELETE FROM report_project WHERE report_id = $1 AND position = 3", [report.id]);
    await aroundGuards("DELETE FROM report_forecast WHERE report_id = $1", [report.id]);
    expect(await replayRule(reading, world.programmeId, "X18")).toMatchObject({ hit: 1, findings: 1 });
    expect(await replayRule(reading, world.programmeId, "S23")).toMatchObject({ hit: 1, findings: 2 });
  });
});
