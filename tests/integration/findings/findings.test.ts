import pg from "pg";
import { describe, expect, it } from "vitest";
import {
  answerFinding,
  closeFinding,
  issueFinding,
  reopenFinding,
  withdrawFinding,
} from "@/lib/commands/findings/move-finding";
import { reviseFinding, writeFinding } from "@/lib/commands/findings/write-finding";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import type { NewFindingInput } from "@/lib/input/findings";
import { exportFindings, findFinding } from "@/lib/queries/findings/find-finding";
import { findingsToAnswer } from "@/lib/queries/findings/findings-to-answer";
import { listFindings } from "@/lib/queries/findings/list-findings";
import { findTolerance } from "@/lib/queries/findings/track-tolerance";
import { key } from "../reports/reporting-world";
import { makeSamplingWorld, type SamplingWorld, TODAY } from "../sampling/sampling-world";
import { openConnections } from "../support/connections";
import { acting, asSystemActor } from "../support/ledger-fixture";

const { db, owner, app } = await openConnections();
let serial = 0;

interface World extends SamplingWorld {
  readonly colleague: Actor;
  /** Spent entries of municipality a and b. */
  readonly entries: readonly [bigint, bigint];
}

async function made(): Promise<World> {
  const world = await makeSamplingWorld(owner, `bevinding${++serial}`);
  return asSystemActor(owner, async () => {
    const { rows } = await owner.query<{ id: string }>(
      "INSERT INTO person (name) VALUES ('collega') RETURNING id",
    );
    const spent = await owner.query<{ seq: string }>(
      "SELECT min(seq)::text AS seq FROM entry WHERE programme_id = $1 AND kind = 'spent' GROUP BY municipality_id ORDER BY 1",
      [world.programmeId],
    );
    const [a = "0", b = "0"] = spent.rows.map(({ seq }) => seq);
    return {
      ...world,
      colleague: { ...world.auditor, personId: rows[0]?.id ?? "", name: "collega" },
      entries: [BigInt(a), BigInt(b)],
    };
  });
}

const writes = (actor: Actor) => issueGrant("finding:write", actor);
const reads = (actor: Actor) => issueGrant("finding:read", actor);
const responds = (actor: Actor) => issueGrant("finding:respond", actor);

const write = (world: World, change: Partial<NewFindingInput> = {}, by = world.auditor) =>
  writeFinding(
    writes(by),
    { id: world.programmeId, numberPrefix: "T" },
    {
      idempotencyKey: key(),
      year: 2024,
      side: "municipality",
      streamId: world.streamId,
      municipalityId: world.municipalities[0]?.id ?? "",
      earlierId: null,
      title: "Kop",
      text: "Tekst",
      category: "evidence",
      nature: "error",
      amount: cents(10_00n),
      action: "Herstel",
      dueOn: "2026-12-31",
      entries: [world.entries[0]],
      sample: null,
      ...change,
    },
    TODAY,
  );
const at = (world: World, finding: string, version = 1) => ({
  idempotencyKey: key(),
  programmeId: world.programmeId,
  finding,
  version,
});
const issue = (world: World, id: string, version = 1, by = world.colleague) =>
  issueFinding(writes(by), at(world, id, version));
const revise = (world: World, id: string, version: number, amount = 20_00n) =>
  reviseFinding(
    writes(world.auditor),
    world.programmeId,
    id,
    {
      idempotencyKey: key(),
      version,
      reason: "scherper",
      title: "Andere kop",
      text: "Tekst",
      category: "period",
      nature: "error",
      amount: cents(amount),
      action: "Herstel",
      dueOn: "2026-12-31",
      entries: [],
      sample: null,
    },
    TODAY,
  );
const see = (world: World, actor: Actor, id: string) => findFinding(reads(actor), world.programmeId, id);
const answer = (world: World, actor: Actor, id: string, version = 1) =>
  answerFinding(responds(actor), at(world, id, version), {
    agreement: "partly",
    text: "wij herstellen",
    plannedOn: "2026-12-01",
  });
const tracked = async (world: World, knownAt: string | null = null) =>
  (
    await findTolerance(reads(world.auditor), world.programmeId, {
      year: 2024,
      municipality: null,
      reading: null,
      knownAt,
    })
  ).schemes[0];

