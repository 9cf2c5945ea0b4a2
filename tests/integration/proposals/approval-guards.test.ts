import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDeputy } from "@/lib/commands/people/manage-deputies";
import { decideBatch } from "@/lib/commands/proposals/decide-batch";
import { decideProposal } from "@/lib/commands/proposals/decide-proposal";
import { enterBatch } from "@/lib/commands/proposals/enter-batch";
import { decideThreshold, enterThreshold } from "@/lib/commands/thresholds/set-threshold";
import { append } from "@/lib/db/journal";
import { inContext } from "@/lib/db/transaction";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { Refusal } from "@/lib/domain/refusal";
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

let database: TestDatabase;
let superuser: pg.Client;
let owner: pg.Client;
let app: pg.Client;
let fixture: LedgerFixture;
let author: Actor;
let administrator: Actor;
/** A second approver, and a colleague who only stands in for the first one. */
let second: Actor;
let standIn: Actor;
let programme: { id: string; code: string; numberPrefix: string };
let allocationId: string;

const one = async (sql: string, values: readonly unknown[]) =>
  (await superuser.query(sql, [...values])).rows[0];
const person = async (name: string, role: string) => {
  const { id } = await one("INSERT INTO person (name) VALUES ($1) RETURNING id", [name]);
  await give(id, role);
  return id as string;
};
const give = (id: string, role: string) =>
  superuser.query("INSERT INTO role_assignment (person_id, organisation_id, role) VALUES ($1, $2, $3)", [
    id,
    fixture.ministryId,
    role,
  ]);

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  owner = new pg.Client(database.ownerUrl);
  app = new pg.Client(database.appUrl);
  await Promise.all([superuser.connect(), owner.connect(), app.connect()]);
  fixture = await makeFixture(owner, "wacht");
  author = { ...fixture.officer, personId: fixture.authorId, name: "indiener", roles: ["officer"] };
  programme = { id: fixture.programmeId, code: "wacht", numberPrefix: "T" };
  await give(fixture.approverId, "approver");
  await give(fixture.authorId, "approver");
  second = { ...fixture.officer, personId: await person("tweede", "approver") };
  standIn = {
    ...fixture.officer,
    personId: await person("waarnemer", "officer"),
    deputyIn: [fixture.ministryId],
  };
  administrator = {
    personId: await person("beheerder", "administrator"),
    name: "beheerder",
    scope: "admin",
    roles: ["administrator"],
    organisationIds: [],
  };
  const ceilingProposal = await proposal(owner, fixture, "ceiling");
  const first = await proposal(owner, fixture, "allocation");
  allocationId = await allocationRow(owner, fixture);
  await inContext(fixture.officer, (tx) =>
    append(tx, fixture.programmeId, fixture.approverId, [
      ceiling(fixture, ceilingProposal, 1_000_000_00n),
      allocation(fixture, { proposalId: first, allocationId }, 1_000_00n),
    ]),
  );
});
afterAll(async () => {
  await Promise.all([superuser.end(), owner.end(), app.end()]);
  await database.close();
});

