import { describe, expect, it } from "vitest";
import { acceptReport } from "@/lib/commands/reports/accept-report";
import { openReport } from "@/lib/commands/reports/open-report";
import { returnReport } from "@/lib/commands/reports/return-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { sayRemark } from "@/lib/commands/reports/say-remark";
import { signReport } from "@/lib/commands/reports/sign-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import type { RemarkSubject } from "@/lib/domain/reports/remarks";
import { findReport } from "@/lib/queries/reports/find-report";
import { openConnections } from "../support/connections";
import { acting } from "../support/ledger-fixture";
import { filled, key, makeReportingWorld, type ReportingWorld } from "./reporting-world";

const TODAY = "2026-11-23";
const FULL = { t: { spent: 500_00n, forecast: 500_00n }, u: { spent: 500_00n, forecast: 500_00n } };
const LINE_T: RemarkSubject = { is: "line", key: "gemeente a.t" };

const { owner, app } = await openConnections();
let serial = 0;

const read = (world: ReportingWorld, id: string) =>
  findReport(world.grants.coordinatorReads, world.programmeId, id, TODAY);
const exact = async (world: ReportingWorld, id: string) => {
  const { header, hash } = await read(world, id);
  return { idempotencyKey: key(), report: id, version: header.version, contentHash: hash };
};
const submit = async (world: ReportingWorld, id: string) => {
  const { header } = await read(world, id);
  await submitReport(world.grants.coordinator, {
    idempotencyKey: key(),
    report: id,
    version: header.version,
  });
};

async function signedReport() {
  const world = await makeReportingWorld(owner, `terug${++serial}`);
  const id = await openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[0] ?? "",
    municipality: world.municipalities[0]?.id ?? "",
  });
  await saveReport(world.grants.coordinator, filled(world, { id, version: 1 }, FULL));
  await submit(world, id);
  await signReport(world.grants.signer, await exact(world, id));
  return { world, id };
}
const giveBack = async (world: ReportingWorld, id: string, ...subjects: RemarkSubject[]) => {
  const { header } = await read(world, id);
  await returnReport(world.grants.officer, {
    idempotencyKey: key(),
    report: id,
    version: header.version,
    reason: null,
    answerBy: "2026-12-01",
    parts: subjects.map((subject) => ({ subject, text: "Licht dit toe." })),
  });
};
const save = async (
  world: ReportingWorld,
  id: string,
  amounts: Parameters<typeof filled>[2],
  results: Parameters<typeof saveReport>[1]["results"] = [],
) => {
  const { header } = await read(world, id);
  return saveReport(world.grants.coordinator, {
    ...filled(world, { id, version: header.version }, amounts),
    results,
  });
};

describe("a return of one line", () => {
  it("opens that line and no other; the rest is refused by name and nothing of it is kept", async () => {
    const { world, id } = await signedReport();
    await giveBack(world, id, LINE_T);
    const both = { t: { spent: 400_00n, forecast: 500_00n }, u: { spent: 1n, forecast: 500_00n } };
    await expect(save(world, id, both, [{ key: "bereik", result: 99n }])).rejects.toMatchObject({
      code: "blocked",
      reasons: [
        { code: "reports.review.notReturned", field: "spent.gemeente a.u" },
        { code: "reports.review.notReturned", field: "result.bereik" },
      ],
    });
    expect((await read(world, id)).lines.map(({ spent }) => spent)).toEqual([500_00n, 500_00n]);
    await save(world, id, { t: { spent: 400_00n, forecast: 600_00n } });
    expect((await read(world, id)).lines.map(({ spent }) => spent)).toEqual([400_00n, 500_00n]);
  });

  it("SQL itself keeps what was not given back", async () => {
    const { world, id } = await signedReport();
    await giveBack(world, id, LINE_T);
    const { actor } = world.grants.coordinator;
    const change = (theme: number) =>
      acting(app, actor, () =>
        app.query("UPDATE report_line SET spent_cents = 1 WHERE report_id = $1 AND theme_id = $2", [
          id,
          world.themes[theme]?.id,
        ]),
      );
    await expect(change(1)).rejects.toMatchObject({ code: "GS030" });
    await expect(
      acting(app, actor, () => app.query("UPDATE report_result SET value = 5 WHERE report_id = $1", [id])),
    ).rejects.toMatchObject({ code: "GS030" });
    await expect(
      acting(app, actor, () =>
        app.query(
          "INSERT INTO report_project (report_id, municipality_id, area_id, theme_id, position, name) VALUES ($1, $2, $3, $4, 1, 'x')",
          [id, actor.organisationIds[0], world.municipalities[0]?.areaId, world.themes[1]?.id],
        ),
      ),
    ).rejects.toMatchObject({ code: "GS030" });
    expect((await change(0)).rowCount).toBe(1);
  });

  it("voids the signature of its own section at once, keeps the others, and only that one is signed anew", async () => {
    const { world, id } = await signedReport();
    await giveBack(world, id, LINE_T);
    const valid = async () =>
      Object.fromEntries((await read(world, id)).signed.map((one) => [one.key, one.valid]));
    expect(await valid()).toEqual({ "gemeente a": true, results: true });
    await save(world, id, { t: { spent: 400_00n, forecast: 600_00n } });
    expect(await valid()).toEqual({ "gemeente a": false, results: true });
    await submit(world, id);
    const file = await read(world, id);
    expect(file.header.status).toBe("submitted");
    expect(file.changes).toEqual([
      { of: "line", key: LINE_T.key, field: "spent", before: 500_00n, after: 400_00n },
      { of: "line", key: LINE_T.key, field: "forecast", before: 500_00n, after: 600_00n },
      { of: "line", key: LINE_T.key, field: "year.2025", before: 500_00n, after: 600_00n },
    ]);
    await signReport(world.grants.signer, await exact(world, id));
    expect(await valid()).toEqual({ "gemeente a": true, results: true });
    const { rows } = await acting(app, world.grants.signer.actor, () =>
      app.query("SELECT section FROM report_signature WHERE report_id = $1 ORDER BY at, section", [id]),
    );
    expect(rows.map(({ section }) => section)).toEqual(["gemeente a", "results", "gemeente a"]);
    await acceptReport(world.grants.officer, await exact(world, id));
    expect((await read(world, id)).header.status).toBe("accepted");
  });

  it("who stands by every figure says why, and that is signed anew; without it the report does not come back", async () => {
    const { world, id } = await signedReport();
    await giveBack(world, id, LINE_T);
    await expect(submit(world, id)).rejects.toMatchObject({ reasons: [{ code: "reports.rules.W7.same" }] });
    const { header } = await read(world, id);
    await saveReport(world.grants.coordinator, {
      ...filled(world, { id, version: header.version }, {}),
      results: [],
      explanations: [{ code: "W7", line: "", text: "Nagerekend: de cijfers kloppen." }],
    });
    expect((await read(world, id)).signed.map(({ valid }) => valid)).toEqual([false, false]);
    await submit(world, id);
    expect((await read(world, id)).header.status).toBe("submitted");
    await signReport(world.grants.signer, await exact(world, id));
    expect((await read(world, id)).header.status).toBe("signed");
  });

  it("names a place that the report has, or is not found", async () => {
    const { world, id } = await signedReport();
    await expect(giveBack(world, id, { is: "line", key: "elders.t" })).rejects.toMatchObject({
      name: "NotFound",
    });
  });
});

