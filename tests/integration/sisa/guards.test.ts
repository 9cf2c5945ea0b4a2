import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSisaCodes, writeSisaTolerance } from "@/lib/commands/sisa/write-codes";
import type { Actor, Grant } from "@/lib/domain/access";
import { listSisaCodes } from "@/lib/queries/sisa/list-codes";
import { outcome, reasons } from "../support/desk";
import { acting, asSystemActor } from "../support/ledger-fixture";
import { openSisaWorld, type SisaWorld, YEAR } from "./sisa-world";

let sisa: SisaWorld;
let delivered = "";
const TABLES = [
  "sisa_code",
  "sisa_indicator",
  "sisa_tolerance",
  "sisa_answers",
  "sisa_answer",
  "sisa_delivery",
  "sisa_delivery_event",
  "sisa_bridge_line",
  "sisa_plausibility",
];

const codes = (
  version: number,
  change: { code?: string; numbers?: readonly string[]; grant?: Grant<"report:review"> } = {},
) =>
  writeSisaCodes(
    change.grant ?? sisa.world.grants.officer,
    { programmeId: sisa.world.programmeId, year: YEAR },
    {
      idempotencyKey: randomUUID(),
      version,
      streamId: sisa.world.streamId,
      code: change.code ?? "X1",
      source: "invulwijzer, bladzijde 1",
      reason: "toets",
      indicators: (change.numbers ?? ["X1/01", "X1/02"]).map((number, index) => ({
        number,
        label: `indicator ${index + 1}`,
        control: "R",
        measure: index === 0 ? "spent" : null,
      })),
    },
  );

beforeAll(async () => {
  sisa = await openSisaWorld("wacht");
  await sisa.report(0, { t: { spent: 400_00n, forecast: 600_00n }, u: { spent: 0n, forecast: 950_00n } });
  await codes(0);
  await writeSisaTolerance(sisa.world.grants.officer, sisa.world.programmeId, {
    idempotencyKey: randomUUID(),
    firstYear: 2024,
    errors: 100,
    uncertainties: 300,
    reading: "each",
    source: "verzonnen",
  });
  await sisa.answer();
  delivered = await sisa.prepare();
  await sisa.decide(delivered);
  await sisa.report(1, { t: { spent: 1_00n, forecast: 599_00n }, u: { spent: 0n, forecast: 950_00n } });
  await sisa.decide(await sisa.prepare("periode 2"));
});
afterAll(() => sisa.close());

describe("a code table", () => {
  it("is kept in versions, by the ministry of its stream and nobody else", async () => {
    expect(await outcome(codes(0))).toBe("stale");
    expect(await outcome(codes(1, { grant: sisa.world.grants.otherOfficer }))).toContain("NotFound");
    expect(await outcome(codes(1, { numbers: ["X1/01"] }))).toBe("done");
    const { streams } = await listSisaCodes(sisa.world.grants.auditor, sisa.world.programmeId, YEAR);
    expect(streams[0]?.versions.map(({ version, indicators }) => [version, indicators.length])).toEqual([
      [2, 1],
      [1, 2],
    ]);
    const other = await listSisaCodes(sisa.world.grants.auditor, sisa.world.programmeId, YEAR + 1);
    expect(other.streams[0]?.current).toBeNull();
  });

  it("has numbers that begin with its code, each once", async () => {
    expect(await reasons(codes(2, { numbers: ["X1/01", "Y1/02", "X1/01"] }))).toEqual([
      "sisa.codes.reasons.otherCode",
      "sisa.codes.reasons.twice",
    ]);
  });

  it("leaves what was delivered with the numbers that it had", async () => {
    const version = (await sisa.find()).versions.find(({ id }) => id === delivered);
    expect(version?.content.schemes[0]?.indicators.map(({ number }) => number)).toEqual(["X1/01", "X1/02"]);
  });

  it("cannot be written by a municipality", async () => {
    const { actor } = sisa.world.grants.coordinator;
    const write = acting(sisa.application, actor, () =>
      sisa.application.query(
        `INSERT INTO sisa_code (programme_id, stream_id, year, key, version, scheme, code, source, reason, created_by)
         VALUES ($1, $2, 2024, $2 || '/2024', 3, 'x', 'X9', 'x', 'x', $3)`,
        [sisa.world.programmeId, sisa.world.streamId, actor.personId],
      ),
    );
    await expect(write).rejects.toThrow();
  });
});

