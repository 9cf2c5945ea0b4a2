import { beforeEach, describe, expect, it } from "vitest";
import { stateBalance } from "@/lib/commands/own-balance/state-balance";
import { acceptReport } from "@/lib/commands/reports/accept-report";
import { openReport } from "@/lib/commands/reports/open-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { signReport } from "@/lib/commands/reports/sign-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { cents } from "@/lib/domain/money";
import type { StatedBalanceInput } from "@/lib/input/own-balance";
import { findBalances, findBalancesThatDiffer } from "@/lib/queries/own-balance/balances";
import { findReport } from "@/lib/queries/reports/find-report";
import { filled, key, makeReportingWorld, type ReportingWorld } from "../reports/reporting-world";
import { openConnections } from "../support/connections";
import { acting, asSystemActor } from "../support/ledger-fixture";

const TODAY = "2026-11-23";

const { owner, app } = await openConnections();
let serial = 0;
let world: ReportingWorld;

beforeEach(async () => {
  world = await makeReportingWorld(owner, `saldo${++serial}`);
});

type Amounts = Parameters<typeof filled>[2];

/** A report of one of the two periods of 2024, from opening to acceptance. */
async function accepted(period: 0 | 1, amounts: Amounts): Promise<void> {
  const { coordinator, coordinatorReads, signer, officer } = world.grants;
  const id = await openReport(coordinator, {
    idempotencyKey: key(),
    window: world.windows[period] ?? "",
    municipality: world.municipalities[0]?.id ?? "",
  });
  const read = () => findReport(coordinatorReads, world.programmeId, id, TODAY);
  await saveReport(coordinator, filled(world, (await read()).header, amounts));
  const exact = async () => {
    const { header, hash } = await read();
    return { idempotencyKey: key(), report: id, version: header.version, contentHash: hash };
  };
  await submitReport(coordinator, await exact());
  await signReport(signer, await exact());
  await acceptReport(officer, await exact());
}

const input = (amount: bigint, more: Partial<StatedBalanceInput> = {}): StatedBalanceInput => ({
  idempotencyKey: key(),
  windowId: world.windows[0] ?? "",
  municipalityId: world.municipalities[0]?.id ?? "",
  amount: cents(amount),
  accountReference: "443100",
  replaces: null,
  reason: null,
  ...more,
});
const state = (amount: bigint, more?: Partial<StatedBalanceInput>) =>
  stateBalance(world.grants.coordinator, world.programmeId, TODAY, input(amount, more));
const balances = async (grant = world.grants.coordinatorReads) =>
  (await findBalances(grant, world.programmeId, TODAY)).balances;
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught as { code?: string; reasons?: readonly { code: string }[]; name?: string },
  );
  return error === null
    ? "nothing"
    : [error.code ?? error.name, ...(error.reasons ?? []).map(({ code }) => code)].join(" ");
};
const FIRST = { t: { spent: 100_00n, forecast: 900_00n }, u: { spent: 40_00n, forecast: 960_00n } };

