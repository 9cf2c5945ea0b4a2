import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideBatch } from "@/lib/commands/proposals/decide-batch";
import { type BatchLine, enterBatch } from "@/lib/commands/proposals/enter-batch";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { Refusal } from "@/lib/domain/refusal";
import { findBatch } from "@/lib/queries/proposals/find-batch";
import { appendBatch } from "../../bench/world";
import { openTestDatabase, type TestDatabase } from "../support/database";
import {
  acting,
  allocation,
  allocationRow,
  asSystemActor,
  ceiling,
  type LedgerFixture,
  makeFixture,
  proposal,
} from "../support/ledger-fixture";

interface World {
  readonly fixture: LedgerFixture;
  readonly author: Actor;
  readonly programme: { id: string; code: string; numberPrefix: string };
  readonly allocationId: string;
}

let database: TestDatabase;
let superuser: pg.Client;
let owner: pg.Client;

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await superuser.end();
  await database.close();
});

/** A programme of its own with a ceiling of € 100 and an allocation of € 10. */
async function world(code: string): Promise<World> {
  const fixture = await makeFixture(owner, code);
  const ids = {
    proposalId: await proposal(owner, fixture, "allocation"),
    allocationId: await allocationRow(owner, fixture),
  };
  const ceilingProposal = await proposal(owner, fixture, "ceiling");
  const bench = { fixture, ids };
  await appendBatch(owner, bench, [ceiling(fixture, ceilingProposal, 100_00n)]);
  await appendBatch(owner, bench, [allocation(fixture, ids, 10_00n)]);
  return {
    fixture,
    author: { ...fixture.officer, personId: fixture.authorId, name: "indiener", roles: ["officer"] },
    programme: { id: fixture.programmeId, code, numberPrefix: "T" },
    allocationId: ids.allocationId,
  };
}

/** So many revisions, up and down; made anew each time they are gone through, as a long file would be. */
function revisions({ fixture, allocationId }: World, count: number, cent = 1n): Iterable<BatchLine> {
  const line = (index: number): BatchLine => {
    const amount = cents(index % 3 === 2 ? -cent : cent);
    return {
      kind: "revision",
      trancheId: fixture.trancheId,
      themeId: fixture.themeId,
      areaId: fixture.municipalities[0]?.areaId ?? null,
      allocationId,
      decisionNumber: `H-${index}`,
      decisionOn: "2026-03-01",
      decisionCents: amount,
      effectiveOn: "2026-03-01",
      legalSource: null,
      reason: `regel ${index}`,
      years: [{ year: 2026, amount }],
    };
  };
  return {
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index += 1) yield line(index);
    },
  };
}

const enter = ({ author, programme }: World, lines: Iterable<BatchLine>, size?: number) =>
  enterBatch(
    issueGrant("allocation:propose", author),
    {
      idempotencyKey: randomUUID(),
      programme,
      origin: "workbook",
      name: "Toets",
      source: {},
      lines,
      as: "proposed",
    },
    undefined,
    size,
  );

async function approveAll({ fixture, programme }: World, batchId: string, size?: number) {
  const { reading } = await findBatch(issueGrant("proposal:read", fixture.officer), programme.id, batchId, {
    state: null,
    page: 1,
  });
  const decision = {
    idempotencyKey: randomUUID(),
    programme,
    batchId,
    outcome: "approved" as const,
    chosen: { all: reading },
    reason: null,
  };
  return decideBatch(issueGrant("proposal:approve", fixture.officer), decision, size);
}

/** What was entered, decided and posted, without what differs between two programmes by itself. */
async function made({ programme }: World): Promise<unknown> {
  const { rows } = await superuser.query(
    `SELECT p.number, p.batch_line, p.status, p.version, p.reason, l.year, l.amount_cents, a.outcome, a.content_hash = p.content_hash AS bound,
        a.shown->>'reason' AS shown, e.seq, e.kind, e.reason AS posted, e.corrects_seq, e.posting_count, e.debit_cents,
        (SELECT jsonb_agg(jsonb_build_array(x.line, c.kind, x.amount_cents) ORDER BY x.line) FROM posting x JOIN account c ON c.id = x.account_id
          WHERE x.programme_id = e.programme_id AND x.entry_seq = e.seq) AS postings,
        (SELECT count(*) FROM proposal_past q WHERE q.proposal_id = p.id) AS past
      FROM proposal p JOIN proposal_line l ON l.proposal_id = p.id LEFT JOIN approval a ON a.proposal_id = p.id
      LEFT JOIN entry e ON e.proposal_id = p.id
     WHERE p.programme_id = $1 AND p.batch_id IS NOT NULL ORDER BY p.batch_line`,
    [programme.id],
  );
  const balances = await superuser.query(
    `SELECT c.kind, c.year, b.balance_cents, b.posting_count FROM account c JOIN account_balance b ON b.account_id = c.id
      WHERE c.programme_id = $1 ORDER BY c.kind, c.year`,
    [programme.id],
  );
  return { rows, balances: balances.rows };
}

