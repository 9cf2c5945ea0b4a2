import pg from "pg";
import { describe, expect, it } from "vitest";
import { addEvidence } from "@/lib/commands/evidence/add-evidence";
import { answerRequest, askEvidence, withdrawRequest } from "@/lib/commands/sampling/ask-evidence";
import { drawSample } from "@/lib/commands/sampling/draw-sample";
import { recordResult, restIsRight } from "@/lib/commands/sampling/record-result";
import { setSampleMinimum } from "@/lib/commands/sampling/set-minimum";
import { cents } from "@/lib/domain/money";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { outcomeOf } from "@/lib/domain/sampling/outcome";
import type { DrawInput } from "@/lib/input/sampling";
import { findRequest, listRequests } from "@/lib/queries/sampling/evidence-requests";
import { drawAgain, exportSamples, findSample } from "@/lib/queries/sampling/find-sample";
import { pdfFile } from "../../unit/files/evidence/corpus";
import { formFile } from "../evidence/evidence-world";
import { key } from "../reports/reporting-world";
import { openConnections } from "../support/connections";
import { acting } from "../support/ledger-fixture";
import { accepted, makeSamplingWorld, type SamplingWorld, sidesOf, TODAY } from "./sampling-world";

const { db, owner, app } = await openConnections();
let serial = 0;

const made = () => makeSamplingWorld(owner, `proef${++serial}`);
const programmeOf = (world: SamplingWorld) => ({ id: world.programmeId, numberPrefix: "T" });
const draw = (world: SamplingWorld, change: Partial<DrawInput> = {}) =>
  drawSample(
    world.audits,
    programmeOf(world),
    {
      idempotencyKey: key(),
      method: "monetary",
      streamId: null,
      municipalityId: null,
      year: null,
      knownAt: instantNow(new Date()),
      confidence: 9500,
      tolerable: 5000,
      expected: 0,
      seed: "dobbelsteen-1",
      purpose: "rechtmatigheid",
      ...change,
    },
    TODAY,
  );
const read = (world: SamplingWorld, id: string) => findSample(world.audits, world.programmeId, id);
const itemOf = async (world: SamplingWorld, id: string, index = 0) =>
  (await read(world, id)).items[index]?.seq ?? 0n;
const record = async (
  world: SamplingWorld,
  sampleId: string,
  seq: bigint,
  audited: bigint,
  uncertain = 0n,
  version = 0,
) =>
  recordResult(
    world.audits,
    { programmeId: world.programmeId, sampleId, seq },
    {
      idempotencyKey: key(),
      version,
      established: { audited: cents(audited), uncertain: cents(uncertain) },
      remark: "gezien",
    },
  );
const ask = (world: SamplingWorld, sampleId: string, seq: bigint | null = null) =>
  askEvidence(world.audits, {
    idempotencyKey: key(),
    programmeId: world.programmeId,
    sampleId,
    seq,
    question: "Stuur de factuur.",
    dueOn: "2026-12-31",
    today: TODAY,
  });