describe("a finding from draft to end", () => {
  it("is seen by auditors only until another auditor issues it; then the municipality answers and an auditor closes it", async () => {
    const world = await made();
    const { coordinator, neighbour, officer } = world.grants;
    const id = await write(world);
    for (const { actor } of [coordinator, neighbour, officer]) {
      await expect(see(world, actor, id)).rejects.toMatchObject({ name: "NotFound" });
      expect(await listFindings(reads(actor), world.programmeId, {})).toEqual([]);
    }
    await expect(issue(world, id, 1, world.auditor)).rejects.toMatchObject({ code: "four_eyes" });
    await issue(world, id);
    expect(await findingsToAnswer(responds(coordinator.actor), world.programmeId)).toHaveLength(1);
    expect(await findingsToAnswer(responds(neighbour.actor), world.programmeId)).toEqual([]);
    await expect(see(world, neighbour.actor, id)).rejects.toMatchObject({ name: "NotFound" });
    expect((await see(world, officer.actor, id)).status).toBe("issued");
    await expect(answer(world, neighbour.actor, id)).rejects.toMatchObject({ name: "NotFound" });
    await expect(answer(world, officer.actor, id)).rejects.toMatchObject({ code: "not_allowed" });
    await answer(world, coordinator.actor, id);
    await closeFinding(writes(world.auditor), at(world, id), { ending: "stands", text: "gezien" });
    const { status, events } = await see(world, coordinator.actor, id);
    expect(status).toBe("closed");
    expect(events.map(({ action, agreement, ending }) => [action, agreement, ending])).toEqual([
      ["issued", null, null],
      ["answered", "partly", null],
      ["closed", null, "stands"],
    ]);
    await expect(answer(world, coordinator.actor, id)).rejects.toMatchObject({ code: "not_open" });
    await reopenFinding(writes(world.auditor), at(world, id), "toch niet");
    expect((await see(world, officer.actor, id)).status).toBe("issued");
  });

  it("written again, others keep seeing what was issued until the new version is", async () => {
    const world = await made();
    const { coordinator } = world.grants;
    const id = await write(world);
    await issue(world, id);
    await revise(world, id, 1);
    await expect(revise(world, id, 1)).rejects.toMatchObject({ code: "stale" });
    expect(await see(world, coordinator.actor, id)).toMatchObject({
      title: "Kop",
      shownVersion: 1,
      amount: 10_00n,
    });
    expect(await see(world, world.auditor, id)).toMatchObject({
      title: "Andere kop",
      shownVersion: 2,
      own: true,
    });
    expect((await tracked(world))?.errors).toBe(10_00n);
    await answer(world, coordinator.actor, id);
    await issue(world, id, 2);
    expect(await see(world, coordinator.actor, id)).toMatchObject({ title: "Andere kop", status: "issued" });
    expect((await tracked(world))?.errors).toBe(20_00n);
    await expect(answer(world, coordinator.actor, id, 1)).rejects.toMatchObject({ code: "stale" });
  });

  it("a ministry answers what is about its stream; another ministry does not", async () => {
    const world = await made();
    const { officer, otherOfficer, coordinator } = world.grants;
    const id = await write(world, {
      side: "ministry",
      municipalityId: null,
      nature: "none",
      amount: null,
      entries: [],
    });
    await issue(world, id);
    await expect(see(world, coordinator.actor, id)).rejects.toMatchObject({ name: "NotFound" });
    expect(await findingsToAnswer(responds(otherOfficer.actor), world.programmeId)).toEqual([]);
    await expect(answer(world, otherOfficer.actor, id)).rejects.toMatchObject({ code: "not_allowed" });
    expect(await findingsToAnswer(responds(officer.actor), world.programmeId)).toHaveLength(1);
    await answer(world, officer.actor, id);
    expect((await see(world, world.auditor, id)).status).toBe("answered");
  });

  it("A9: a later finding refers to an issued one of an earlier year about the same municipality", async () => {
    const world = await made();
    const before = await write(world);
    const later = { year: 2025, earlierId: before, entries: [] };
    await expect(write(world, later), "a draft").rejects.toMatchObject({ code: "finding_differs" });
    await issue(world, before);
    await expect(write(world, { ...later, year: 2024 }), "the same year").rejects.toMatchObject({
      code: "finding_differs",
    });
    await expect(
      write(world, { ...later, municipalityId: world.municipalities[1]?.id ?? "" }),
      "another municipality",
    ).rejects.toMatchObject({ code: "finding_differs" });
    const next = await write(world, later);
    expect((await see(world, world.auditor, next)).earlier.map(({ id }) => id)).toEqual([before]);
    // The municipality sees nothing of what follows until that is issued.
    expect((await see(world, world.grants.coordinator.actor, before)).later).toEqual([]);
    await issue(world, next);
    expect((await see(world, world.grants.coordinator.actor, before)).later.map(({ id }) => id)).toEqual([
      next,
    ]);
    const another = await write(world, { ...later, year: 2026, earlierId: next });
    expect((await see(world, world.auditor, another)).earlier.map(({ id }) => id)).toEqual([before, next]);
  });

  it("A8: refuses every reason at once, and does the same form once", async () => {
    const world = await made();
    const wrong = write(world, { amount: null, dueOn: "2020-01-01", entries: [world.entries[1], 999_999n] });
    await expect(wrong).rejects.toMatchObject({
      reasons: [
        { code: "findings.reasons.no_amount" },
        { code: "findings.reasons.due_past" },
        { code: "findings.reasons.entry_elsewhere" },
        { code: "findings.reasons.unknown_entry" },
      ],
    });
    const again = key();
    const ids = await Promise.all([1, 2].map(() => write(world, { idempotencyKey: again })));
    expect(new Set(ids).size).toBe(1);
    expect(await exportFindings(reads(world.auditor), world.programmeId)).toHaveLength(1);
  });
});

