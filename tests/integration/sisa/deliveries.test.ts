import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cents, sum } from "@/lib/domain/money";
import { findDelivery } from "@/lib/queries/sisa/find-delivery";
import { outcome, reasons } from "../support/desk";
import { acting } from "../support/ledger-fixture";
import { openSisaWorld, type SisaWorld } from "./sisa-world";

let sisa: SisaWorld;
const ids: string[] = [];
let first = { text: "", contentHash: "" };
const frozen = (grant = sisa.world.grants.coordinatorReads, version = 0) =>
  findDelivery(grant, sisa.world.programmeId, ids[version] ?? "");

beforeAll(async () => {
  sisa = await openSisaWorld("sisa");
  await sisa.report(0, { t: { spent: 400_00n, forecast: 600_00n }, u: { spent: 0n, forecast: 950_00n } });
});
afterAll(() => sisa.close());

describe("from the journal to a delivery", () => {
  it("shows the figures of what was accepted, and says that a period is missing", async () => {
    const { rows, findings } = await sisa.find();
    expect(rows.map(({ key, measures }) => [key, measures?.spent, measures?.cumulative])).toEqual([
      ["S|B-1", 400_00n, 400_00n],
    ]);
    expect(findings.map(({ code }) => code.replace("sisa.rules.", ""))).toEqual([
      "A1.notAdopted",
      "A1.late",
      "A2.codeMissing",
      "A3.incomplete",
      "S9.unanswered",
      "A7.errorsMissing",
      "A7.uncertaintiesMissing",
    ]);
  });

  it("refuses to prepare with every reason at once", async () => {
    expect(await reasons(sisa.prepare())).toEqual([
      "sisa.rules.A1.notAdopted",
      "sisa.rules.A3.incomplete",
      "sisa.rules.S9.unanswered",
      "sisa.rules.A7.errorsMissing",
      "sisa.rules.A7.uncertaintiesMissing",
    ]);
  });

  it("keeps answers in versions; who looked at an older one is told, and a neighbour finds nothing", async () => {
    expect(await outcome(sisa.answer())).toBe("done");
    expect(await outcome(sisa.answer({}, { version: 0 }))).toBe("stale");
    expect(await outcome(sisa.answer({}, { grant: sisa.world.grants.neighbour }))).toContain("NotFound");
    expect((await sisa.find()).answersVersion).toBe(1);
  });

  it("is not final while a period is open", async () => {
    await sisa.answer({ final: true });
    expect(await reasons(sisa.prepare())).toEqual(["sisa.rules.S9.open"]);
    await sisa.answer();
  });

  it("two who prepare at once make one version", async () => {
    const shown = await sisa.find();
    const both = await Promise.all([
      outcome(sisa.prepare(null, sisa.world.grants.coordinator, shown)),
      outcome(sisa.prepare(null, sisa.world.grants.colleague, shown)),
    ]);
    expect(both.sort()).toEqual(["done", "stale"]);
    ids.push((await sisa.find()).versions[0]?.id ?? "");
  });

  it("while it waits nothing else is prepared or answered", async () => {
    expect(await outcome(sisa.prepare())).toBe("not_open");
    expect(await outcome(sisa.answer())).toBe("not_open");
  });

  it("the signer gives it back with a reason, and delivers the next one; nobody does either twice", async () => {
    expect(await outcome(sisa.decide(ids[0] ?? "", "returned"))).toBe("reason_required");
    expect(await outcome(sisa.decide(ids[0] ?? "", "returned", { reason: "bedrag nakijken" }))).toBe("done");
    expect(await outcome(sisa.decide(ids[0] ?? ""))).toBe("not_open");
    ids[0] = await sisa.prepare();
    expect(await outcome(sisa.decide(ids[0], "delivered", { hash: "0".repeat(64) }))).toBe("stale");
    expect(
      await outcome(sisa.decide(ids[0], "delivered", { grant: sisa.world.grants.neighbourSigns })),
    ).toContain("NotFound");
    expect(await outcome(sisa.decide(ids[0]))).toBe("done");
    const { text, contentHash } = await frozen();
    first = { text, contentHash };
  });

  it("nothing changed is nothing to correct", async () => {
    expect(await reasons(sisa.prepare("zomaar"))).toEqual(["sisa.rules.A4.same"]);
  });
});