describe("drawing a sample", () => {
  it("keeps population, seed and items, and the same comes out when it is drawn again", async () => {
    const world = await made();
    const id = await draw(world);
    const { header, items, zeros } = await read(world, id);
    // Positive lines 400, 300 and 250; the line on which nothing was spent stands apart (A10).
    expect(header.population).toMatchObject({
      totals: { positive: 3, positiveCents: 950_00n, negative: 0, negativeCents: 0n },
      zeros: 1,
    });
    expect(zeros).toMatchObject([{ number: expect.any(String), areaName: "gemeente a" }]);
    // 950,00 x 50 % / 2,9958 = 158,55: every line is at least one interval.
    expect(header.interval).toBe(158_55n);
    expect(items.map(({ amount, stratum }) => [amount, stratum])).toEqual([
      [400_00n, "top"],
      [300_00n, "top"],
      [250_00n, "top"],
    ]);
    expect(await drawAgain(world.audits, world.programmeId, id)).toMatchObject({ same: true, differs: [] });
    const second = await read(world, await draw(world, { knownAt: header.population.knownAt }));
    expect(second.items).toEqual(items);
    expect(second.header.population.digest).toBe(header.population.digest);
    expect(second.header.number).not.toBe(header.number);
  });

  it("is of what was known at its instant; what is booked later is reported as outside it", async () => {
    const world = await made();
    const before = instantNow(new Date());
    const [a] = sidesOf(world);
    await accepted(world, a, 1, {
      t: { spent: 100_00n, forecast: 600_00n, correction: -150_00n },
      u: { spent: 900_00n, forecast: 100_00n },
    });
    const id = await draw(world, { knownAt: before });
    const { header, later } = await read(world, id);
    expect(header.population.totals.positive).toBe(3);
    expect(later).toMatchObject({ count: 3, amount: 850_00n });
    const now = await read(world, await draw(world));
    expect(now.header.population.totals).toEqual({
      positive: 5,
      positiveCents: 1_950_00n,
      negative: 1,
      negativeCents: -150_00n,
    });
    expect(now.items.every(({ amount }) => amount > 0n)).toBe(true);
    expect(now.later.count).toBe(0);
  });

  it("is of one municipality, stream or year when that is asked", async () => {
    const world = await made();
    const only = await read(world, await draw(world, { municipalityId: world.municipalities[1]?.id ?? "" }));
    expect(only.items.map(({ municipalityName }) => municipalityName)).toEqual(["gemeente b", "gemeente b"]);
    await expect(draw(world, { year: 2023 })).rejects.toMatchObject({
      reasons: [{ code: "sampling.reasons.nothing" }],
    });
    await expect(draw(world, { streamId: world.programmeId })).rejects.toMatchObject({ name: "NotFound" });
    await expect(draw(world, { expected: 4999 })).rejects.toMatchObject({
      reasons: [{ code: "sampling.reasons.expected_too_high" }],
    });
  });

  it("does the same form once", async () => {
    const world = await made();
    const again = key();
    const both = await Promise.all(
      [1, 2].map(() =>
        draw(world, { idempotencyKey: again, knownAt: "2026-11-28T00:00:00.000000Z" }).catch(
          () => "nothing known",
        ),
      ),
    );
    expect(both).toEqual(["nothing known", "nothing known"]);
    const knownAt = instantNow(new Date());
    const ids = await Promise.all([1, 2].map(() => draw(world, { idempotencyKey: again, knownAt })));
    expect(new Set(ids).size).toBe(1);
    expect(await exportSamples(world.audits, world.programmeId)).toHaveLength(1);
  });

  it("A6: takes an item along of every scheme that reaches the amount in the year, and later settings change nothing", async () => {
    const world = await made();
    await setSampleMinimum(world.audits, world.programmeId, {
      idempotencyKey: key(),
      firstYear: 2024,
      threshold: cents(400_00n),
      source: "nota",
    });
    // One attribute item leaves one of the two municipalities without, and both reach 400,00.
    const id = await draw(world, { method: "attribute", tolerable: 9999, confidence: 5000 });
    const { items } = await read(world, id);
    expect(items.map(({ stratum }) => stratum).sort()).toEqual(["minimum", "sampled"]);
    expect(new Set(items.map(({ municipalityName }) => municipalityName)).size).toBe(2);
    await setSampleMinimum(world.audits, world.programmeId, {
      idempotencyKey: key(),
      firstYear: 2024,
      threshold: cents(10_000_00n),
      source: "andere nota",
    });
    expect(await drawAgain(world.audits, world.programmeId, id)).toMatchObject({ same: true });
  });

  it("a setting whose transaction began before a sample was drawn and ended after it is a later one", async () => {
    const world = await made();
    let id = "";
    await acting(app, world.auditor, async () => {
      await app.query("SELECT now()");
      id = await draw(world, { method: "attribute", tolerable: 9999, confidence: 5000 });
      await app.query(
        `INSERT INTO sample_minimum (programme_id, first_year, version, threshold_cents, source, created_by)
         VALUES ($1, 2024, 1, 40000, 'nota', $2)`,
        [world.programmeId, world.auditor.personId],
      );
    });
    expect(await drawAgain(world.audits, world.programmeId, id)).toMatchObject({ same: true, differs: [] });
  });
});

