import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterSettlement } from "@/lib/commands/settlements/enter-settlement";
import { append } from "@/lib/db/journal";
import { inContext } from "@/lib/db/transaction";
import { issueGrant } from "@/lib/domain/access";
import { allocationEntry, spendEntry } from "@/lib/domain/ledger/facts";
import type { NewEntry } from "@/lib/domain/ledger/journal";
import { cents } from "@/lib/domain/money";
import { findSettlement } from "@/lib/queries/settlements/find-settlement";
import { listSettlements } from "@/lib/queries/settlements/list-settlements";
import { type Desk, openDesk, outcome, reasons } from "../support/desk";
import { asSystemActor } from "../support/ledger-fixture";

let desk: Desk;
let reportId: string;
const reader = () => issueGrant("proposal:read", desk.fixture.officer);
const place = () => {
  const { streamId, trancheId, themeId, municipalities } = desk.fixture;
  const [where] = municipalities;
  if (where === undefined) throw new Error("no municipality");
  return { streamId, trancheId, themeId, municipalityId: where.id, areaId: where.areaId };
};

function settle(kind: "settlement" | "reopening", awarded: bigint, settled: bigint): Promise<string> {
  return enterSettlement(
    issueGrant("allocation:propose", desk.author),
    desk.programme,
    desk.allocationId,
    {
      idempotencyKey: randomUUID(),
      awarded: cents(awarded),
      settled: cents(settled),
      decisionNumber: `V-${randomUUID().slice(0, 8)}`,
      decisionOn: "2026-11-01",
      reason: "toets",
    },
    kind,
  );
}

/** What the application's own way of posting does, past its rules: only the database can say no. */
async function post(entries: readonly NewEntry[]): Promise<string> {
  return outcome(
    inContext(desk.fixture.officer, (tx) =>
      append(tx, desk.fixture.programmeId, desk.fixture.approverId, entries),
    ),
  );
}
const spend = (amount: bigint, kind: "spent" | "spend_corrected" = "spent") =>
  spendEntry({
    ...place(),
    kind,
    reportId,
    effectiveOn: "2026-12-31",
    year: 2026,
    reason: "toets",
    amount: cents(amount),
  });

async function makeReport(): Promise<void> {
  const { superuser, fixture } = desk;
  await asSystemActor(superuser, async () => {
    const { rows } = await superuser.query(
      `INSERT INTO reporting_window (programme_id, stream_id, tranche_id, code, year, period, periods, starts_on, ends_on, opens_on, due_on)
       VALUES ($1, $2, $3, 'S-2026', 2026, 1, 1, '2026-01-01', '2026-12-31', '2026-01-02', '2027-04-01') RETURNING id`,
      [fixture.programmeId, fixture.streamId, fixture.trancheId],
    );
    const made = await superuser.query(
      "INSERT INTO report (window_id, municipality_id, number, status) VALUES ($1, $2, $3, 'signed') RETURNING id",
      [rows[0]?.id, place().municipalityId, `R-${randomUUID().slice(0, 8)}`],
    );
    reportId = made.rows[0]?.id;
  });
}

beforeAll(async () => {
  desk = await openDesk("vaststel");
});
afterAll(() => desk.close());

describe("a settlement", () => {
  it("waits for the accepted final report, and says each thing that is missing", async () => {
    expect(await reasons(settle("settlement", 1_000n, 0n))).toEqual(["settlement.reasons.no_final_window"]);
    await makeReport();
    expect(await post([spend(700n)])).toBe("done");
    const open = await desk.propose("advance", 10n);
    expect(await reasons(settle("settlement", 1_000n, 700n))).toEqual([
      "settlement.reasons.not_accepted",
      "settlement.reasons.open_proposal",
    ]);
    await desk.superuser.query("UPDATE proposal SET status = 'cancelled' WHERE id = $1", [open]);
    await desk.superuser.query("UPDATE report SET status = 'accepted' WHERE id = $1", [reportId]);
  });

  it("is refused on other amounts than those of the ledger", async () => {
    expect(await reasons(settle("settlement", 1_000n, 699n))).toEqual(["settlement.reasons.changed"]);
    expect(await reasons(settle("settlement", 1_001n, 700n))).toEqual(["settlement.reasons.changed"]);
  });

  it("is not posted when spend changed after it was proposed", async () => {
    const id = await settle("settlement", 1_000n, 700n);
    expect(await post([spend(-50n, "spend_corrected")])).toBe("done");
    expect(await reasons(desk.approve(id))).toEqual(["settlement.reasons.changed"]);
    expect(await post([spend(50n, "spend_corrected")])).toBe("done");
    await desk.superuser.query("UPDATE proposal SET status = 'cancelled' WHERE id = $1", [id]);
  });

  it("turns the entitlement into what is settled, to the cent, once another person approves it", async () => {
    await desk.approve(await desk.propose("advance", 900n));
    await desk.approve(await settle("settlement", 1_000n, 700n));
    expect(await desk.balances()).toEqual({
      allocated: "1000",
      entitlement: "0",
      to_spend: "0",
      spent: "700",
      settled: "-700",
      advanced: "900",
    });
    const { sum, standing, missing } = await findSettlement(reader(), desk.programme, desk.allocationId);
    expect(sum).toEqual({
      awarded: 1_000n,
      spent: 700n,
      advanced: 900n,
      settled: 700n,
      lapsed: 300n,
      recovery: 200n,
      remainder: 0n,
    });
    expect(standing).not.toBeNull();
    expect(missing.map(({ code }) => code)).toEqual(["settlement.reasons.settled"]);
  });

  it("gives the letter its figures, with who decided", async () => {
    const [letter, ...more] = await listSettlements(reader(), desk.programme.id, desk.allocationId);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      settled: 700n,
      lapsed: 300n,
      recovery: 200n,
      remainder: 0n,
      settlementOn: "2026-11-01",
      proposer: "indiener",
      approver: "goedkeurder",
    });
  });
});