const codesOf = (work: Promise<unknown>) =>
  work.then(
    () => ["done"],
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.reasons.map(({ code, field, line, facts }) => [code, field, line, facts]);
    },
  );

describe("a batch that goes through in parts", () => {
  it("gives the same lines, approvals, entries and balances as one that goes through at once", async () => {
    const [parted, whole] = [await world("delen"), await world("geheel")];
    const inParts = await approveAll(parted, await enter(parted, revisions(parted, 61), 7), 9);
    const atOnce = await approveAll(whole, await enter(whole, revisions(whole, 61)));
    expect(inParts).toEqual(atOnce);
    expect(inParts.posted).toBe("61");
    expect(await made(parted)).toEqual(await made(whole));
  });

  it("names the same reasons of the same lines, when proposed and when decided", async () => {
    const [parted, whole] = [await world("redenen-delen"), await world("redenen-geheel")];
    // Two of three ask € 5: the room of € 90 is used up at the eighteenth that asks.
    const [refused, expected] = [
      await codesOf(enter(parted, revisions(parted, 40, 5_00n), 7)),
      await codesOf(enter(whole, revisions(whole, 40, 5_00n))),
    ];
    expect(refused.length).toBeGreaterThan(1);
    expect(refused).toEqual(expected);
    const batches = [
      await enter(parted, revisions(parted, 20, 5_00n), 7),
      await enter(whole, revisions(whole, 20, 5_00n)),
    ];
    for (const { programme } of [parted, whole])
      await asSystemActor(superuser, () =>
        superuser.query(
          "UPDATE account_balance SET balance_cents = 1200 FROM account a WHERE a.id = account_id AND a.programme_id = $1 AND a.kind = 'unallocated'",
          [programme.id],
        ),
      );
    const decided = await codesOf(approveAll(parted, batches[0] ?? "", 6));
    expect(decided.length).toBeGreaterThan(1);
    expect(decided).toEqual(await codesOf(approveAll(whole, batches[1] ?? "")));
  });

  it("leaves nothing when its last part fails", async () => {
    const broken = await world("laatste");
    const batchId = await enter(broken, revisions(broken, 20), 6);
    const before = await made(broken);
    // Something goes wrong in the database while the entry of the last line is written: all approvals and the other parts are there.
    await superuser.query(`
      CREATE FUNCTION public.fail_last() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.reason = 'regel 19' THEN RAISE EXCEPTION 'the disk is full'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER fail_last BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION public.fail_last();`);
    await expect(approveAll(broken, batchId, 6)).rejects.toThrow();
    expect(await made(broken)).toEqual(before);
    const kept = await superuser.query(
      "SELECT count(*)::int AS n FROM approval a JOIN proposal p ON p.id = a.proposal_id WHERE p.batch_id = $1",
      [batchId],
    );
    expect(kept.rows).toEqual([{ n: 0 }]);
    await superuser.query("DROP TRIGGER fail_last ON entry; DROP FUNCTION public.fail_last()");
    // And it goes through afterwards.
    expect((await approveAll(broken, batchId, 6)).posted).toBe("20");
  });

  it("leaves nothing when its last part cannot be entered", async () => {
    const strange = await world("vreemd");
    const lines = function* () {
      yield* revisions(strange, 19);
      const [last] = revisions(strange, 1);
      if (last !== undefined) yield { ...last, trancheId: randomUUID() };
    };
    await expect(enter(strange, { [Symbol.iterator]: lines }, 6)).rejects.toThrow();
    expect(await made(strange)).toMatchObject({ rows: [] });
  });

  it("leaves out and names what changed since it was read, in every part", async () => {
    const changed = await world("veranderd");
    const batchId = await enter(changed, revisions(changed, 20));
    const { fixture, programme } = changed;
    const { reading } = await findBatch(issueGrant("proposal:read", fixture.officer), programme.id, batchId, {
      state: null,
      page: 1,
    });
    await acting(superuser, { scope: "system", personId: null, organisationIds: [] }, () =>
      superuser.query(
        "UPDATE proposal SET version = version + 1, content_hash = 'anders' WHERE batch_id = $1 AND batch_line IN (2, 9, 20)",
        [batchId],
      ),
    );
    const outcome = await decideBatch(
      issueGrant("proposal:approve", fixture.officer),
      {
        idempotencyKey: randomUUID(),
        programme,
        batchId,
        outcome: "approved",
        chosen: { all: reading },
        reason: null,
      },
      6,
    );
    expect(outcome).toMatchObject({ posted: "17", voided: "2,9,20" });
  });
});
