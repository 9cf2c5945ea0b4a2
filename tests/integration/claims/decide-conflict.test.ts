import { afterAll, beforeAll, expect, it } from "vitest";
import { answerDecision } from "@/lib/commands/conflicts/answer-decision";
import { proposeDecision } from "@/lib/commands/conflicts/propose-decision";
import { canonicalJson } from "@/lib/db/hash";
import { loadTree } from "@/lib/db/reconciliation/load-tree";
import { inContext } from "@/lib/db/transaction";
import { decidedReading } from "@/lib/domain/claims/claim-book";
import { headlineOfBook, lanesOf } from "@/lib/domain/overview/headline";
import { NotFound } from "@/lib/domain/refusal";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { key, openPublishedWorld, type PublishedWorld } from "./published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
});
afterAll(() => world.close());

const CONFLICT = "OEF-C1";
const choice = (reading: string, seen: number, reason = "Brief van 1 maart.") => ({
  idempotencyKey: key(),
  programmeId: world.oefen,
  conflict: CONFLICT,
  reading,
  reason,
  seen,
});
const read = async () => {
  const book = await findClaimBook(await world.grant("claims:read", "officer"), world.oefen);
  const conflict = book.conflicts.find(({ code }) => code === CONFLICT);
  if (conflict === undefined) throw new Error("no conflict");
  return { book, conflict };
};
const figures = async () => {
  const { book } = await read();
  const headline = headlineOfBook(book);
  return headline && lanesOf(book, headline).find(({ conflict }) => conflict === CONFLICT)?.figures;
};

it("open: both published figures stand, and none is chosen", async () => {
  expect(decidedReading((await read()).conflict)).toBeNull();
  expect(await figures()).toEqual([4_500_000_00n, 4_200_000_00n]);
});

const propose = async (input: ReturnType<typeof choice>, account = "officer") =>
  proposeDecision(await world.grant("conflict:decide", account), input);
/** Answers what waits, as it stands on the page. */
const answer = async (account: string, given: "agree" | "return", reason: string | null = null) => {
  const grant = await world.grant("conflict:agree", account);
  const { rows } = await world.behind.query<{ id: string; content_hash: string }>(
    "SELECT id, content_hash FROM conflict_proposal ORDER BY proposed_at DESC LIMIT 1",
  );
  const [last] = rows;
  await answerDecision(grant, {
    idempotencyKey: key(),
    programmeId: world.oefen,
    conflict: CONFLICT,
    proposal: last?.id ?? "",
    hash: last?.content_hash ?? "",
    answer: given,
    reason,
  });
};
const decide = async (reading: string, seen: number, reason?: string) => {
  await propose(choice(reading, seen, reason));
  await answer("officer.b", "agree");
};

it("a reading that the conflict does not have is refused, and so is another conflict", async () => {
  await expect(propose(choice("OEF-1", 0))).rejects.toMatchObject({
    code: "blocked",
    reasons: [{ code: "claims.conflict.unknown" }],
  });
  await expect(propose({ ...choice("OEF-4", 0), conflict: "L01" })).rejects.toThrow(NotFound);
});

it("who takes no part in the programme finds no conflict to decide", async () => {
  const elsewhere = { ...choice("per_area", 0), programmeId: world.nplv, conflict: "L01" };
  await expect(propose(elsewhere)).rejects.toThrow(NotFound);
});

it("proposed, it changes no figure; returned with a reason it can be proposed again", async () => {
  const input = choice("OEF-4b", 0);
  await propose(input);
  await propose(input);
  expect(await figures()).toHaveLength(2);
  await expect(propose(choice("OEF-4", 0), "officer.b")).rejects.toMatchObject({
    code: "stale",
    reasons: [{ code: "claims.conflict.waiting" }],
  });
  await answer("officer.b", "return", "Noem de vraag.");
  const [back] = (await read()).conflict.proposals;
  expect(back?.returned).toMatchObject({ reason: "Noem de vraag." });
});

