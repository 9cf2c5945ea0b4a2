import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { append } from "@/lib/db/journal";
import { closePool } from "@/lib/db/pool";
import { inContext } from "@/lib/db/transaction";
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

const LINES = 50;
const WRITERS = 6;
const ROOM = 1_000_00n;

let db: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await Promise.all([owner.end(), closePool()]);
  await db.close();
});

/** Each line has room for one of the six amounts that are asked of it at the same moment. */
it(`${WRITERS} writers at once on ${LINES} contested ceilings overdraw none of them`, async () => {
  const base = await makeFixture(owner, "wedloop");
  const lines: { fixture: LedgerFixture; ids: { proposalId: string; allocationId: string } }[] = [];
  for (let line = 0; line < LINES; line += 1) {
    const trancheId = await asSystemActor(owner, async () => {
      const { rows } = await owner.query<{ id: string }>(
        "INSERT INTO tranche (stream_id, code, name) VALUES ($1, $2, $2) RETURNING id",
        [base.streamId, `t${line}`],
      );
      return rows[0]?.id ?? "";
    });
    const fixture = { ...base, trancheId };
    const ceilingProposal = await proposal(owner, fixture, "ceiling");
    await inContext(base.officer, (tx) =>
      append(tx, base.programmeId, base.approverId, [ceiling(fixture, ceilingProposal, ROOM)]),
    );
    lines.push({
      fixture,
      ids: {
        proposalId: await proposal(owner, fixture, "allocation"),
        allocationId: await allocationRow(owner, fixture),
      },
    });
  }

  let posted = 0;
  let refused = 0;
  const writer = async () => {
    for (const { fixture, ids } of lines) {
      try {
        await inContext(base.officer, (tx) =>
          append(tx, base.programmeId, base.approverId, [allocation(fixture, ids, (ROOM * 6n) / 10n)]),
        );
        posted += 1;
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "exceeds_ceiling") throw error;
        refused += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));

  expect({ posted, refused }).toEqual({ posted: LINES, refused: LINES * (WRITERS - 1) });
  const { rows } = await acting(owner, base.officer, () =>
    owner.query<{ below: number; kept: number; sums: number }>(
      `SELECT count(*) FILTER (WHERE b.balance_cents < 0)::int AS below, count(*)::int AS kept,
              count(*) FILTER (WHERE b.balance_cents <> (SELECT sum(p.amount_cents) FROM posting p WHERE p.account_id = a.id))::int AS sums
         FROM account a JOIN account_balance b ON b.account_id = a.id WHERE a.programme_id = $1 AND a.kind = 'unallocated'`,
      [base.programmeId],
    ),
  );
  expect(rows).toEqual([{ below: 0, kept: LINES, sums: 0 }]);
});