describe("a stated balance", () => {
  it("cannot be compared before its periods are accepted, and agrees or differs from then on", async () => {
    await state(140_00n);
    expect((await balances())[0]).toMatchObject({
      check: { state: "open" },
      openPeriods: [{ year: 2024, period: 1, periods: 2 }],
    });
    await accepted(0, FIRST);
    expect((await balances())[0]).toMatchObject({ check: { state: "agrees", accepted: 140_00n } });
    expect(await findBalancesThatDiffer(world.grants.officerReads, world.programmeId)).toEqual([]);
  });

  it("is broken by a later correction of its period, and both sides are told by which entry", async () => {
    await accepted(0, FIRST);
    await state(140_00n);
    await accepted(1, {
      t: { spent: 10_00n, forecast: 905_00n, correction: -15_00n },
      u: { spent: 0n, forecast: 960_00n },
    });
    for (const grant of [world.grants.coordinatorReads, world.grants.officerReads]) {
      const [found, ...others] = await findBalancesThatDiffer(grant, world.programmeId);
      expect(others).toEqual([]);
      expect(found?.check).toMatchObject({ state: "broken", accepted: 125_00n, difference: 15_00n });
      expect(found?.check.broke.map(({ kind, amount, effectiveOn }) => [kind, amount, effectiveOn])).toEqual([
        ["spend_corrected", -15_00n, "2024-06-30"],
      ]);
    }
    // The end of the year holds both the spend and the correction.
    await state(135_00n, { windowId: world.windows[1] ?? "" });
    const states = (await balances()).map(({ onDate, check }) => [onDate, check.state]);
    expect(states).toEqual([
      ["2024-12-31", "agrees"],
      ["2024-06-30", "broken"],
    ]);
  });

  it("is told to nobody whose it is not", async () => {
    await accepted(0, FIRST);
    await state(141_00n);
    const { neighbourReads, otherOfficer, auditor } = world.grants;
    expect(await balances(neighbourReads)).toEqual([]);
    expect((await balances(auditor))[0]?.check).toMatchObject({ state: "differs", difference: 1_00n });
    const elsewhere = { ...otherOfficer, permission: "report:read" } as unknown as typeof auditor;
    expect(await findBalancesThatDiffer(elsewhere, world.programmeId)).toEqual([]);
  });

  it("is replaced by another with a reason, and stays to be seen", async () => {
    await accepted(0, FIRST);
    await state(150_00n);
    const [first] = await balances();
    const id = first?.id ?? "";
    expect(await refusal(state(140_00n))).toBe("blocked ownLedger.reasons.balance_stands");
    expect(await refusal(state(140_00n, { replaces: id }))).toBe("blocked ownLedger.reasons.balance_reason");
    const both = await Promise.all(
      [140_00n, 141_00n].map((amount) => refusal(state(amount, { replaces: id, reason: "Dubbel geteld." }))),
    );
    expect(both.sort()).toEqual(["nothing", "stale"]);
    const [now, ...others] = await balances();
    expect(others).toEqual([]);
    expect(now?.earlier).toMatchObject([{ stated: 150_00n, replacedBecause: "Dubbel geteld." }]);
  });

  it("is about a period that is over, and of one's own", async () => {
    const theirs = world.municipalities[1]?.id ?? "";
    expect(await refusal(state(1n, { municipalityId: theirs }))).toContain("NotFound");
    const { coordinator } = world.grants;
    const early = stateBalance(coordinator, world.programmeId, "2024-06-29", input(1n));
    expect(await refusal(early)).toContain("NotFound");
  });
});

describe("the database", () => {
  it("writes down what the journal said by itself, and lets nobody change it", async () => {
    await accepted(0, FIRST);
    const { actor } = world.grants.coordinator;
    await acting(app, actor, () =>
      app.query(
        `INSERT INTO own_balance (programme_id, municipality_id, window_id, tranche_id, on_date, stated_cents, account_reference, checked_seq, checked_cents, created_by)
         VALUES ($1, $2, $3, $3, '1999-01-01', 1, 'x', 999, 999, $4)`,
        [world.programmeId, world.municipalities[0]?.id, world.windows[0], actor.personId],
      ),
    );
    const [found] = await balances();
    expect(found).toMatchObject({ onDate: "2024-06-30", checkedThen: 140_00n });
    for (const sql of [
      "UPDATE own_balance SET stated_cents = 2",
      "DELETE FROM own_balance",
      "TRUNCATE own_balance",
    ]) {
      await expect(
        asSystemActor(owner, () => owner.query(sql)),
        sql,
      ).rejects.toThrow(/append_only/);
      await expect(
        acting(app, actor, () => app.query(sql)),
        sql,
      ).rejects.toThrow(/permission denied/);
    }
  });

  it("refuses a balance of another person, of another municipality, below zero, and a second first one", async () => {
    const { actor } = world.grants.coordinator;
    const insert = (municipality: number, person: string | null, stated = 1) =>
      acting(app, actor, () =>
        app.query(
          `INSERT INTO own_balance (programme_id, municipality_id, window_id, tranche_id, on_date, stated_cents, account_reference, checked_seq, checked_cents, created_by)
           VALUES ($1, $2, $3, $3, '1999-01-01', $5, 'x', 0, 0, $4)`,
          [world.programmeId, world.municipalities[municipality]?.id, world.windows[0], person, stated],
        ),
      );
    await expect(insert(1, actor.personId)).rejects.toThrow(/row-level security/);
    await expect(insert(0, world.grants.signer.actor.personId)).rejects.toThrow(/row-level security/);
    await expect(insert(0, actor.personId, -1)).rejects.toThrow(/own_balance_above_zero/);
    await insert(0, actor.personId);
    await expect(insert(0, actor.personId)).rejects.toThrow(/own_balance_first/);
  });
});
