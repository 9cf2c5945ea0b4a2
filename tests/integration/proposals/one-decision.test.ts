import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelProposal } from "@/lib/commands/proposals/cancel-proposal";
import { decideProposal } from "@/lib/commands/proposals/decide-proposal";
import { type EnteredProposal, enterProposal } from "@/lib/commands/proposals/enter-proposal";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { type LedgerFixture, makeFixture } from "../support/ledger-fixture";

let database: TestDatabase;
let superuser: pg.Client;
let fixture: LedgerFixture;
let author: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  fixture = await makeFixture(owner, "voorstel");
  await owner.end();
  author = { ...fixture.officer, personId: fixture.authorId, name: "indiener", roles: ["officer"] };
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

const ceiling = (amount: bigint, change: Partial<EnteredProposal> = {}): EnteredProposal => ({
  idempotencyKey: randomUUID(),
  programme: { id: fixture.programmeId, code: "voorstel", numberPrefix: "T" },
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
  years: [{ year: 2026, amount: cents(amount) }],
  as: "proposed",
  ...change,
});

const enter = (input: EnteredProposal, actor = author) =>
  enterProposal(issueGrant("ceiling:propose", actor), input);
const entries = async () =>
  Number(
    (await superuser.query("SELECT count(*) FROM entry WHERE programme_id = $1", [fixture.programmeId]))
      .rows[0].count,
  );

async function decide(
  id: string,
  key = randomUUID(),
  actor: Actor = fixture.officer,
  outcome: "approved" | "returned" = "approved",
) {
  const { rows } = await superuser.query("SELECT version, content_hash FROM proposal WHERE id = $1", [id]);
  await decideProposal(issueGrant("proposal:approve", actor), {
    idempotencyKey: key,
    programmeId: fixture.programmeId,
    proposalId: id,
    version: rows[0].version,
    contentHash: rows[0].content_hash,
    outcome,
    reason: null,
  });
}
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) =>
      error instanceof Refusal ? error.code : error instanceof NotFound ? "not found" : String(error),
  );

describe("the same form, twice", () => {
  it("makes one proposal, also when both arrive at once", async () => {
    const input = ceiling(100n);
    const ids = await Promise.all([enter(input), enter(input), enter(input)]);
    expect(new Set(ids).size).toBe(1);
    const { rows } = await superuser.query("SELECT count(*) FROM proposal WHERE id = $1", [ids[0]]);
    expect(rows[0].count).toBe("1");
  });

  it("with other contents is refused", async () => {
    const input = ceiling(100n);
    await enter(input);
    expect(await refusal(enter({ ...input, reason: "iets anders" }))).toBe("key_reused");
  });

  it("posts once when the approval is sent twice", async () => {
    const id = await enter(ceiling(5_000n));
    const before = await entries();
    const key = randomUUID();
    await Promise.all([decide(id, key), decide(id, key)]);
    expect(await entries()).toBe(before + 1);
  });
});

describe("two people at one proposal", () => {
  it("approve it once between them; the second is told that it was decided", async () => {
    const id = await enter(ceiling(7_000n));
    const before = await entries();
    const outcomes = await Promise.all([refusal(decide(id)), refusal(decide(id))]);
    expect(outcomes.sort()).toEqual(["done", "not_open"]);
    expect(await entries()).toBe(before + 1);
  });

  it("are two people: who entered it does not decide it", async () => {
    const id = await enter(ceiling(9_000n));
    expect(await refusal(decide(id, randomUUID(), { ...author, roles: ["approver"] }))).toBe("four_eyes");
  });

  it("of another ministry neither enter nor decide", async () => {
    const id = await enter(ceiling(11_000n));
    const stranger: Actor = { ...fixture.officer, organisationIds: [fixture.otherMinistryId] };
    expect(await refusal(decide(id, randomUUID(), stranger))).not.toBe("done");
    expect(
      await refusal(enter(ceiling(1n), { ...author, organisationIds: [fixture.otherMinistryId] })),
    ).not.toBe("done");
  });
});

describe("taking a proposal back", () => {
  const cancel = (id: string, actor = author, version = 1, reason = "dubbel ingevoerd") =>
    refusal(
      cancelProposal(issueGrant("allocation:propose", actor), fixture.programmeId, {
        idempotencyKey: randomUUID(),
        proposalId: id,
        version,
        reason,
      }),
    );

  it("is for who entered it, in the version on the screen and with a reason; then it cannot be approved", async () => {
    const id = await enter(ceiling(3_000n));
    expect(await cancel(id, fixture.officer)).toBe("not_allowed");
    expect(await cancel(id, author, 2)).toBe("stale");
    expect(await cancel(id, author, 1, " ")).toBe("reason_required");
    expect(await cancel(id, { ...author, organisationIds: [fixture.otherMinistryId] })).toBe("not found");
    expect(await cancel(id)).toBe("done");
    expect(await refusal(decide(id))).toBe("not_open");
    expect(await cancel(id)).toBe("not_open");
  });

  it("comes too late after the approval", async () => {
    const id = await enter(ceiling(4_000n));
    await decide(id);
    expect(await cancel(id)).toBe("not_open");
  });
});

it("a ceiling goes down to what was allocated and not below, in the same words as before", async () => {
  const id = await enter(ceiling(-1_000_000_000n, { as: "draft" }));
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  const error = await enter(ceiling(-1_000_000_000n)).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(Refusal);
  expect((error as Refusal).reasons.map(({ code }) => code)).toEqual([
    "proposals.reasons.ceiling_below_allocated",
  ]);
});