describe("the tolerance", () => {
  it("counts issued findings, not those withdrawn or corrected, and knows what it was at an earlier moment", async () => {
    const world = await made();
    expect(await tracked(world)).toMatchObject({ spent: 950_00n, errors: 0n, outcome: null });
    const first = await write(world);
    const second = await write(world, { nature: "uncertainty", amount: cents(5_00n), entries: [] });
    expect((await tracked(world))?.errors, "drafts do not count").toBe(0n);
    await issue(world, first);
    await issue(world, second);
    const then = instantNow(new Date());
    expect(await tracked(world)).toMatchObject({ errors: 10_00n, uncertainties: 5_00n });
    await closeFinding(writes(world.auditor), at(world, first), { ending: "corrected", text: "hersteld" });
    await withdrawFinding(writes(world.auditor), at(world, second), "geen bevinding");
    expect(await tracked(world)).toMatchObject({ errors: 0n, uncertainties: 0n });
    expect(await tracked(world, then), "as it was known then").toMatchObject({
      errors: 10_00n,
      uncertainties: 5_00n,
    });
    await reopenFinding(writes(world.auditor), at(world, first), "toch niet hersteld");
    expect((await tracked(world))?.errors).toBe(10_00n);
  });

  it("holds a later version of the norm against nothing that was asked before it", async () => {
    const world = await made();
    const norm = (version: number, reading: string) =>
      asSystemActor(owner, () =>
        owner.query(
          "INSERT INTO sisa_tolerance (programme_id, first_year, version, errors, uncertainties, reading, source, created_at) VALUES ($1, 2017, $2, 100, 300, $3, 'bron', clock_timestamp())",
          [world.programmeId, version, reading],
        ),
      );
    await norm(1, "each");
    await issue(world, await write(world, { amount: cents(9_50n) }));
    await issue(world, await write(world, { nature: "uncertainty", amount: cents(28_50n), entries: [] }));
    const then = instantNow(new Date());
    expect((await tracked(world))?.outcome).toBe("within");
    await norm(2, "together");
    expect((await tracked(world))?.outcome).toBe("together");
    expect((await tracked(world, then))?.outcome).toBe("within");
  });

  it("shows a municipality its own spend and findings only", async () => {
    const world = await made();
    await issue(world, await write(world));
    await issue(
      world,
      await write(world, { municipalityId: world.municipalities[1]?.id ?? "", entries: [world.entries[1]] }),
    );
    const own = await findTolerance(reads(world.grants.coordinator.actor), world.programmeId, {
      year: 2024,
      municipality: null,
      reading: null,
      knownAt: null,
    });
    expect(own.schemes[0]).toMatchObject({ spent: 400_00n, errors: 10_00n });
  });
});

