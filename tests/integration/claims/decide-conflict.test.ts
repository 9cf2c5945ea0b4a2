import { afterAll, beforeAll, expect, it } from "vitest";
import { decideConflict } from "@/lib/commands/conflicts/decide-conflict";
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

it("a reading that the conflict does not have is refused, and so is another conflict", async () => {
  const grant = await world.grant("conflict:decide", "officer");
  await expect(decideConflict(grant, choice("OEF-1", 0))).rejects.toMatchObject({
    code: "blocked",
    reasons: [{ code: "claims.conflict.unknown" }],
  });
  await expect(decideConflict(grant, { ...choice("OEF-4", 0), conflict: "L01" })).rejects.toThrow(NotFound);
});

it("who takes no part in the programme finds no conflict to decide", async () => {
  const grant = await world.grant("conflict:decide", "officer");
  const elsewhere = { ...choice("per_area", 0), programmeId: world.nplv, conflict: "L01" };
  await expect(decideConflict(grant, elsewhere)).rejects.toThrow(NotFound);
});

it("a decision counts from then on, stands on the person's name, and is in the audit log", async () => {
  const grant = await world.grant("conflict:decide", "officer");
  const input = choice("OEF-4b", 0);
  await decideConflict(grant, input);
  await decideConflict(grant, input);
  const { conflict } = await read();
  expect(conflict.decisions).toMatchObject([
    { reading: "OEF-4b", by: "N. Voorbeeld", reason: "Brief van 1 maart." },
  ]);
  expect(await figures()).toEqual([4_200_000_00n]);
  const { rows } = await world.behind.query(
    "SELECT person_id, facts FROM audit_event WHERE action = 'conflict.decided' AND subject_id = $1",
    [conflict.id],
  );
  expect(rows).toEqual([{ person_id: grant.actor.personId, facts: { code: CONFLICT, reading: "OEF-4b" } }]);
});

it("who did not see that decision is told of it, and adds nothing", async () => {
  const grant = await world.grant("conflict:decide", "officer.b");
  await expect(decideConflict(grant, choice("OEF-4", 0))).rejects.toMatchObject({
    code: "stale",
    facts: { name: "N. Voorbeeld", reason: "Brief van 1 maart." },
  });
  expect((await read()).conflict.decisions).toHaveLength(1);
});

it("of two at once one is told of the other", async () => {
  const [a, b] = [
    await world.grant("conflict:decide", "officer"),
    await world.grant("conflict:decide", "officer.b"),
  ];
  const results = await Promise.allSettled([
    decideConflict(a, choice("OEF-4", 1, "Eerste.")),
    decideConflict(b, choice("open", 1, "Tweede.")),
  ]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await read()).conflict.decisions).toHaveLength(2);
});

it("can be opened again; what was decided before stays readable, newest first", async () => {
  const grant = await world.grant("conflict:decide", "officer");
  await decideConflict(grant, choice("open", 2, "Nieuwe stukken."));
  const { conflict } = await read();
  expect(conflict.decisions.map(({ reason }) => reason)).toEqual([
    "Nieuwe stukken.",
    expect.any(String),
    "Brief van 1 maart.",
  ]);
  expect(decidedReading(conflict)).toBeNull();
  expect(await figures()).toHaveLength(2);
});

it("the database keeps decisions as they were, also from its owner's application", async () => {
  const { behind } = world;
  await expect(behind.query("UPDATE conflict_decision SET reason = 'anders'")).rejects.toThrow();
  await expect(behind.query("DELETE FROM conflict_decision")).rejects.toThrow();
});
