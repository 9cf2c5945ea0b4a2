import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordCbsAnswer } from "@/lib/commands/sisa/record-cbs-answer";
import type { Grant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import type { CbsAnswerInput } from "@/lib/input/sisa-cbs";
import { findOpenAccounts } from "@/lib/queries/sisa/find-open-accounts";
import { dateInAmsterdam } from "@/lib/views/dates";
import { outcome, reasons } from "../support/desk";
import { acting } from "../support/ledger-fixture";
import { openSisaWorld, type SisaWorld } from "./sisa-world";

let sisa: SisaWorld;
const ids: string[] = [];
const today = dateInAmsterdam(new Date());
const tomorrow = dateInAmsterdam(new Date(Date.now() + 86_400_000));
/** As far from the deadline as the year after this one: it is never over while this test runs. */
const later = `${Number(today.slice(0, 4)) + 1}-12-31`;

beforeAll(async () => {
  sisa = await openSisaWorld("cbs");
  await sisa.report(0, { t: { spent: 400_00n, forecast: 600_00n }, u: { spent: 0n, forecast: 950_00n } });
  await sisa.answer();
  ids.push(await sisa.prepare());
});
afterAll(() => sisa.close());

const record = (
  id: string,
  change: Partial<CbsAnswerInput> = {},
  grant: Grant<"report:fill"> | Grant<"report:sign"> = sisa.world.grants.coordinator,
) =>
  recordCbsAnswer(grant, sisa.world.programmeId, id, {
    idempotencyKey: randomUUID(),
    last: 0,
    answer: "plausible",
    answeredOn: today,
    source: "bericht 12",
    reason: null,
    correctUntil: null,
    ...change,
  });

const waitsFor = (grant: "coordinatorReads" | "signer") =>
  findOpenAccounts(sisa.reads(grant), sisa.world.programmeId);

const audited = async () => {
  const { rows } = await acting(sisa.application, sisa.world.grants.auditor.actor, () =>
    sisa.application.query("SELECT action FROM audit_event WHERE action LIKE 'sisa.cbs%' ORDER BY at"),
  );
  return rows.map(({ action }) => action as string);
};

describe("the answer of the CBS", () => {
  it("is about what was delivered, and of the own municipality", async () => {
    expect(await outcome(record(ids[0] ?? ""))).toBe("not_open");
    await sisa.decide(ids[0] ?? "");
    expect(await outcome(record(ids[0] ?? "", {}, sisa.world.grants.neighbour))).toContain("NotFound");
    expect(await outcome(record(randomUUID()))).toContain("NotFound");
  });

  it("is refused with every reason at once", async () => {
    const wrong = { answer: "not_plausible", answeredOn: tomorrow, correctUntil: later } as const;
    expect(await reasons(record(ids[0] ?? "", wrong))).toEqual([
      "sisa.cbs.reasons.inFuture",
      "sisa.cbs.reasons.noReason",
      "sisa.cbs.reasons.untilNotPlausible",
    ]);
  });

  it("not plausible brings the version back; a new one corrects it, also after the last day", async () => {
    await record(ids[0] ?? "", { answer: "not_plausible", reason: "Het totaal wijkt af." });
    const view = await sisa.find();
    expect(view.delivered?.cbs).toMatchObject({ answer: "not_plausible", reason: "Het totaal wijkt af." });
    expect(view.findings.map(({ code }) => code)).toContain("sisa.rules.A3.notPlausible");
    expect(view.late).toBeNull();
    expect(await waitsFor("coordinatorReads")).toMatchObject([
      { what: "back", version: 1, reason: "Het totaal wijkt af." },
    ]);
    expect(await waitsFor("signer")).toEqual([]);
    expect(await reasons(sisa.prepare("opnieuw"))).toEqual(["sisa.rules.A4.same"]);
    await sisa.answer({ errors: cents(1_00n) });
    ids.push(await sisa.prepare("fout hersteld"));
    expect(await waitsFor("coordinatorReads")).toEqual([]);
    expect(await waitsFor("signer")).toMatchObject([{ what: "waiting", version: 2 }]);
    await sisa.decide(ids[1] ?? "");
    expect((await sisa.find()).delivered).toMatchObject({ version: 2, cbs: null });
  });

  it("plausible closes corrections after the last day, in the command and in the database", async () => {
    await record(ids[1] ?? "", {}, sisa.world.grants.signer);
    await sisa.answer({ errors: cents(2_00n) });
    expect(await reasons(sisa.prepare("nog een fout"))).toEqual(["sisa.rules.A4.closed"]);
    const { actor } = sisa.world.grants.coordinator;
    const around = acting(sisa.application, actor, () =>
      sisa.application.query(
        `INSERT INTO sisa_delivery (programme_id, municipality_id, year, version, content, content_hash, spent_cents,
           correction_cents, cumulative_cents, ledger_seq, corrects_id, reason, prepared_by, prepared_at)
         SELECT programme_id, municipality_id, year, version + 1, content, content_hash, spent_cents, correction_cents,
           cumulative_cents, ledger_seq, id, 'terug in de tijd', prepared_by, '2025-01-01' FROM sisa_delivery WHERE id = $1`,
        [ids[1]],
      ),
    );
    await expect(around).rejects.toThrow("sisa_closed");
  });

  it("a later day that the CBS names opens them again, as a record of its own with a reason", async () => {
    expect(await outcome(record(ids[1] ?? "", { correctUntil: later, reason: "uitstel" }))).toBe("stale");
    expect(await reasons(record(ids[1] ?? "", { last: 1, correctUntil: later }))).toEqual([
      "sisa.cbs.reasons.noReasonAgain",
    ]);
    await record(ids[1] ?? "", { last: 1, correctUntil: later, reason: "Het CBS gaf uitstel." });
    ids.push(await sisa.prepare("nog een fout"));
    expect(await outcome(sisa.decide(ids[2] ?? ""))).toBe("done");
    const old = (await sisa.find()).versions.find(({ id }) => id === ids[1]);
    expect(old?.cbsAnswers.map(({ number, correctUntil }) => [number, correctUntil])).toEqual([
      [2, later],
      [1, null],
    ]);
  });

  it("is in the audit log each time", async () => {
    expect(await audited()).toEqual(["sisa.cbs_not_plausible", "sisa.cbs_plausible", "sisa.cbs_plausible"]);
  });
});

describe("the database", () => {
  const insert = (change: Readonly<Record<string, string>>) => {
    const row = {
      delivery_id: `'${ids[2]}'`,
      municipality_id: `'${sisa.named(0).id}'`,
      number: "1",
      answer: "'plausible'",
      answered_on: `'${today}'`,
      source: "'x'",
      reason: "NULL",
      correct_until: "NULL",
      person_id: `'${sisa.world.grants.coordinator.actor.personId}'`,
      ...change,
    };
    const [columns, values] = [Object.keys(row).join(", "), Object.values(row).join(", ")];
    return `INSERT INTO sisa_plausibility (${columns}) VALUES (${values})`;
  };
  const tried = (change: Readonly<Record<string, string>>, actor = sisa.world.grants.coordinator.actor) =>
    acting(sisa.application, actor, () => sisa.application.query(insert(change)));

  it("refuses what the application would", async () => {
    await expect(tried({ number: "2" })).rejects.toThrow("stale");
    await expect(tried({ answered_on: "'2020-01-01'" })).rejects.toThrow("sisa_differs");
    await expect(tried({ answered_on: `'${tomorrow}'` })).rejects.toThrow("sisa_differs");
    await expect(tried({ answer: "'not_plausible'" })).rejects.toThrow("reason_required");
    await expect(tried({ source: "' '" })).rejects.toThrow("source_given");
    await expect(
      tried({ answer: "'not_plausible'", reason: "'x'", correct_until: `'${later}'` }),
    ).rejects.toThrow("sisa_plausibility_until");
  });

  it("lets nobody record it for another, and a ministry or neighbour not at all", async () => {
    const { signer, neighbour, officerReads } = sisa.world.grants;
    await expect(tried({ person_id: `'${signer.actor.personId}'` })).rejects.toThrow(/row-level security/);
    await expect(tried({ person_id: `'${neighbour.actor.personId}'` }, neighbour.actor)).rejects.toThrow();
    await expect(
      tried({ person_id: `'${officerReads.actor.personId}'` }, officerReads.actor),
    ).rejects.toThrow();
  });

  it("shows it to who reads deliveries, and to no neighbour", async () => {
    const count = (grant: "neighbourReads" | "officerReads" | "auditor") =>
      acting(sisa.application, sisa.world.grants[grant].actor, async () => {
        const { rows } = await sisa.application.query("SELECT count(*)::int AS n FROM sisa_plausibility");
        return rows[0]?.n as number;
      });
    expect(await count("neighbourReads")).toBe(0);
    expect([await count("officerReads"), await count("auditor")]).toEqual([3, 3]);
  });
});