describe("what SQL refuses, whoever asks", () => {
  it("reading: no context, a neighbour, and a draft for anybody but auditors", async () => {
    const world = await made();
    const id = await write(world);
    await issue(world, id);
    await revise(world, id, 1);
    const tables = ["audit_finding", "finding_version", "finding_entry", "finding_event"];
    const counts = (actor: Actor | null) => {
      const count = async () => {
        const found: number[] = [];
        for (const table of tables) found.push((await app.query(`SELECT * FROM ${table}`)).rows.length);
        return found;
      };
      return actor === null ? count() : acting(app, actor, count);
    };
    expect(await counts(null)).toEqual([0, 0, 0, 0]);
    expect(await counts(world.grants.neighbour.actor)).toEqual([0, 0, 0, 0]);
    expect(await counts(world.grants.coordinator.actor)).toEqual([1, 1, 1, 1]);
    expect((await counts(world.auditor))[1]).toBeGreaterThanOrEqual(2);
  });

  it("writing: anybody but an auditor, in somebody's name, and what is over", async () => {
    const world = await made();
    const id = await write(world);
    const insert = (actor: Actor, name = actor.personId) =>
      acting(app, actor, () =>
        app.query(
          "INSERT INTO audit_finding (programme_id, number, year, side, stream_id, municipality_id, created_by) VALUES ($1, $2, 2024, 'municipality', $3, $4, $5)",
          [world.programmeId, `N${Math.random()}`, world.streamId, world.municipalities[0]?.id, name],
        ),
      );
    for (const { actor } of [world.grants.coordinator, world.grants.officer])
      await expect(insert(actor)).rejects.toMatchObject({ code: "42501" });
    await expect(insert(world.auditor, world.colleague.personId)).rejects.toMatchObject({ code: "42501" });
    await expect(insert(world.auditor), "without words").rejects.toMatchObject({ code: "GS071" });
    const event = (actor: Actor, action: string, extra = "") =>
      acting(app, actor, () =>
        app.query(
          `INSERT INTO finding_event (finding_id, programme_id, version, action, text, person_id ${extra === "" ? "" : ", agreement"})
           VALUES ($1, $2, 1, $3, 'x', $4 ${extra})`,
          [id, world.programmeId, action, actor.personId],
        ),
      );
    await expect(event(world.auditor, "issued"), "own words").rejects.toMatchObject({ code: "GS008" });
    await expect(event(world.colleague, "reopened"), "not closed").rejects.toMatchObject({ code: "GS007" });
    await event(world.colleague, "issued");
    const { coordinator, neighbour, officer } = world.grants;
    for (const { actor } of [neighbour, officer])
      await expect(event(actor, "answered", ", 'agrees'")).rejects.toMatchObject({
        code: expect.stringMatching(/42501|GS007/),
      });
    await expect(event(coordinator.actor, "withdrawn")).rejects.toMatchObject({ code: "42501" });
    await expect(
      event(world.auditor, "answered", ", 'agrees'"),
      "an auditor for the other side",
    ).rejects.toMatchObject({ code: "42501" });
    await event(coordinator.actor, "answered", ", 'agrees'");
  });

  it("changing what was written or the state of a finding by hand, also for the superuser", async () => {
    const world = await made();
    const id = await write(world);
    await issue(world, id);
    for (const actor of [world.auditor, world.grants.coordinator.actor])
      await expect(
        acting(app, actor, () => app.query("UPDATE audit_finding SET status = 'closed'")),
      ).rejects.toMatchObject({ code: "42501" });
    const superuser = new pg.Client(db.superuserUrl);
    await superuser.connect();
    try {
      for (const what of [
        "UPDATE audit_finding SET status = 'closed'",
        "UPDATE audit_finding SET counts = false",
        "UPDATE audit_finding SET year = 2020",
        "UPDATE finding_version SET amount_cents = 1",
        "DELETE FROM finding_event",
        "DELETE FROM audit_finding",
        "TRUNCATE finding_entry",
        "INSERT INTO finding_entry (finding_id, programme_id, version, seq) SELECT finding_id, programme_id, version, 1 FROM finding_version LIMIT 1",
      ])
        await expect(superuser.query(what), what).rejects.toMatchObject({ code: "GS001" });
    } finally {
      await superuser.end();
    }
  });
});