const enter = (amounts: readonly bigint[], origin: "grid" | "reallocation" = "grid", by = author) =>
  enterBatch(issueGrant("allocation:propose", by), {
    idempotencyKey: randomUUID(),
    programme,
    origin,
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
    await superuser.query<{ id: string; version: number; contentHash: string; status: string }>(
      `SELECT id, version, content_hash AS "contentHash", status::text FROM proposal WHERE batch_id = $1 ORDER BY batch_line`,
      [batchId],
    )
  ).rows.map((line) => ({ ...line, reason: null }));
const decide = async (batchId: string, actor = fixture.officer, only?: number) => {
  const lines = await linesOf(batchId);
  return decideBatch(issueGrant("proposal:approve", actor), {
    idempotencyKey: randomUUID(),
    programme,
    batchId,
    outcome: "approved",
    chosen: { lines: only === undefined ? lines : lines.slice(only, only + 1) },
    reason: null,
  });
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
/** What a person with a connection of the application could try past every command. */
const insertApproval = (
  actor: Actor,
  line: { id: string; version: number; contentHash: string },
  more: object = {},
) =>
  acting(app, actor, async () => {
    const row = {
      proposal_id: line.id,
      version: line.version,
      content_hash: line.contentHash,
      shown: "{}",
      ...more,
    };
    const all = { outcome: "approved", person_id: actor.personId, ...row };
    const names = Object.keys(all);
    await app.query(
      `INSERT INTO approval (${names.join(", ")}) VALUES (${names.map((_, at) => `$${at + 1}`).join(", ")})`,
      Object.values(all),
    );
  });
const firstOf = async (batchId: string) => {
  const [line] = await linesOf(batchId);
  if (line === undefined) throw new Error("no line");
  return line;
};

describe("four eyes, in SQL", () => {
  it("refuses the author, another content, and the same person twice", async () => {
    const line = await firstOf(await enter([1n]));
    await expect(insertApproval(author, line)).rejects.toThrow(/four_eyes/);
    await expect(insertApproval(fixture.officer, { ...line, contentHash: "b" })).rejects.toThrow(/stale/);
    await expect(insertApproval(fixture.officer, line, { outcome: "returned" })).rejects.toThrow(
      /reason_required/,
    );
    await insertApproval(fixture.officer, line);
    await expect(insertApproval(fixture.officer, line)).rejects.toThrow(/approved_twice|duplicate key/);
  });

  it("looks at every row of a statement, not only at the first", async () => {
    const lines = await linesOf(await enter([1n, 2n, 3n]));
    const wrong = lines.map((line, at) => ({ ...line, contentHash: at === 2 ? "b" : line.contentHash }));
    await expect(
      acting(app, fixture.officer, () =>
        app.query(
          `INSERT INTO approval (proposal_id, version, content_hash, shown, outcome, person_id)
           SELECT id, 1, hash, '{}', 'approved', $3 FROM unnest($1::uuid[], $2::text[]) x(id, hash)`,
          [wrong.map(({ id }) => id), wrong.map(({ contentHash }) => contentHash), fixture.approverId],
        ),
      ),
    ).rejects.toThrow(/stale/);
  });

  it("never lets what was approved become something else, and keeps what a proposal was", async () => {
    const id = await enter([1n]);
    await decide(id);
    const line = await firstOf(id);
    await expect(
      acting(app, fixture.officer, () =>
        app.query("UPDATE proposal SET status = 'proposed' WHERE id = $1", [line.id]),
      ),
    ).rejects.toThrow(/append_only/);
    expect(
      (
        await superuser.query("SELECT status::text, version FROM proposal_past WHERE proposal_id = $1", [
          line.id,
        ])
      ).rows,
    ).toEqual([{ status: "proposed", version: 1 }]);
    await expect(acting(app, fixture.officer, () => app.query("DELETE FROM proposal_past"))).rejects.toThrow(
      /permission denied/,
    );
    await expect(superuser.query("UPDATE proposal_past SET version = 9")).rejects.toThrow(/append_only/);
  });

  it("an amount that was changed past the rules is found by its hash, and only that line is left out", async () => {
    const id = await enter([1n, 2n]);
    const [first] = await linesOf(id);
    await asSystemActor(superuser, () =>
      superuser.query("UPDATE proposal_line SET amount_cents = 3 WHERE proposal_id = $1", [first?.id]),
    );
    expect(await decide(id)).toMatchObject({ posted: "1", voided: "1" });
  });
});

describe("lines that are approved together", () => {
  it("are not approved partly, by a command or in SQL, nor undone partly later", async () => {
    const id = await enter([-5n, 5n], "reallocation");
    expect(await codeOf(decide(id, fixture.officer, 0))).toBe("together");
    const [first, other] = await linesOf(id);
    if (!first || !other) throw new Error("no lines");
    await insertApproval(fixture.officer, first);
    await expect(
      acting(app, fixture.officer, () =>
        app.query("UPDATE proposal SET status = 'approved' WHERE id = $1", [first.id]),
      ),
    ).rejects.toThrow(/together/);
    await expect(
      acting(app, fixture.officer, async () => {
        await app.query("UPDATE proposal SET status = 'approved' WHERE batch_id = $1", [id]);
        await app.query("UPDATE proposal SET status = 'returned' WHERE id = $1", [other.id]);
      }),
    ).rejects.toThrow(/append_only|together/);
    expect((await linesOf(id)).map(({ status }) => status)).toEqual(["proposed", "proposed"]);
  });

  it("are all posted, at once", async () => {
    const id = await enter([-5n, 5n], "reallocation");
    expect(await decide(id)).toMatchObject({ posted: "2" });
  });
});

describe("a deputy", () => {
  const make = (principalId: string, deputyId: string, validFrom: string, validTo: string) =>
    makeDeputy(issueGrant("people:manage", administrator), {
      idempotencyKey: randomUUID(),
      principalId,
      organisationId: fixture.ministryId,
      deputyId,
      validFrom,
      validTo,
      reason: "verlof",
    });

  it("approves for nobody before the first day or without a deputyship", async () => {
    await make(fixture.approverId, standIn.personId ?? "", "2999-01-01", "2999-01-31");
    const id = await enter([1n]);
    expect(await codeOf(decide(id, standIn))).not.toBe("done");
    await expect(
      insertApproval(standIn, await firstOf(id), { on_behalf_of: fixture.approverId }),
    ).rejects.toThrow(/not_allowed/);
  });

  it("approves on behalf of the principal, and says so", async () => {
    await make(fixture.approverId, standIn.personId ?? "", "2026-01-01", "2998-12-31");
    const id = await enter([1n]);
    expect(await decide(id, standIn)).toMatchObject({ posted: "1" });
    const { id: proposalId } = await firstOf(id);
    expect(
      await one("SELECT person_id, on_behalf_of FROM approval WHERE proposal_id = $1", [proposalId]),
    ).toEqual({
      person_id: standIn.personId,
      on_behalf_of: fixture.approverId,
    });
  });

  it("of the author decides nothing of the author, also with a right of one's own", async () => {
    await make(fixture.authorId, second.personId ?? "", "2026-01-01", "2998-12-31");
    const id = await enter([1n]);
    expect(await codeOf(decide(id, second))).toBe("four_eyes");
    const line = await firstOf(id);
    await expect(insertApproval(second, line)).rejects.toThrow(/four_eyes/);
    await expect(insertApproval(second, line, { on_behalf_of: fixture.authorId })).rejects.toThrow(
      /four_eyes/,
    );
    await superuser.query("UPDATE deputy SET ended_at = now() WHERE deputy_id = $1", [second.personId]);
    expect(await codeOf(decide(id, second))).toBe("done");
  });

  it("is refused for overlapping days and for who works elsewhere, and cannot be dated anew", async () => {
    const twice = await make(fixture.approverId, standIn.personId ?? "", "2027-01-01", "2027-01-31").catch(
      (thrown: unknown) => thrown,
    );
    expect((twice as Refusal).reasons.map(({ code }) => code)).toEqual(["admin.reasons.deputy_overlap"]);
    expect(
      await codeOf(make(fixture.approverId, administrator.personId ?? "", "2027-01-01", "2027-01-31")),
    ).not.toBe("done");
    await expect(superuser.query("UPDATE deputy SET valid_to = '2999-12-31'")).rejects.toThrow(/append_only/);
    await expect(
      acting(app, fixture.officer, () =>
        app.query(
          `INSERT INTO deputy (organisation_id, principal_id, deputy_id, valid_from, valid_to, reason, made_by)
           VALUES ($1, $2, $3, '2026-01-01', '2026-12-31', 'x', $3)`,
          [fixture.ministryId, second.personId, fixture.approverId],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe("above a threshold", () => {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(new Date());
  const set = async (amount: bigint | null) => {
    await enterThreshold(issueGrant("ceiling:propose", author), {
      idempotencyKey: randomUUID(),
      programmeId: programme.id,
      streamId: fixture.streamId,
      validFrom: today,
      amount: amount === null ? null : cents(amount),
      legalSource: "Mandaatregeling, artikel 4",
      today,
    });
    const row = await one("SELECT id FROM approval_threshold WHERE outcome IS NULL", []);
    return row.id as string;
  };
  const confirm = (thresholdId: string, actor: Actor) =>
    decideThreshold(issueGrant("proposal:approve", actor), {
      programmeId: programme.id,
      thresholdId,
      outcome: "confirmed",
    });

  it("an unconfirmed threshold holds nothing back, and who entered it does not confirm it", async () => {
    const id = await set(100n);
    expect(await codeOf(confirm(id, author))).toBe("four_eyes");
    await expect(
      acting(app, author, () =>
        app.query(
          "UPDATE approval_threshold SET outcome = 'confirmed', decided_by = $2, decided_at = now() WHERE id = $1",
          [id, fixture.authorId],
        ),
      ),
    ).rejects.toThrow(/four_eyes/);
    expect(await decide(await enter([101n]))).toMatchObject({ posted: "1" });
    await confirm(id, fixture.officer);
    await expect(superuser.query("UPDATE approval_threshold SET amount_cents = 1")).rejects.toThrow(
      /append_only/,
    );
  });

  it("a line up to it is posted, one above it waits for a second person", async () => {
    const id = await enter([100n, 101n, -101n]);
    expect(await decide(id)).toMatchObject({ posted: "1", waiting: "2" });
    const lines = await linesOf(id);
    expect(lines.map(({ status }) => status)).toEqual(["approved", "proposed", "proposed"]);
    expect(await codeOf(decide(id, fixture.officer, 1))).toBe("blocked");
    expect(await decide(id, second, 1)).toMatchObject({ posted: "1" });
    const [, , third] = lines;
    if (third === undefined) throw new Error("no line");
    const single = {
      idempotencyKey: randomUUID(),
      programmeId: programme.id,
      proposalId: third.id,
      reason: null,
    };
    const { version, contentHash } = third;
    expect(
      await decideProposal(issueGrant("proposal:approve", second), {
        ...single,
        version,
        contentHash,
        outcome: "approved",
      }),
    ).toBe("approved");
  });

  it("an approver and their deputy are one pair of eyes", async () => {
    const id = await enter([101n]);
    expect(await decide(id, standIn)).toMatchObject({ waiting: "1" });
    expect(await codeOf(decide(id, fixture.officer))).not.toBe("done");
    await expect(insertApproval(fixture.officer, await firstOf(id))).rejects.toThrow(/approved_twice/);
    expect(await decide(id, second)).toMatchObject({ posted: "1" });
  });

  it("an entry on one approval is refused by the ledger", async () => {
    const line = await firstOf(await enter([101n]));
    await insertApproval(fixture.officer, line);
    await expect(
      inContext(fixture.officer, (tx) =>
        append(tx, programme.id, fixture.approverId, [
          allocation(fixture, { proposalId: line.id, allocationId }, 101n),
        ]),
      ),
    ).rejects.toMatchObject({ code: "not_approved" });
  });

  it("a movement is not cut into pieces under it: lines together count together", async () => {
    const id = await enter([-60n, -60n, 60n, 60n], "reallocation");
    expect(await decide(id)).toMatchObject({ posted: "0", waiting: "4" });
    expect(await decide(id, second)).toMatchObject({ posted: "4", waiting: "0" });
  });

  it("a threshold without an amount ends it", async () => {
    await confirm(await set(null), fixture.officer);
    expect(await decide(await enter([10_000n]))).toMatchObject({ posted: "1" });
  });
});
