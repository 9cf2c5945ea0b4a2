import { randomUUID } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BatchDecision, decideBatch } from "@/lib/commands/proposals/decide-batch";
import { decideProposal } from "@/lib/commands/proposals/decide-proposal";
import { enterBatch } from "@/lib/commands/proposals/enter-batch";
import { enterProposal } from "@/lib/commands/proposals/enter-proposal";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { findBatch } from "@/lib/queries/proposals/find-batch";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { acting, asSystemActor, type LedgerFixture, makeFixture } from "../support/ledger-fixture";

let database: TestDatabase;
let superuser: pg.Client;
let fixture: LedgerFixture;
let author: Actor;
let programme: { id: string; code: string; numberPrefix: string };
let allocationId: string;

const one = async (sql: string, values: readonly unknown[]) =>
  (await superuser.query(sql, [...values])).rows[0];

async function propose(kind: "ceiling" | "allocation", amount: bigint): Promise<string> {
  const allocating = kind === "allocation";
  const id = await enterProposal(issueGrant("allocation:propose", author), {
    idempotencyKey: randomUUID(),
    programme,
    kind,
    change: null,
    trancheId: fixture.trancheId,
    themeId: allocating ? fixture.themeId : null,
    areaId: allocating ? (fixture.municipalities[0]?.areaId ?? null) : null,
    allocationId: null,
    claimId: null,
    decisionNumber: allocating ? "B-1" : null,
    decisionOn: allocating ? "2026-02-01" : null,
    decisionCents: allocating ? cents(amount) : null,
    effectiveOn: "2026-02-01",
    legalSource: null,
    reason: "toets",
    years: [{ year: 2026, amount: cents(amount) }],
    as: "proposed",
  });
  const row = await one("SELECT version, content_hash FROM proposal WHERE id = $1", [id]);
  await decideProposal(issueGrant("proposal:approve", fixture.officer), {
    idempotencyKey: randomUUID(),
    programmeId: programme.id,
    proposalId: id,
    version: row.version,
    contentHash: row.content_hash,
    outcome: "approved",
    reason: null,
  });
  return id;
}

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  fixture = await makeFixture(owner, "besluit");
  await owner.end();
  author = { ...fixture.officer, personId: fixture.authorId, name: "indiener", roles: ["officer"] };
  programme = { id: fixture.programmeId, code: "besluit", numberPrefix: "T" };
  await propose("ceiling", 1_000_000n);
  const id = await propose("allocation", 1_000n);
  allocationId = (await one("SELECT allocation_id FROM proposal WHERE id = $1", [id])).allocation_id;
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

/** A batch of small revisions of the one allocation. */
const enter = (amounts: readonly bigint[]) =>
  enterBatch(issueGrant("allocation:propose", author), {
    idempotencyKey: randomUUID(),
    programme,
    origin: "grid",
    name: "Toets",
    source: {},
    lines: amounts.map((amount, index) => ({
      kind: "revision" as const,
      trancheId: fixture.trancheId,
      themeId: fixture.themeId,
      areaId: fixture.municipalities[0]?.areaId ?? null,
      allocationId,
      decisionNumber: `H-${index}`,
      decisionOn: "2026-03-01",
      decisionCents: cents(amount),
      effectiveOn: "2026-03-01",
      legalSource: null,
      reason: "toets",
      years: [{ year: 2026, amount: cents(amount) }],
    })),
    as: "proposed",
  });
const linesOf = async (batchId: string) =>
  (
    await superuser.query<{ id: string; version: number; contentHash: string }>(
      `SELECT id, version, content_hash AS "contentHash" FROM proposal WHERE batch_id = $1 ORDER BY batch_line`,
      [batchId],
    )
  ).rows.map((line) => ({ ...line, reason: null }));
const decide = (batchId: string, change: Partial<BatchDecision>, actor = fixture.officer) =>
  decideBatch(issueGrant("proposal:approve", actor), {
    idempotencyKey: randomUUID(),
    programme,
    batchId,
    outcome: "approved",
    chosen: { lines: [] },
    reason: null,
    ...change,
  });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) =>
      error instanceof Refusal ? error.code : error instanceof NotFound ? "not found" : String(error),
  );
