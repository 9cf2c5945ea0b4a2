import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { type Desk, openDesk, outcome } from "../support/desk";

let desk: Desk;
const advanced = async () => (await desk.balances()).advanced ?? "0";

beforeAll(async () => {
  desk = await openDesk("betaal");
});
afterAll(() => desk.close());

describe("an advance", () => {
  it("is posted once another person confirms it, in the cash book", async () => {
    const id = await desk.propose("advance", 300n);
    expect(await advanced()).toBe("0");
    await desk.approve(id);
    expect(await advanced()).toBe("300");
    const entry = await desk.one(
      `SELECT e.kind::text, string_agg(DISTINCT a.book::text, ',') AS books, sum(p.amount_cents)::text AS total FROM entry e
         JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq JOIN account a ON a.id = p.account_id
        WHERE e.proposal_id = $1 GROUP BY e.kind`,
      [id],
    );
    expect(entry).toEqual({ kind: "advanced", books: "cash", total: "0" });
  });

  it("is refused above the award before it is proposed, with what is under way", async () => {
    expect(await outcome(desk.propose("advance", 701n))).toBe("blocked");
    const open = await desk.propose("advance", 600n);
    expect(await outcome(desk.propose("advance", 101n))).toBe("blocked");
    await desk.superuser.query("UPDATE proposal SET status = 'cancelled' WHERE id = $1", [open]);
  });

  it("comes back, not further than what was paid", async () => {
    expect(await outcome(desk.propose("recovery", 301n))).toBe("blocked");
    await desk.approve(await desk.propose("recovery", 100n));
    expect(await advanced()).toBe("200");
  });
});

describe("the database", () => {
  it("refuses to take the award below what was paid", async () => {
    const id = await desk.propose("revision", -801n, { years: [{ year: 2026, amount: cents(-801n) }] });
    expect(await outcome(desk.approve(id))).toBe("above_award");
    expect(await outcome(desk.approve(await desk.propose("revision", -800n)))).toBe("done");
    await desk.approve(await desk.propose("revision", 800n));
  });

  it("lets six approvals at once pay no cent above the award", async () => {
    const ids = [];
    for (let index = 0; index < 6; index++) {
      const id = await desk.propose("advance", 200n);
      ids.push(id);
      // What is open counts before proposing, so each one steps aside until all are proposed.
      await desk.superuser.query("UPDATE proposal SET status = 'draft' WHERE id = $1", [id]);
    }
    await desk.superuser.query("UPDATE proposal SET status = 'proposed' WHERE id = ANY ($1)", [ids]);
    const outcomes = await Promise.all(ids.map((id) => outcome(desk.approve(id))));
    expect(outcomes.sort()).toEqual(["above_award", "above_award", "done", "done", "done", "done"]);
    expect(await advanced()).toBe("1000");
  });
});
