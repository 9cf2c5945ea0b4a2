import { beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/db/hash";
import { append } from "@/lib/db/journal";
import { inContext } from "@/lib/db/transaction";
import { advanceEntry, settlementEntry } from "@/lib/domain/ledger/facts";
import { BOOK_OF, type NewEntry } from "@/lib/domain/ledger/journal";
import { cents } from "@/lib/domain/money";
import { openConnections } from "../support/connections";
import {
  acting,
  allocation,
  allocationRow,
  ceiling,
  type LedgerFixture,
  makeFixture,
  proposal,
} from "../support/ledger-fixture";

const { owner, app } = await openConnections();
let fixture: LedgerFixture;
/** Of each municipality: the first gets a settlement, the second an advance. */
let ids: { proposalId: string; allocationId: string }[];

const post = (entries: readonly NewEntry[]) =>
  inContext(fixture.officer, (tx) => append(tx, fixture.programmeId, fixture.approverId, entries));
const factOf = (at: number) => ({
  ...(ids[at] as { proposalId: string; allocationId: string }),
  streamId: fixture.streamId,
  trancheId: fixture.trancheId,
  themeId: fixture.themeId,
  municipalityId: fixture.municipalities[at]?.id ?? "",
  areaId: fixture.municipalities[at]?.areaId ?? "",
  effectiveOn: "2026-03-01",
  reason: "toets",
});
const advance = (amount: bigint) => advanceEntry({ ...factOf(1), kind: "advanced", amount: cents(amount) });
const award = () => allocation(fixture, ids[0] as (typeof ids)[0], 5n);

beforeAll(async () => {
  fixture = await makeFixture(owner, "vlag");
  ids = [];
  const entries = [ceiling(fixture, await proposal(owner, fixture, "ceiling"), 10_000n)];
  for (const at of [0, 1]) {
    ids.push({
      proposalId: await proposal(owner, fixture, "allocation"),
      allocationId: await allocationRow(owner, fixture, at),
    });
    entries.push(allocation(fixture, ids[at] as (typeof ids)[0], 1_000n, at));
  }
  await post([...entries, advance(100n)]);
});
const FLAGS = {
  "ledger.appending": "on",
  "ledger.many": "on",
  "ledger.advances": "none",
  "ledger.settlements": "none",
};
/** As somebody with the application's connection, who says beforehand what only ledger.append may say. */
const claiming = (work: () => Promise<unknown>) =>
  acting(app, fixture.officer, async () => {
    for (const [name, value] of Object.entries(FLAGS))
      await app.query("SELECT set_config($1, $2, true)", [name, value]);
    return work();
  });
const appended = (entry: NewEntry) =>
  claiming(() =>
    app.query("SELECT ledger.append($1, $2, $3::jsonb)", [
      fixture.programmeId,
      fixture.approverId,
      canonicalJson([
        {
          ...entry,
          postings: entry.postings.map(({ account, amount }) => ({
            ...account,
            book: BOOK_OF[account.kind],
            amount,
          })),
        },
      ]),
    ]),
  );
/** A copy of the last entry of this kind, past ledger.append, with its lines so many times. */
const inserted = (kind: string, times: number) =>
  claiming(async () => {
    const { rows } = await app.query<{ from: string; to: string }>(
      `SELECT max(seq) FILTER (WHERE kind = $2::entry_kind) AS from, max(seq) + 1 AS to FROM entry WHERE programme_id = $1`,
      [fixture.programmeId, kind],
    );
    const places = [fixture.programmeId, rows[0]?.from, rows[0]?.to];
    await app.query(
      `INSERT INTO entry SELECT e.programme_id, $3, e.kind, e.effective_on, e.recorded_at + interval '1 second', e.recorded_by,
         e.stream_id, e.municipality_id, e.allocation_id, e.proposal_id, e.report_id, e.corrects_seq, e.decision_number, e.decision_on,
         e.legal_source, e.reason, e.posting_count, e.debit_cents, e.prev_hash, e.hash
         FROM entry e WHERE e.programme_id = $1 AND e.seq = $2`,
      places,
    );
    await app.query(
      `INSERT INTO posting SELECT p.programme_id, $3, p.line, p.account_id, p.municipality_id, p.amount_cents * $4::bigint
         FROM posting p WHERE p.programme_id = $1 AND p.entry_seq = $2`,
      [...places, times],
    );
  });

describe("what ledger.append says to its triggers is believed from nobody else", () => {
  it("an advance above the award is refused, appended or inserted past it", async () => {
    await expect(appended(advance(901n))).rejects.toThrow(/above_award/);
    await expect(inserted("advanced", 10)).rejects.toThrow(/above_award/);
  });

  it("an award taken below what is advanced is refused too", async () => {
    const down = (amount: bigint): NewEntry => allocation(fixture, ids[1] as (typeof ids)[0], amount, 1);
    await expect(appended({ ...down(-901n), kind: "revised" })).rejects.toThrow(/above_award/);
  });

  it("what is settled is locked, for entries that are appended and for those inserted past it", async () => {
    await post([award()]);
    await post([
      settlementEntry({ ...factOf(0), kind: "settled", awarded: cents(1_005n), settled: cents(0n) }),
    ]);
    await expect(appended(award())).rejects.toThrow(/settled: entry/);
    await expect(inserted("allocated", 1)).rejects.toThrow(/settled: entry/);
    await expect(
      claiming(() =>
        app.query(
          `INSERT INTO posting SELECT p.programme_id, p.entry_seq, p.line + 100, p.account_id, p.municipality_id, 1
             FROM posting p WHERE p.programme_id = $1 AND p.entry_seq = 2 LIMIT 1`,
          [fixture.programmeId],
        ),
      ),
    ).rejects.toThrow(/unbalanced: entry 2 is closed/);
  });

  it("a settlement appended together with an entry after it locks that entry", async () => {
    await post([advance(-100n)].map((entry) => ({ ...entry, kind: "recovered" as const })));
    const close = settlementEntry({
      ...factOf(1),
      kind: "settled",
      awarded: cents(1_000n),
      settled: cents(0n),
    });
    await expect(post([close, allocation(fixture, ids[1] as (typeof ids)[0], 5n, 1)])).rejects.toThrow(
      /settle/,
    );
  });
});
