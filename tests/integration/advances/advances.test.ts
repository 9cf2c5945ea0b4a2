import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideProposal } from "@/lib/commands/proposals/decide-proposal";
import { type EnteredProposal, enterProposal } from "@/lib/commands/proposals/enter-proposal";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { Refusal } from "@/lib/domain/refusal";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { type LedgerFixture, makeFixture } from "../support/ledger-fixture";

let database: TestDatabase;
let superuser: pg.Client;
let fixture: LedgerFixture;
let author: Actor;
let allocationId: string;

const one = async (sql: string, values: readonly unknown[]) =>
  (await superuser.query(sql, [...values])).rows[0];

async function propose(
  kind: EnteredProposal["kind"],
  amount: bigint,
  change: Partial<EnteredProposal> = {},
): Promise<string> {
  return enterProposal(issueGrant("allocation:propose", author), {
    idempotencyKey: randomUUID(),
    programme: { id: fixture.programmeId, code: "betaal", numberPrefix: "T" },
    kind,
    change: null,
    trancheId: fixture.trancheId,
    themeId: kind === "ceiling" ? null : fixture.themeId,
    areaId: kind === "ceiling" ? null : (fixture.municipalities[0]?.areaId ?? null),
    allocationId: kind === "ceiling" || kind === "allocation" ? null : allocationId,
    claimId: null,
    decisionNumber: `B-${randomUUID().slice(0, 8)}`,
    decisionOn: "2026-02-01",
    decisionCents: cents(amount),
    effectiveOn: "2026-02-01",
    legalSource: null,
    reason: "toets",
    years: [{ year: 2026, amount: cents(amount) }],
    as: "proposed",
    ...change,
  });
}

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

const advanced = async () =>
  (
    await one(
      `SELECT coalesce(sum(b.balance_cents), 0)::text AS cents FROM account a JOIN account_balance b ON b.account_id = a.id
        WHERE a.programme_id = $1 AND a.kind = 'advanced'`,
      [fixture.programmeId],
    )
  ).cents;
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  fixture = await makeFixture(owner, "betaal");
  await owner.end();
  author = { ...fixture.officer, personId: fixture.authorId, name: "indiener", roles: ["officer"] };
  await approve(
    await propose("ceiling", 10_000n, { decisionNumber: null, decisionOn: null, decisionCents: null }),
  );
  const id = await propose("allocation", 1_000n);
  await approve(id);
  allocationId = (await one("SELECT allocation_id FROM proposal WHERE id = $1", [id])).allocation_id;
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

describe("an advance", () => {
  it("is posted once another person confirms it, in the cash book", async () => {
    const id = await propose("advance", 300n);
    expect(await advanced()).toBe("0");
    await approve(id);
    expect(await advanced()).toBe("300");
    const entry = await one(
      `SELECT e.kind::text, string_agg(DISTINCT a.book::text, ',') AS books, sum(p.amount_cents)::text AS total FROM entry e
         JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq JOIN account a ON a.id = p.account_id
        WHERE e.proposal_id = $1 GROUP BY e.kind`,
      [id],
    );
    expect(entry).toEqual({ kind: "advanced", books: "cash", total: "0" });
  });

  it("is refused above the award before it is proposed, with what is under way", async () => {
    expect(await outcome(propose("advance", 701n))).toBe("blocked");
    const open = await propose("advance", 600n);
    expect(await outcome(propose("advance", 101n))).toBe("blocked");
    await superuser.query("UPDATE proposal SET status = 'cancelled' WHERE id = $1", [open]);
  });

  it("comes back, not further than what was paid", async () => {
    expect(await outcome(propose("recovery", 301n))).toBe("blocked");
    await approve(await propose("recovery", 100n));
    expect(await advanced()).toBe("200");
  });
});

describe("the database", () => {
  it("refuses to take the award below what was paid", async () => {
    const id = await propose("revision", -801n, { years: [{ year: 2026, amount: cents(-801n) }] });
    expect(await outcome(approve(id))).toBe("above_award");
    expect(await outcome(approve(await propose("revision", -800n)))).toBe("done");
    await approve(await propose("revision", 800n));
  });

  it("lets six approvals at once pay no cent above the award", async () => {
    const ids = [];
    for (let index = 0; index < 6; index++) {
      const id = await propose("advance", 200n);
      ids.push(id);
      // What is open counts before proposing, so each one steps aside until all are proposed.
      await superuser.query("UPDATE proposal SET status = 'draft' WHERE id = $1", [id]);
    }
    await superuser.query("UPDATE proposal SET status = 'proposed' WHERE id = ANY ($1)", [ids]);
    const outcomes = await Promise.all(ids.map((id) => outcome(approve(id))));
    expect(outcomes.sort()).toEqual(["above_award", "above_award", "done", "done", "done", "done"]);
    expect(await advanced()).toBe("1000");
  });
});