describe("results", () => {
  it("each item gets one, a later version leaves the earlier, and then the projection is there", async () => {
    const world = await made();
    const id = await draw(world);
    const first = await itemOf(world, id);
    await record(world, id, first, 400_00n);
    await expect(record(world, id, first, 300_00n)).rejects.toMatchObject({ code: "stale" });
    await record(world, id, first, 300_00n, 60_00n, 1);
    let sample = await read(world, id);
    expect(outcomeOf(sample.header, sample.items)).toEqual({ kind: "open", left: 2 });
    await restIsRight(
      world.audits,
      { programmeId: world.programmeId, sampleId: id },
      { idempotencyKey: key(), left: 2, remark: "facturen gezien" },
    );
    sample = await read(world, id);
    expect(sample.items[0]?.results).toHaveLength(2);
    expect(outcomeOf(sample.header, sample.items)).toMatchObject({
      kind: "monetary",
      // Everything was examined: what was found is what there is.
      projections: {
        errors: { upper: 40_00n },
        uncertainties: { upper: 60_00n },
        together: { upper: 100_00n },
      },
      tolerable: 475_00n,
      supports: true,
    });
    expect(sample.header).toMatchObject({ examined: 3, deviating: 1 });
  });

  it("refuses more than there is, and a difference without a remark", async () => {
    const world = await made();
    const id = await draw(world);
    const seq = await itemOf(world, id);
    await expect(record(world, id, seq, 300_00n, 100_01n)).rejects.toMatchObject({
      reasons: [{ code: "sampling.reasons.uncertain_too_high", field: "uncertain" }],
    });
    await expect(record(world, id, seq, -1n)).rejects.toMatchObject({
      reasons: [{ code: "sampling.reasons.below_zero", field: "audited" }],
    });
    const place = { programmeId: world.programmeId, sampleId: id, seq };
    const bare = { idempotencyKey: key(), version: 0, remark: null };
    await expect(
      recordResult(world.audits, place, {
        ...bare,
        established: { audited: cents(1n), uncertain: cents(0n) },
      }),
    ).rejects.toMatchObject({ reasons: [{ code: "sampling.reasons.remark" }] });
    await expect(
      recordResult(world.audits, { ...place, seq: 1n }, { ...bare, established: { deviates: false } }),
    ).rejects.toMatchObject({ name: "NotFound" });
  });
});

describe("requests for evidence", () => {
  it("go to the municipality of each item, which sees only its own and answers with a document", async () => {
    const world = await made();
    const id = await draw(world);
    await ask(world, id);
    expect(await listRequests(world.requests.auditor, world.programmeId)).toHaveLength(3);
    const own = await listRequests(world.requests.own, world.programmeId);
    expect(own.map(({ municipalityName }) => municipalityName)).toEqual(["gemeente a"]);
    expect(await listRequests(world.requests.neighbour, world.programmeId)).toHaveLength(2);
    const [request] = own;
    await expect(
      findRequest(world.requests.neighbour, world.programmeId, request?.id ?? ""),
    ).rejects.toMatchObject({
      name: "NotFound",
    });
    // The report was accepted long ago: only because it is asked for, a document is taken in.
    const place = { programmeId: world.programmeId, reportId: world.reports[0] ?? "" };
    const input = { idempotencyKey: key(), kind: "invoice" as const, amount: cents(1n), note: null };
    const other = { ...input, idempotencyKey: key(), line: "gemeente a.u", request: null };
    expect(
      await addEvidence(world.grants.coordinator, place, other, formFile(await pdfFile("x"), "x.pdf")),
    ).toMatchObject({
      problem: "not_open",
    });
    const answer = { ...input, line: "gemeente a.t", request: request?.id ?? "" };
    expect(
      await addEvidence(world.grants.coordinator, place, answer, formFile(await pdfFile("a"), "factuur.pdf")),
    ).toBeNull();
    const seen = await findRequest(world.requests.auditor, world.programmeId, request?.id ?? "");
    expect(seen.request.end).toMatchObject({ outcome: "answered", document: { fileName: "factuur.pdf" } });
    expect(seen.documents).toHaveLength(1);
    // Answered is closed: the line takes no more.
    const late = { ...input, idempotencyKey: key(), line: "gemeente a.t", request: null };
    expect(
      await addEvidence(world.grants.coordinator, place, late, formFile(await pdfFile("b"), "b.pdf")),
    ).toMatchObject({
      problem: "not_open",
    });
  });

  it("one at a time per item; after an answer or a withdrawal it can be asked again", async () => {
    const world = await made();
    const id = await draw(world);
    const seq = await itemOf(world, id);
    await ask(world, id, seq);
    await expect(ask(world, id, seq)).rejects.toMatchObject({
      reasons: [{ code: "sampling.reasons.nothing_to_ask" }],
    });
    const [request] = await listRequests(world.requests.own, world.programmeId);
    const end = { programmeId: world.programmeId, request: request?.id ?? "" };
    await expect(
      answerRequest(world.grants.neighbour, {
        ...end,
        idempotencyKey: key(),
        document: null,
        note: "niet van mij",
      }),
    ).rejects.toMatchObject({ name: "NotFound" });
    await expect(
      answerRequest(world.grants.coordinator, { ...end, idempotencyKey: key(), document: null, note: null }),
    ).rejects.toMatchObject({ reasons: [{ code: "sampling.reasons.empty_answer" }] });
    await answerRequest(world.grants.coordinator, {
      ...end,
      idempotencyKey: key(),
      document: null,
      note: "geen factuur",
    });
    await expect(
      withdrawRequest(world.audits, { ...end, idempotencyKey: key(), note: "vergissing" }),
    ).rejects.toMatchObject({ code: "not_open" });
    await ask(world, id, seq);
    expect(await listRequests(world.requests.own, world.programmeId)).toHaveLength(2);
  });
});

