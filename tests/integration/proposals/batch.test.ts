import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideProposal } from "@/lib/commands/proposals/decide-proposal";
import { type BatchLine, type EnteredBatch, enterBatch } from "@/lib/commands/proposals/enter-batch";
import { enterProposal } from "@/lib/commands/proposals/enter-proposal";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { type LedgerFixture, makeFixture } from "../support/ledger-fixture";

let database: TestDatabase;
let superuser: pg.Client;
let fixture: LedgerFixture;
let author: Actor;
let programme: EnteredBatch["programme"];

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  fixture = await makeFixture(owner, "verzamel");
  await owner.end();
  author = { ...fixture.officer, personId: fixture.authorId, name: "indiener", roles: ["officer"] };
  programme = { id: fixture.programmeId, code: "verzamel", numberPrefix: "T" };
  const id = await enterProposal(issueGrant("ceiling:propose", author), {
    idempotencyKey: randomUUID(),
    programme,
    kind: "ceiling",
    change: null,
    trancheId: fixture.trancheId,
    themeId: null,
    areaId: null,
    allocationId: null,
    claimId: null,
    decisionNumber: null,
    decisionOn: null,
    decisionCents: null,
    effectiveOn: "2026-01-05",
    legalSource: null,
    reason: "toets",
    years: [{ year: 2026, amount: cents(1_000n) }],
    as: "proposed",
  });
  await approve(id);
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

const one = async (sql: string, values: readonly unknown[]) =>
  (await superuser.query(sql, [...values])).rows[0];

async function approve(id: string): Promise<void> {
  const row = await one("SELECT version, content_hash FROM proposal WHERE id = $1", [id]);
  await decideProposal(issueGrant("proposal:approve", fixture.officer), {
    idempotencyKey: randomUUID(),
    programmeId: fixture.programmeId,
    proposalId: id,
    version: row.version,
    contentHash: row.content_hash,
    outcome: "approved",
    reason: null,
  });
}

const line = (municipality: number, amount: bigint, change: Partial<BatchLine> = {}): BatchLine => ({
  kind: "allocation",
  trancheId: fixture.trancheId,
  themeId: fixture.themeId,
  areaId: fixture.municipalities[municipality]?.areaId ?? null,
  allocationId: null,
  decisionNumber: `B-${municipality}`,
  decisionOn: "2026-02-01",
  decisionCents: cents(amount),
  effectiveOn: "2026-02-01",
  legalSource: null,
  reason: "toets",
  years: [{ year: 2026, amount: cents(amount) }],
  ...change,
});
const batch = (lines: readonly BatchLine[], change: Partial<EnteredBatch> = {}): EnteredBatch => ({
  idempotencyKey: randomUUID(),
  programme,
  origin: "grid",
  name: "Toets",
  source: {},
  lines,
  as: "proposed",
  ...change,
});
const enter = (input: EnteredBatch, actor = author) =>
  enterBatch(issueGrant("allocation:propose", actor), input);
const reasonsOf = (input: EnteredBatch) =>
  enter(input).then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.reasons.map(({ code, field }) => `${field}: ${code.replace("proposals.reasons.", "")}`);
    },
  );

describe("many proposals at once", () => {
  it("names every reason of every line and writes none of them", async () => {
    const before = await one("SELECT count(*) FROM batch", []);
    expect(
      await reasonsOf(
        batch([
          line(0, 700n, { reason: " " }),
          line(1, 400n, { decisionNumber: null }),
          line(0, 1n, { decisionCents: cents(2n) }),
        ]),
      ),
    ).toEqual([
      "lines.0.reason: reason_missing",
      "lines.1.decisionNumber: decision_number_missing",
      "lines.1.years.2026: over_room",
      "lines.2.decisionCents: years_differ",
      "lines.2.years.2026: over_room",
      "lines.2.areaId: twice",
    ]);
    expect(await one("SELECT count(*) FROM batch", [])).toEqual(before);
  });

  it("a draft keeps what is not ready", async () => {
    const id = await enter(batch([line(0, 5_000n)], { as: "draft" }));
    expect(await one("SELECT status, batch_line FROM proposal WHERE batch_id = $1", [id])).toEqual({
      status: "draft",
      batch_line: 1,
    });
    await superuser.query("UPDATE proposal SET status = 'cancelled' WHERE batch_id = $1", [id]);
  });

  it("the same batch twice, also at once, is one; with other lines it is refused", async () => {
    const input = batch([line(0, 100n), line(1, 200n)]);
    const ids = await Promise.all([enter(input), enter(input), enter(input)]);
    expect(new Set(ids).size).toBe(1);
    expect(await one("SELECT count(*) FROM proposal WHERE batch_id = $1", [ids[0]])).toEqual({ count: "2" });
    const error = await enter({ ...input, lines: [line(0, 101n)] }).catch((thrown: unknown) => thrown);
    expect((error as Refusal).code).toBe("key_reused");
  });

  it("of another ministry is refused, of another programme is not there", async () => {
    const stranger = { ...author, organisationIds: [fixture.otherMinistryId] };
    await expect(enter(batch([line(0, 1n)], { as: "draft" }), stranger)).rejects.toBeInstanceOf(Error);
    await expect(
      enter(batch([line(0, 1n, { trancheId: randomUUID() })], { as: "draft" })),
    ).rejects.toBeInstanceOf(NotFound);
  });
});

describe("lines that belong together", () => {
  it("are not approved one by one", async () => {
    const [first] = (
      await superuser.query(
        "SELECT id FROM proposal WHERE batch_id IS NOT NULL AND status = 'proposed' ORDER BY number",
      )
    ).rows;
    await approve(first.id);
    const moved = await one("SELECT allocation_id FROM proposal WHERE id = $1", [first.id]);
    const id = await enter(
      batch(
        [
          line(0, -50n, { kind: "revision", allocationId: moved.allocation_id }),
          line(1, 50n, {
            reason: "naar b",
            themeId: fixture.themeId,
            kind: "revision",
            allocationId: moved.allocation_id,
          }),
        ],
        { origin: "reallocation" },
      ),
    );
    const out = await one("SELECT id FROM proposal WHERE batch_id = $1 AND batch_line = 1", [id]);
    const refused = await approve(out.id).catch((thrown: unknown) => thrown);
    expect((refused as Refusal).code).toBe("together");
    expect(await one("SELECT status FROM proposal WHERE id = $1", [out.id])).toEqual({ status: "proposed" });
  });
});

describe("a batch, in SQL", () => {
  it("is not changed, and its lines stay in it", async () => {
    const row = await one("SELECT id, batch_id FROM proposal WHERE batch_id IS NOT NULL LIMIT 1", []);
    await expect(
      superuser.query("UPDATE batch SET name = 'x' WHERE id = $1", [row.batch_id]),
    ).rejects.toThrow("append_only");
    await expect(superuser.query("DELETE FROM batch WHERE id = $1", [row.batch_id])).rejects.toThrow(
      "append_only",
    );
    await expect(
      superuser.query("UPDATE proposal SET batch_id = NULL, batch_line = NULL WHERE id = $1", [row.id]),
    ).rejects.toThrow("append_only");
  });
});