describe("the database", () => {
  const sql = (actor: Actor, text: string, values: readonly unknown[] = []) =>
    acting(sisa.application, actor, () => sisa.application.query(text, [...values]));
  const copyOf = (change: Readonly<Record<string, string>>) => {
    const columns = [
      "content",
      "content_hash",
      "spent_cents",
      "correction_cents",
      "cumulative_cents",
      "reason",
      "version",
    ];
    const from = columns.map((name) => change[name] ?? name).join(", ");
    return `INSERT INTO sisa_delivery (programme_id, municipality_id, year, ledger_seq, corrects_id, prepared_by, ${columns.join(", ")})
      SELECT programme_id, municipality_id, year, ledger_seq, ${change.corrects ?? "id"}, prepared_by, ${from}
        FROM sisa_delivery ORDER BY version DESC LIMIT 1`;
  };

  it.each(TABLES)("refuses to change or remove anything in %s, also for the owner", async (table) => {
    const touch = (text: string) => asSystemActor(sisa.owner, () => sisa.owner.query(text));
    await expect(touch(`DELETE FROM ${table}`)).rejects.toThrow("append_only");
    await expect(touch(`TRUNCATE ${table} CASCADE`)).rejects.toThrow("append_only");
    const column =
      { sisa_code: "scheme", sisa_indicator: "label", sisa_tolerance: "source" }[table] ?? "municipality_id";
    await expect(touch(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow("append_only");
    await expect(sql(sisa.world.grants.coordinator.actor, `DELETE FROM ${table}`)).rejects.toThrow(
      /permission denied/,
    );
  });

  it("who prepared a version does not deliver it, whatever role they hold", async () => {
    await sisa.answer({ note: "nog een keer" });
    const id = await sisa.prepare("toelichting", sisa.world.grants.both);
    expect(await outcome(sisa.decide(id, "delivered", { grant: sisa.world.grants.bothSigns }))).toBe(
      "four_eyes",
    );
    const { actor } = sisa.world.grants.both;
    const hash = (await sisa.find()).versions[0]?.contentHash;
    const decision = `INSERT INTO sisa_delivery_event (delivery_id, municipality_id, outcome, content_hash, person_id)
      VALUES ($1, $2, 'delivered', $3, $4)`;
    const own = sql(actor, decision, [id, sisa.named(0).id, hash, actor.personId]);
    await expect(own).rejects.toThrow("four_eyes");
    const inAnothersName = sql(actor, decision, [
      id,
      sisa.named(0).id,
      hash,
      sisa.world.grants.signer.actor.personId,
    ]);
    await expect(inAnothersName).rejects.toThrow(/row-level security/);
    const byMinistry = sql(sisa.world.officer, decision, [
      id,
      sisa.named(0).id,
      hash,
      sisa.world.officer.personId,
    ]);
    await expect(byMinistry).rejects.toThrow();
    await sisa.decide(id, "returned", { reason: "klaar" });
  });

  it("refuses content that is not what its hash or its totals say, or of another year", async () => {
    const { actor } = sisa.world.grants.both;
    const base = { corrects: `(SELECT id FROM sisa_delivery WHERE version = 2)`, version: "version + 1" };
    const refused = async (change: Readonly<Record<string, string>>, message: string) =>
      expect(sql(actor, copyOf({ ...base, ...change }))).rejects.toThrow(message);
    await refused({ content: "content || ' '" }, "the hash is not that of the content");
    await refused({ spent_cents: "spent_cents + 1" }, "do not sum to its totals");
    await refused(
      {
        content: "replace(content, '2024', '2025')",
        content_hash: "encode(sha256(convert_to(replace(content, '2024', '2025'), 'UTF8')), 'hex')",
      },
      "another place or year",
    );
    await refused({ version: "version + 2" }, "stale");
    await refused({ reason: "NULL" }, "reason_required");
    await refused({ corrects: "NULL" }, "corrects the last one that was delivered");
  });

  it("refuses a correction without a bridge, one that does not close, and a line that comes later", async () => {
    const { actor } = sisa.world.grants.both;
    const base = copyOf({
      corrects: `(SELECT id FROM sisa_delivery WHERE version = 2)`,
      version: "version + 1",
    });
    await expect(sql(actor, base)).rejects.toThrow("the bridge does not lead");
    const wrong = acting(sisa.application, actor, async () => {
      const { rows } = await sisa.application.query(`${base} RETURNING id`);
      await sisa.application.query(
        `INSERT INTO sisa_bridge_line (delivery_id, municipality_id, line, row_key, measure, old_cents, new_cents, difference_cents, cause)
         VALUES ($1, $2, 1, 'S|B-1', 'spent', 1, 2, 1, 'posted')`,
        [rows[0]?.id, sisa.named(0).id],
      );
    });
    await expect(wrong).rejects.toThrow("the bridge does not lead");
    const line = `INSERT INTO sisa_bridge_line (delivery_id, municipality_id, line, row_key, measure, old_cents, new_cents, difference_cents, cause)
      SELECT id, municipality_id, 99, 'S|B-1', 'spent', $1, $2, $3, 'posted' FROM sisa_delivery WHERE prepared_by = $4 LIMIT 1`;
    await expect(sql(actor, line, [1, 2, 1, actor.personId])).rejects.toThrow("sisa_differs");
    await expect(sql(actor, line, [1, 2, 3, actor.personId])).rejects.toThrow("sisa_bridge_line_adds_up");
    await expect(sql(actor, line, [1, 1, 0, actor.personId])).rejects.toThrow("sisa_bridge_line_differs");
  });

  it("lets nobody prepare for another municipality", async () => {
    const { actor } = sisa.world.grants.neighbour;
    const work = sql(
      actor,
      `INSERT INTO sisa_answers (programme_id, municipality_id, year, version, created_by) VALUES ($1, $2, 2023, 1, $3)`,
      [sisa.world.programmeId, sisa.named(0).id, actor.personId],
    );
    await expect(work).rejects.toThrow(/row-level security/);
  });
});
