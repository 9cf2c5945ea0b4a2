import pg from "pg";
import { asking, readMonthCut } from "@/lib/db/ledger-reading/month-cut";
import { loadTree } from "@/lib/db/reconciliation/load-tree";
import { positionsAsOf } from "@/lib/db/reconciliation/positions";
import { inContext } from "@/lib/db/transaction";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { NO_FILTER } from "@/lib/domain/ledger/entry-filter";
import { type AsOf, instantNow } from "@/lib/domain/reconciliation/as-of";
import { listEntries } from "@/lib/queries/ledger/list-entries";
import { spreadJournal } from "./spread";

const ROUNDS = 7;
const YEARS = 20;

export interface ScaleRow {
  readonly entries: number;
  readonly madeSeconds: number;
  readonly cells: number;
  /** Milliseconds: the tree of now, a page of entries, and all balances as of two dates in the middle of the journal. */
  readonly treeMs: number;
  readonly listMs: number;
  readonly cubeMs: number;
  /** The same balances by adding up every entry. */
  readonly scanMs: number;
}

const AUDITOR: Actor = {
  personId: null,
  name: "bench",
  scope: "audit",
  roles: ["auditor"],
  organisationIds: [],
};

/** The middle of some rounds, after one to warm up. */
async function milliseconds(rounds: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

/** The control: every entry up to the two dates, added up. */
const SCAN = `
  SELECT p.account_id, sum(p.amount_cents), count(*)
    FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
   WHERE e.programme_id = $1 AND e.effective_on <= $2::date AND e.recorded_at <= $3::timestamptz GROUP BY p.account_id`;

/** Reading at each of these sizes of one programme, whose accounts stay the same: what grows is its journal. */
export async function benchScale(superuserUrl: string, sizes: readonly number[]): Promise<ScaleRow[]> {
  const found: ScaleRow[] = [];
  const first = new Date(Date.UTC(new Date().getUTCFullYear() - YEARS, new Date().getUTCMonth(), 1));
  for (const size of sizes) {
    const made = await spreadJournal(superuserUrl, "oefen", size, {
      from: first.toISOString(),
      months: YEARS * 12,
    });
    found.push(await read(superuserUrl, made));
  }
  return found;
}

async function read(
  superuserUrl: string,
  { entries, seconds }: { readonly entries: number; readonly seconds: number },
): Promise<ScaleRow> {
  const behind = new pg.Client(superuserUrl);
  await behind.connect();
  const { rows } = await behind.query<{ id: string; cells: string }>(
    "SELECT p.id, (SELECT count(*) FROM account_month m WHERE m.programme_id = p.id) AS cells FROM programme p WHERE p.code = 'oefen'",
  );
  const programmeId = rows[0]?.id ?? "";
  const middle = new Date();
  middle.setUTCFullYear(middle.getUTCFullYear() - YEARS / 2, middle.getUTCMonth(), 14);
  const past: AsOf = { validOn: middle.toISOString().slice(0, 10), knownAt: instantNow(middle) };
  const now = { validOn: new Date().toISOString().slice(0, 10), knownAt: instantNow(new Date()) };
  const grant = issueGrant("journal:read", AUDITOR);
  const result: ScaleRow = {
    entries,
    madeSeconds: seconds,
    cells: Number(rows[0]?.cells ?? 0),
    treeMs: await milliseconds(ROUNDS, () =>
      inContext(AUDITOR, (tx) =>
        loadTree(tx, { programmeId, measure: "spent", asOf: now, knownOn: now.validOn, open: [] }),
      ),
    ),
    listMs: await milliseconds(ROUNDS, () =>
      listEntries(grant, programmeId, { filter: NO_FILTER, asOf: now, page: 1, before: null }),
    ),
    cubeMs: await milliseconds(ROUNDS, () =>
      inContext(AUDITOR, async (tx) =>
        positionsAsOf(tx, programmeId, await readMonthCut(asking(tx), programmeId, past)),
      ),
    ),
    scanMs: await milliseconds(3, () => behind.query(SCAN, [programmeId, past.validOn, past.knownAt])),
  };
  await behind.end();
  return result;
}