describe("questions and remarks", () => {
  const say = (
    grant: ReportingWorld["grants"]["officer"] | ReportingWorld["grants"]["coordinator"],
    id: string,
    more: Partial<Parameters<typeof sayRemark>[1]> = {},
  ) =>
    sayRemark(grant, {
      idempotencyKey: key(),
      report: id,
      kind: "comment",
      subject: { is: "whole" },
      answers: null,
      answerBy: null,
      text: "tekst",
      ...more,
    });

  it("acceptance waits for the answer to a question, and for nothing else", async () => {
    const { world, id } = await signedReport();
    await say(world.grants.officer, id, { kind: "question", subject: LINE_T });
    await say(world.grants.officer, id);
    await expect(acceptReport(world.grants.officer, await exact(world, id))).rejects.toMatchObject({
      code: "blocked",
      reasons: [{ code: "reports.rules.Q2.open", facts: { count: "1" } }],
    });
    const asked = (await read(world, id)).remarks.find(({ kind }) => kind === "question");
    await say(world.grants.coordinator, id, { answers: asked?.id ?? "" });
    const answer = (await read(world, id)).remarks.at(-1);
    expect(answer).toMatchObject({ kind: "answer", side: "municipality", subject: LINE_T });
    await acceptReport(world.grants.officer, await exact(world, id));
    await expect(say(world.grants.officer, id)).rejects.toMatchObject({ code: "not_open" });
  });

  it("nobody from elsewhere says or reads anything, and nothing said is changed", async () => {
    const { world, id } = await signedReport();
    for (const grant of [world.grants.neighbour, world.grants.otherOfficer])
      await expect(say(grant, id)).rejects.toMatchObject({ name: "NotFound" });
    await say(world.grants.coordinator, id);
    const { actor } = world.grants.neighbour;
    const seen = await acting(app, actor, () =>
      app.query("SELECT 1 FROM report_remark WHERE report_id = $1", [id]),
    );
    expect(seen.rowCount).toBe(0);
    await expect(
      acting(app, world.grants.coordinator.actor, () =>
        app.query("UPDATE report_remark SET text = 'anders' WHERE report_id = $1", [id]),
      ),
    ).rejects.toMatchObject({ code: "42501" });
    await expect(owner.query("DELETE FROM report_remark WHERE report_id = $1", [id])).rejects.toMatchObject({
      code: "GS001",
    });
  });

  it("a ministry does not read what a municipality says about a draft", async () => {
    const { world, id } = await signedReport();
    await giveBack(world, id, LINE_T);
    await say(world.grants.coordinator, id, { text: "nog uitzoeken" });
    const file = await findReport(world.grants.officerReads, world.programmeId, id, TODAY);
    expect(file.remarks.map(({ text }) => text)).toEqual(["Licht dit toe."]);
  });
});

it("SQL refuses a signature of who filled it, one under a draft, and acceptance of what is not signed", async () => {
  const { world, id } = await signedReport();
  await giveBack(world, id, LINE_T);
  await save(world, id, { t: { spent: 400_00n, forecast: 600_00n } });
  const insert = (actor: ReportingWorld["grants"]["signer"]["actor"]) =>
    acting(app, actor, () =>
      app.query(
        "INSERT INTO report_signature (report_id, municipality_id, section, section_hash, version, person_id) VALUES ($1, $2, 'results', 'x', 1, $3)",
        [id, actor.organisationIds[0], actor.personId],
      ),
    );
  await expect(insert(world.grants.coordinator.actor)).rejects.toMatchObject({ code: "GS008" });
  await expect(insert(world.grants.signer.actor)).rejects.toMatchObject({ code: "GS007" });
  await expect(
    acting(app, world.officer, () =>
      app.query(
        "INSERT INTO report_event (report_id, municipality_id, version, action, person_id) VALUES ($1, $2, 9, 'accepted', $3)",
        [id, world.municipalities[0]?.id, world.officer.personId],
      ),
    ),
  ).rejects.toMatchObject({ code: "GS007" });
});