describe("a correction after delivery", () => {
  it("has a reason, and a bridge that closes to the cent", async () => {
    await sisa.report(1, {
      t: { spent: 250_00n, forecast: 350_00n },
      u: { spent: 10_01n, forecast: 900_00n },
    });
    await sisa.answer({ errors: cents(5_00n) });
    expect(await reasons(sisa.prepare())).toEqual(["sisa.rules.A4.noReason"]);
    ids.push(await sisa.prepare("periode 2 is geaccepteerd"));
    await sisa.decide(ids[1] ?? "");
    const { bridge, correctsVersion, version } = await frozen(undefined, 1);
    expect([version, correctsVersion]).toEqual([3, 2]);
    expect(bridge.map((line) => [line.measure, line.old, line.now, line.difference, line.cause])).toEqual([
      ["spent", 400_00n, 660_01n, 260_01n, "posted"],
      ["cumulative", 400_00n, 660_01n, 260_01n, "follows"],
      ["errors", 0n, 5_00n, 5_00n, "answered"],
    ]);
    expect(bridge[0]?.entries).toHaveLength(2);
    expect(
      sum(
        bridge.flatMap(({ measure, difference }) => (measure === "spent" && difference ? [difference] : [])),
      ),
    ).toBe(260_01n);
  });

  it("leaves the delivered version as it was, byte for byte", async () => {
    expect(await frozen()).toMatchObject(first);
  });
});

describe("who sees what", () => {
  it("a ministry and an auditor see delivered versions and figures, and no answers", async () => {
    for (const grant of [sisa.world.grants.officerReads, sisa.world.grants.auditor]) {
      const view = await sisa.find(grant);
      expect(view.versions.map(({ version }) => version)).toEqual([3, 2]);
      expect([view.answersVersion, view.adoptedOn, view.own]).toEqual([0, null, false]);
      expect(view.rows[0]?.measures?.spent).toBe(660_01n);
      expect(view.findings.filter(({ own }) => own)).toEqual([]);
      expect((await frozen(grant)).contentHash).toBe(first.contentHash);
    }
  });

  it("a neighbour finds neither versions nor figures", async () => {
    const view = await sisa.find(sisa.world.grants.neighbourReads);
    expect([view.rows, view.versions]).toEqual([[], []]);
    expect(await outcome(frozen(sisa.world.grants.neighbourReads))).toContain("NotFound");
  });

  it("the database shows each its own rows, also in the bridge and the answers", async () => {
    const count = (grant: "neighbourReads" | "coordinatorReads" | "officerReads", table: string) =>
      acting(sisa.application, sisa.world.grants[grant].actor, async () => {
        const { rows } = await sisa.application.query(`SELECT count(*)::int AS n FROM ${table}`);
        return rows[0]?.n as number;
      });
    for (const table of [
      "sisa_answers",
      "sisa_answer",
      "sisa_delivery",
      "sisa_delivery_event",
      "sisa_bridge_line",
    ])
      expect(await count("neighbourReads", table), table).toBe(0);
    expect(await count("coordinatorReads", "sisa_delivery")).toBe(3);
    expect(await count("officerReads", "sisa_delivery")).toBe(2);
    expect(await count("officerReads", "sisa_delivery_event")).toBe(2);
    expect(await count("officerReads", "sisa_answers")).toBe(0);
    expect(await count("coordinatorReads", "sisa_answers")).toBeGreaterThan(2);
    expect(await count("officerReads", "sisa_bridge_line")).toBe(3);
  });
});