describe("what SQL refuses, whoever asks", () => {
  it("a municipality and a ministry see nothing of a sample, and a neighbour no request", async () => {
    const world = await made();
    const id = await draw(world);
    await record(world, id, await itemOf(world, id), 400_00n);
    await ask(world, id, await itemOf(world, id));
    const rows = async (table: string) => (await app.query(`SELECT * FROM ${table}`)).rows;
    for (const actor of [
      world.grants.coordinator.actor,
      world.grants.officer.actor,
      world.grants.neighbour.actor,
    ])
      await acting(app, actor, async () => {
        for (const table of ["sample", "sample_item", "sample_result"])
          expect(await rows(table), table).toEqual([]);
      });
    for (const actor of [world.grants.officer.actor, world.grants.neighbour.actor])
      await acting(app, actor, async () => {
        expect(await rows("evidence_request")).toEqual([]);
      });
    await acting(app, world.grants.coordinator.actor, async () => {
      expect(await rows("evidence_request")).toHaveLength(1);
    });
    for (const table of [
      "sample",
      "sample_item",
      "sample_result",
      "sample_minimum",
      "evidence_request",
      "evidence_request_end",
    ])
      expect((await owner.query(`SELECT * FROM ${table}`)).rows, table).toEqual([]);
  });

  it("nobody but an auditor draws, records or asks, and a municipality answers only its own", async () => {
    const world = await made();
    const id = await draw(world);
    const seq = await itemOf(world, id);
    await ask(world, id, seq);
    const [request] = await listRequests(world.requests.own, world.programmeId);
    const { coordinator, officer, neighbour } = world.grants;
    const result = `INSERT INTO sample_result (sample_id, seq, version, audited_cents, uncertain_cents, deviates, recorded_by)
      VALUES ($1, $2, 1, 40000, 0, false, $3)`;
    for (const { actor } of [coordinator, officer, neighbour])
      await expect(
        acting(app, actor, () => app.query(result, [id, seq, actor.personId])),
      ).rejects.toMatchObject({ code: expect.stringMatching(/42501|GS070/) });
    const ends = `INSERT INTO evidence_request_end (request_id, municipality_id, outcome, note, person_id) VALUES ($1, $2, $3, 'x', $4)`;
    const end = (actor: typeof officer.actor, outcome: string, place: number) =>
      acting(app, actor, () =>
        app.query(ends, [request?.id, world.municipalities[place]?.id, outcome, actor.personId]),
      );
    await expect(end(neighbour.actor, "answered", 0)).rejects.toMatchObject({
      code: expect.stringMatching(/42501|GS007/),
    });
    await expect(end(neighbour.actor, "answered", 1)).rejects.toMatchObject({
      code: expect.stringMatching(/42501|GS007/),
    });
    await expect(end(coordinator.actor, "withdrawn", 0)).rejects.toMatchObject({ code: "42501" });
    await expect(end(officer.actor, "answered", 0)).rejects.toMatchObject({
      code: expect.stringMatching(/42501|GS007/),
    });
  });

  it("an auditor changes no money: no entry, no report line, no allocation", async () => {
    const world = await made();
    const attempts = [
      `INSERT INTO allocation (programme_id, number, stream_id, tranche_id, theme_id, municipality_id, area_id) SELECT programme_id, 'X', stream_id, tranche_id, theme_id, municipality_id, area_id FROM allocation LIMIT 1`,
      "SELECT * FROM ledger.append((SELECT programme_id FROM entry LIMIT 1), $1::uuid, '[]'::jsonb)",
    ];
    for (const sql of attempts)
      await expect(
        acting(app, world.auditor, () => app.query(sql, sql.includes("$1") ? [world.auditor.personId] : [])),
        sql,
      ).rejects.toThrow();
    const { rowCount } = await acting(app, world.auditor, () =>
      app.query("UPDATE report_line SET spent_cents = 1"),
    );
    expect(rowCount).toBe(0);
  });

  it("a sample of another moment, items of another population or amount, items later, and any change", async () => {
    const world = await made();
    const id = await draw(world, { municipalityId: world.municipalities[0]?.id ?? "" });
    const { header } = await read(world, id);
    const other = (
      await read(world, await draw(world, { municipalityId: world.municipalities[1]?.id ?? "" }))
    ).items[0];
    const as = <T>(work: () => Promise<T>) => acting(app, world.auditor, work);
    const copy = (
      columns: string,
    ) => `INSERT INTO sample (programme_id, number, method, purpose, known_at, ledger_seq, generator, seed,
        confidence, tolerable, expected, factor, interval_cents, start_cents, size, positive_count, positive_cents, negative_count,
        negative_cents, zero_count, digest, item_count, drawn_by, municipality_id)
      SELECT programme_id, 'N', method, purpose, ${columns}, generator, seed, confidence, tolerable, expected, factor, interval_cents,
        start_cents, size, positive_count, positive_cents, negative_count, negative_cents, zero_count, digest, 1, drawn_by, municipality_id
        FROM sample WHERE id = $1 RETURNING id`;
    await expect(as(() => app.query(copy("known_at, ledger_seq - 1"), [id]))).rejects.toMatchObject({
      code: "GS070",
    });
    await expect(
      as(() => app.query(copy("now() + interval '1 day', ledger_seq"), [id])),
    ).rejects.toMatchObject({ code: "GS070" });
    const add = `INSERT INTO sample_item (sample_id, programme_id, seq, position, stratum, amount_cents, municipality_id)
      VALUES ($1, $2, $3, 1, 'top', $4, $5)`;
    const inNew = (seq: bigint, amount: bigint, place: number) =>
      as(async () => {
        const { rows } = await app.query<{ id: string }>(copy("known_at, ledger_seq"), [id]);
        await app.query(add, [rows[0]?.id, world.programmeId, seq, amount, world.municipalities[place]?.id]);
      });
    const own = await itemOf(world, id);
    await expect(inNew(own, 400_01n, 0), "another amount").rejects.toMatchObject({ code: "GS070" });
    await expect(inNew(other?.seq ?? 0n, other?.amount ?? 0n, 1), "another population").rejects.toMatchObject(
      { code: "GS070" },
    );
    await expect(
      as(() => app.query(copy("known_at, ledger_seq"), [id])),
      "without items",
    ).rejects.toMatchObject({ code: "GS070" });
    await expect(
      as(() =>
        app.query(add.replace(", 1, 'top'", ", 9, 'top'"), [
          id,
          world.programmeId,
          other?.seq,
          other?.amount,
          world.municipalities[1]?.id,
        ]),
      ),
      "later",
    ).rejects.toMatchObject({ code: "GS001" });
    expect(header.items).toBe(1);
    const superuser = new pg.Client(db.superuserUrl);
    await superuser.connect();
    try {
      for (const table of [
        "sample",
        "sample_item",
        "sample_result",
        "sample_minimum",
        "evidence_request",
        "evidence_request_end",
      ])
        for (const what of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`])
          await expect(superuser.query(what), what).rejects.toMatchObject({ code: "GS001" });
      await expect(superuser.query("UPDATE sample SET seed = 'abcdef'")).rejects.toMatchObject({
        code: "GS001",
      });
    } finally {
      await superuser.end();
    }
  });

  it("a result that cannot be, a request about another line, and a document of another line", async () => {
    const world = await made();
    const id = await draw(world);
    const seq = await itemOf(world, id);
    const as = <T>(work: () => Promise<T>) => acting(app, world.auditor, work);
    const result = (audited: bigint, uncertain: bigint, deviates: boolean, version = 1) =>
      as(() =>
        app.query(
          "INSERT INTO sample_result (sample_id, seq, version, audited_cents, uncertain_cents, deviates, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
          [id, seq, version, audited, uncertain, deviates, world.auditor.personId],
        ),
      );
    await expect(result(300_00n, 100_01n, true)).rejects.toMatchObject({ code: "GS070" });
    await expect(result(300_00n, 0n, false)).rejects.toMatchObject({ code: "GS070" });
    await expect(result(400_00n, 0n, false, 2)).rejects.toMatchObject({ code: "GS009" });
    await expect(
      as(() =>
        app.query(
          `INSERT INTO evidence_request (programme_id, sample_id, seq, municipality_id, report_id, area_id, theme_id, question, due_on, asked_by)
           SELECT $1, $2, $3, $4, $5, $6, $7, 'x', '2027-01-01', $8`,
          [
            world.programmeId,
            id,
            seq,
            world.municipalities[0]?.id,
            world.reports[0],
            world.municipalities[0]?.areaId,
            world.themes[1]?.id,
            world.auditor.personId,
          ],
        ),
      ),
    ).rejects.toMatchObject({ code: "GS070" });
  });
});