let before = "";
it("who proposed it cannot agree to it, in the application and in the database", async () => {
  await propose(choice("OEF-4b", 0));
  await expect(answer("officer", "agree")).rejects.toMatchObject({ code: "four_eyes" });
  await expect(
    world.behind.query(
      `INSERT INTO conflict_decision (conflict_id, reading_code, reason, decided_by, proposal_id, content_hash)
       SELECT conflict_id, reading_code, reason, proposed_by, id, content_hash FROM conflict_proposal
        ORDER BY proposed_at DESC LIMIT 1`,
    ),
  ).rejects.toThrow(/four_eyes/);
  await expect(
    world.behind.query(
      `INSERT INTO conflict_decision (conflict_id, reading_code, reason, decided_by, proposal_id, content_hash)
       SELECT p.conflict_id, 'OEF-4', p.reason, x.id, p.id, p.content_hash FROM conflict_proposal p
         JOIN person x ON x.id <> p.proposed_by ORDER BY p.proposed_at DESC LIMIT 1`,
    ),
  ).rejects.toThrow(/stale/);
  await expect(
    world.behind.query(
      `INSERT INTO conflict_decision (conflict_id, reading_code, reason, decided_by)
       SELECT conflict_id, 'OEF-4', 'zomaar', proposed_by FROM conflict_proposal LIMIT 1`,
    ),
  ).rejects.toThrow(/not_approved/);
  before = new Date().toISOString();
});

const treeAt = async (knownAt: string) => {
  const grant = await world.grant("reconciliation:read", "officer");
  const { tree, headline } = await inContext(grant.actor, (tx) =>
    loadTree(tx, {
      programmeId: world.oefen,
      measure: "ceiling",
      asOf: { validOn: "2026-12-31", knownAt },
      knownOn: "9998-12-31",
      open: [],
    }),
  );
  return canonicalJson({ tree, headline });
};

it("agreed, it counts from then on, stands on both names, and rewrites no earlier reconciliation", async () => {
  const earlier = await treeAt(before);
  await answer("officer.b", "agree");
  expect(await treeAt(before)).toBe(earlier);
  expect(await treeAt(new Date().toISOString())).not.toBe(earlier);
  const { conflict } = await read();
  expect(conflict.decisions).toMatchObject([
    { reading: "OEF-4b", proposedBy: "N. Voorbeeld", reason: "Brief van 1 maart." },
  ]);
  expect(conflict.decisions[0]?.by).not.toBe("N. Voorbeeld");
  expect(await figures()).toEqual([4_200_000_00n]);
  const { rows } = await world.behind.query(
    "SELECT facts FROM audit_event WHERE action = 'conflict.decided' AND subject_id = $1",
    [conflict.id],
  );
  expect(rows).toEqual([{ facts: { code: CONFLICT, reading: "OEF-4b" } }]);
});

it("who did not see that decision is told of it, and adds nothing", async () => {
  await expect(propose(choice("OEF-4", 0), "officer.b")).rejects.toMatchObject({
    code: "stale",
    facts: { reason: "Brief van 1 maart." },
  });
  await expect(answer("approver", "agree")).rejects.toMatchObject({
    code: "stale",
    reasons: [{ code: "claims.conflict.answered" }],
  });
  expect((await read()).conflict.decisions).toHaveLength(1);
});

it("of two proposals at once one is told of the other", async () => {
  const results = await Promise.allSettled([
    propose(choice("OEF-4", 1, "Eerste.")),
    propose(choice("open", 1, "Tweede."), "officer.b"),
  ]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await answer("approver", "return", "Eerst overleggen.");
});

it("can be opened again; what was decided before stays readable, newest first", async () => {
  await decide("open", 1, "Nieuwe stukken.");
  const { conflict } = await read();
  expect(conflict.decisions.map(({ reason }) => reason)).toEqual(["Nieuwe stukken.", "Brief van 1 maart."]);
  expect(decidedReading(conflict)).toBeNull();
  expect(await figures()).toHaveLength(2);
});

it("the database keeps decisions as they were, also from its owner's application", async () => {
  const { behind } = world;
  await expect(behind.query("UPDATE conflict_decision SET reason = 'anders'")).rejects.toThrow();
  await expect(behind.query("DELETE FROM conflict_decision")).rejects.toThrow();
});