describe("what is settled is closed", () => {
  it("to revisions, to payments past it and to a second settlement, before they are proposed", async () => {
    expect(await reasons(desk.propose("revision", 10n))).toEqual(["settlement.reasons.locked"]);
    expect(await reasons(desk.propose("advance", 1n))).toEqual(["settlement.reasons.above_settled"]);
    expect(await reasons(desk.propose("recovery", 201n))).toEqual(["settlement.reasons.below_settled"]);
    expect(await reasons(settle("settlement", 1_000n, 700n))).toEqual(["settlement.reasons.settled"]);
  });

  it("in the database, whatever the application thinks", async () => {
    const { proposal_id: proposalId } = await desk.one(
      "SELECT proposal_id FROM entry WHERE programme_id = $1 AND kind = 'allocated'",
      [desk.programme.id],
    );
    const revised = allocationEntry({
      ...place(),
      kind: "revised",
      allocationId: desk.allocationId,
      proposalId,
      effectiveOn: "2026-11-02",
      reason: "toets",
      years: [{ year: 2026, amount: cents(10n) }],
    });
    expect(await post([revised])).toBe("settled");
    expect(await post([spend(-1n, "spend_corrected")])).toBe("settled");
  });

  it("and money moves towards it, not past it", async () => {
    const id = await desk.propose("recovery", 200n);
    await desk.superuser.query("UPDATE proposal SET status = 'draft' WHERE id = $1", [id]);
    const twice = await desk.propose("recovery", 150n);
    await desk.superuser.query("UPDATE proposal SET status = 'proposed' WHERE id = $1", [id]);
    await desk.approve(id);
    expect((await desk.balances()).advanced).toBe("700");
    expect(await outcome(desk.approve(twice))).toBe("settled");
    await desk.superuser.query("UPDATE proposal SET status = 'cancelled' WHERE id = $1", [twice]);
  });
});

describe("a reopening", () => {
  it("restores what was awarded, spent and still to be spent, and points at the settlement", async () => {
    const id = await settle("reopening", 1_000n, 700n);
    await desk.approve(id);
    expect(await desk.balances()).toMatchObject({
      entitlement: "-1000",
      to_spend: "300",
      spent: "700",
      settled: "0",
    });
    const entry = await desk.one(
      `SELECT e.kind::text AS kind, c.kind::text AS corrects FROM entry e
         JOIN entry c ON c.programme_id = e.programme_id AND c.seq = e.corrects_seq WHERE e.proposal_id = $1`,
      [id],
    );
    expect(entry).toEqual({ kind: "settlement_reopened", corrects: "settled" });
    expect(await reasons(settle("reopening", 1_000n, 700n))).toEqual(["settlement.reasons.not_settled"]);
  });

  it("makes room for a correction, after which it is settled again", async () => {
    expect(await post([spend(100n, "spend_corrected")])).toBe("done");
    await desk.approve(await settle("settlement", 1_000n, 800n));
    expect(await desk.balances()).toMatchObject({ settled: "-800", to_spend: "0", entitlement: "0" });
    const { sum } = await findSettlement(reader(), desk.programme, desk.allocationId);
    expect([sum.recovery, sum.remainder]).toEqual([0n, 100n]);
    await desk.approve(await desk.propose("advance", 100n));
    expect((await desk.balances()).advanced).toBe("800");
  });
});
