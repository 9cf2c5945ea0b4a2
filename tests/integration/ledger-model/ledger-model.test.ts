import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { append } from "@/lib/db/journal";
import { closePool } from "@/lib/db/pool";
import { inContext } from "@/lib/db/transaction";
import { allocationEntry, ceilingEntry, spendEntry } from "@/lib/domain/ledger/facts";
import type { NewEntry } from "@/lib/domain/ledger/journal";
import { cents } from "@/lib/domain/money";
import { Refusal } from "@/lib/domain/refusal";
import { openTestDatabase, type TestDatabase } from "../support/database";
import {
  acting,
  allocationRow,
  asSystemActor,
  type LedgerFixture,
  makeFixture,
  proposal,
} from "../support/ledger-fixture";

/** Operations in all: runs x length. Each is one transaction against the database and one step of the model. */
const RUNS = 50;
const LENGTH = 200;

type Operation = {
  readonly what: "ceiling" | "allocate" | "spend";
  readonly at: 0 | 1;
  readonly year: 2026 | 2027;
  readonly amount: bigint;
};

const operation: fc.Arbitrary<Operation> = fc.record({
  what: fc.constantFrom("ceiling", "allocate", "spend"),
  at: fc.constantFrom(0 as const, 1 as const),
  year: fc.constantFrom(2026 as const, 2027 as const),
  amount: fc.bigInt({ min: -50_000n, max: 100_000n }).filter((amount) => amount !== 0n),
});

/** The ledger in six lines: what may not go below zero, and what an operation moves. */
class Model {
  readonly balances = new Map<string, bigint>();
  apply({ what, at, year, amount }: Operation): boolean {
    const moves: Record<Operation["what"], [string, bigint][]> = {
      ceiling: [
        [`unallocated ${year}`, amount],
        [`!ceiling ${year}`, -amount],
      ],
      allocate: [
        [`allocated ${at} ${year}`, amount],
        [`unallocated ${year}`, -amount],
        [`to_spend ${at}`, amount],
        [`!entitlement ${at}`, -amount],
      ],
      spend: [
        [`spent ${at} ${year}`, amount],
        [`to_spend ${at}`, -amount],
      ],
    };
    const after = moves[what].map(
      ([account, change]) => [account, (this.balances.get(account) ?? 0n) + change] as const,
    );
    if (after.some(([account, balance]) => !account.startsWith("!") && balance < 0n)) return false;
    for (const [account, balance] of after) this.balances.set(account, balance);
    return true;
  }
}

let db: TestDatabase;
let owner: pg.Client;
let serial = 0;

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await Promise.all([owner.end(), closePool()]);
  await db.close();
});

it(`${RUNS * LENGTH} operations leave the database and the model with the same balances`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: LENGTH, maxLength: LENGTH }), async (operations) => {
      const world = await makeWorld();
      const model = new Model();
      for (const one of operations) {
        const expected = model.apply(one);
        expect(
          await post(world, one),
          JSON.stringify(one, (_, v) => (typeof v === "bigint" ? String(v) : v)),
        ).toBe(expected);
      }
      expect(await balances(world.fixture)).toEqual(
        [...model.balances].filter(([, balance]) => balance !== 0n).sort(),
      );
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 600_000);

type World = Awaited<ReturnType<typeof makeWorld>>;

async function makeWorld() {
  const fixture = await makeFixture(owner, `model-${++serial}`);
  const ceilingProposal = await proposal(owner, fixture, "ceiling");
  const places = [];
  for (const [index, { id }] of fixture.municipalities.entries()) {
    const ids = {
      proposalId: await proposal(owner, fixture, "allocation"),
      allocationId: await allocationRow(owner, fixture, index),
    };
    places.push({ ids, reportId: await signedReport(fixture, id) });
  }
  return { fixture, ceilingProposal, places };
}

async function signedReport(fixture: LedgerFixture, municipalityId: string): Promise<string> {
  return asSystemActor(owner, async () => {
    const { rows } = await owner.query<{ id: string }>(
      `WITH w AS (INSERT INTO reporting_window (programme_id, stream_id, tranche_id, code, year, period, periods, starts_on, ends_on, opens_on, due_on)
         VALUES ($1, $2, $3, $4, 2026, 1, 1, '2026-01-01', '2026-12-31', '2027-01-01', '2027-04-01') RETURNING id)
       INSERT INTO report (window_id, municipality_id, number, status) SELECT id, $5, $4, 'signed' FROM w RETURNING id`,
      [fixture.programmeId, fixture.streamId, fixture.trancheId, `R-${++serial}`, municipalityId],
    );
    return rows[0]?.id ?? "";
  });
}

function entryOf(
  { fixture, ceilingProposal, places }: World,
  { what, at, year, amount }: Operation,
): NewEntry {
  const place = places[at];
  const where = fixture.municipalities[at];
  if (!place || !where) throw new Error("no such place");
  const base = {
    streamId: fixture.streamId,
    trancheId: fixture.trancheId,
    effectiveOn: `${year}-03-01`,
    reason: what,
  };
  const there = { ...base, themeId: fixture.themeId, municipalityId: where.id, areaId: where.areaId };
  const years = [{ year, amount: cents(amount) }];
  if (what === "ceiling")
    return ceilingEntry({ ...base, kind: "ceiling_set", proposalId: ceilingProposal, years });
  if (what === "allocate") return allocationEntry({ ...there, ...place.ids, kind: "allocated", years });
  return spendEntry({ ...there, kind: "spent", reportId: place.reportId, year, amount: cents(amount) });
}

async function post(world: World, one: Operation): Promise<boolean> {
  const { fixture } = world;
  try {
    await inContext(fixture.officer, (tx) =>
      append(tx, fixture.programmeId, fixture.approverId, [entryOf(world, one)]),
    );
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === "exceeds_ceiling") return false;
    throw error;
  }
}

/** From the balances that the triggers keep, named as in the model; the postings themselves must agree. */
async function balances(fixture: LedgerFixture): Promise<[string, bigint][]> {
  const { rows } = await acting(owner, fixture.officer, () =>
    owner.query<{
      kind: string;
      municipality: string | null;
      year: number | null;
      kept: string;
      summed: string;
    }>(
      `SELECT a.kind, a.municipality_id AS municipality, a.year, b.balance_cents AS kept, sum(p.amount_cents)::bigint AS summed
         FROM account a JOIN account_balance b ON b.account_id = a.id JOIN posting p ON p.account_id = a.id
        WHERE a.programme_id = $1 GROUP BY a.id, b.account_id`,
      [fixture.programmeId],
    ),
  );
  expect(rows.map(({ kept }) => kept)).toEqual(rows.map(({ summed }) => summed));
  expect(rows.reduce((total, { kept }) => total + BigInt(kept), 0n)).toBe(0n);
  const place = (id: string) => fixture.municipalities.findIndex((one) => one.id === id);
  return rows
    .filter(({ kept }) => kept !== "0")
    .map(({ kind, municipality, year, kept }): [string, bigint] => {
      const mark = kind === "ceiling" || kind === "entitlement" ? "!" : "";
      return [
        [mark + kind, municipality === null ? null : place(municipality), year]
          .filter((part) => part !== null)
          .join(" "),
        BigInt(kept),
      ];
    })
    .sort();
}