const entriesOf = async (batchId: string) =>
  (
    await superuser.query(
      "SELECT p.batch_line AS line, count(e.seq)::int AS entries FROM proposal p LEFT JOIN entry e ON e.proposal_id = p.id WHERE p.batch_id = $1 GROUP BY p.id ORDER BY 1",
      [batchId],
    )
  ).rows.map(({ entries }) => entries);

describe("a batch before its approver", () => {
  it("is decided line by line: some approved, one returned with its reason", async () => {
    const id = await enter([1n, 2n, 3n]);
    const [first, second, third] = await linesOf(id);
    if (!first || !second || !third) throw new Error("no lines");
    expect(await decide(id, { chosen: { lines: [first, third] } })).toMatchObject({ posted: "2" });
    expect(await codeOf(decide(id, { outcome: "returned", chosen: { lines: [second] } }))).toBe(
      "reason_required",
    );
    await decide(id, { outcome: "returned", chosen: { lines: [{ ...second, reason: "bedrag" }] } });
    expect(await entriesOf(id)).toEqual([1, 0, 1]);
    expect(await one("SELECT status::text FROM proposal WHERE id = $1", [second.id])).toEqual({
      status: "returned",
    });
  });

  it("is approved whole as it was read; a line that changed by a cent since is left out and named", async () => {
    const id = await enter([1n, 2n, 3n]);
    const read = await findBatch(issueGrant("proposal:read", fixture.officer), programme.id, id, {
      state: null,
      page: 1,
    });
    const [, second] = await linesOf(id);
    await acting(superuser, { scope: "system", personId: null, organisationIds: [] }, () =>
      superuser.query(
        "UPDATE proposal SET version = version + 1, content_hash = 'anders', updated_at = clock_timestamp() WHERE id = $1",
        [second?.id],
      ),
    );
    const outcome = await decide(id, { chosen: { all: read.reading } });
    expect(outcome).toMatchObject({ posted: "2" });
    expect(outcome.voided).not.toBe("");
    expect(await entriesOf(id)).toEqual([1, 0, 1]);
  });

  it("is not decided by who entered it, nor by another ministry", async () => {
    const id = await enter([1n]);
    const lines = await linesOf(id);
    expect(await codeOf(decide(id, { chosen: { lines } }, { ...author, roles: ["approver"] }))).not.toBe(
      "done",
    );
    expect(
      await codeOf(
        decide(id, { chosen: { lines } }, { ...fixture.officer, organisationIds: [fixture.otherMinistryId] }),
      ),
    ).not.toBe("done");
    expect(await entriesOf(id)).toEqual([0]);
  });

  it("with one line that no longer fits posts nothing, and says which", async () => {
    const id = await enter([1n, 2n]);
    await asSystemActor(superuser, () =>
      superuser.query(
        "UPDATE account_balance SET balance_cents = 2 FROM account a WHERE a.id = account_id AND a.programme_id = $1 AND a.kind = 'unallocated' AND a.year = 2026",
        [programme.id],
      ),
    );
    const error = await decide(id, { chosen: { lines: await linesOf(id) } }).catch(
      (thrown: unknown) => thrown,
    );
    expect((error as Refusal).code).toBe("blocked");
    expect((error as Refusal).reasons).toEqual([
      expect.objectContaining({ code: "proposals.reasons.over_room", line: 2 }),
    ]);
    expect(await entriesOf(id)).toEqual([0, 0]);
    await asSystemActor(superuser, () =>
      superuser.query(
        "UPDATE account_balance SET balance_cents = 900000 FROM account a WHERE a.id = account_id AND a.programme_id = $1 AND a.kind = 'unallocated' AND a.year = 2026",
        [programme.id],
      ),
    );
  });
});

it("whoever approves which lines how often and at once, every line is posted once at most", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 }), {
        minLength: 1,
        maxLength: 5,
      }),
      async (attempts) => {
        const id = await enter([1n, 2n, 3n, 4n]);
        const lines = await linesOf(id);
        const outcomes = await Promise.all(
          attempts.map((chosen) =>
            codeOf(decide(id, { chosen: { lines: lines.filter((_, index) => chosen.includes(index)) } })),
          ),
        );
        const entries = await entriesOf(id);
        expect(entries.every((count) => count <= 1)).toBe(true);
        if (outcomes.includes("done")) expect(entries).toContain(1);
      },
    ),
    { numRuns: 15 },
  );
});
