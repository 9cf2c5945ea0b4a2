import type pg from "pg";
import { contextToken } from "@/lib/db/context-token";
import { canonicalJson } from "@/lib/db/hash";
import { BOOK_OF, type NewEntry } from "@/lib/domain/ledger/journal";
import {
  allocation,
  allocationRow,
  ceiling,
  type LedgerFixture,
  makeFixture,
  proposal,
} from "../integration/support/ledger-fixture";

/** A programme to append to: its ceiling is high enough for every entry that the bench posts. */
export interface BenchWorld {
  readonly fixture: LedgerFixture;
  readonly ids: { readonly proposalId: string; readonly allocationId: string };
}

const ROOM = 9_000_000_000_000_00n;

export async function makeWorld(owner: pg.Client, code: string): Promise<BenchWorld> {
  const fixture = await makeFixture(owner, code);
  const ceilingProposal = await proposal(owner, fixture, "ceiling");
  const ids = {
    proposalId: await proposal(owner, fixture, "allocation"),
    allocationId: await allocationRow(owner, fixture),
  };
  const world = { fixture, ids };
  await appendBatch(owner, world, [ceiling(fixture, ceilingProposal, ROOM)]);
  return world;
}

/** As lib/db/journal does, without Prisma: what is measured is the database's work. */
export async function appendBatch(
  client: pg.Client,
  { fixture }: BenchWorld,
  entries: readonly NewEntry[],
): Promise<void> {
  const rows = entries.map(({ postings, ...entry }) => ({
    ...entry,
    postings: postings.map(({ account, amount }) => ({ ...account, book: BOOK_OF[account.kind], amount })),
  }));
  await client.query("BEGIN");
  await client.query("SELECT set_config('app.context', $1, true)", [contextToken(fixture.officer)]);
  await client.query("SELECT count(*) FROM ledger.append($1, $2, $3::jsonb)", [
    fixture.programmeId,
    fixture.approverId,
    canonicalJson(rows),
  ]);
  await client.query("COMMIT");
}

export const oneEntry = ({ fixture, ids }: BenchWorld, amount = 100n): NewEntry =>
  allocation(fixture, ids, amount);
