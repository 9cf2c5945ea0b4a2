import { afterAll, beforeAll, expect, it } from "vitest";
import { readProgrammeFacts } from "@/lib/db/cross-checks/read-facts";
import { inContext } from "@/lib/db/transaction";
import { openingIsClosing } from "@/lib/domain/cross-checks/rules/opening-is-closing";
import { type Desk, openDesk } from "../support/desk";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk("jaargrens");
});
afterAll(() => desk.close());

/** As it was known right after this entry. */
const judgedAfter = async (seq: number) => {
  const { id, at } = await desk.one(
    `SELECT programme_id AS id, to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
       FROM entry WHERE programme_id = $1 AND seq = $2`,
    [desk.fixture.programmeId, seq],
  );
  return openingIsClosing(
    await inContext(desk.fixture.officer, (tx) =>
      readProgrammeFacts(tx, id, { validOn: "2027-01-01", knownAt: at }),
    ),
  );
};
const moveBalances = async (cents: number) => {
  await desk.superuser.query("ALTER TABLE account_balance DISABLE TRIGGER ALL");
  await desk.superuser.query(
    `UPDATE account_balance b SET balance_cents = balance_cents + ${cents} FROM account a
      WHERE a.id = b.account_id AND a.programme_id = $1 AND a.kind = 'ceiling'`,
    [desk.fixture.programmeId],
  );
  await desk.superuser.query("ALTER TABLE account_balance ENABLE TRIGGER ALL");
};

it("a year opens with what is counted back from now, however short the journal was when it was known", async () => {
  // Two entries: after the first no more than half was known.
  for (const seq of [1, 2])
    expect(await judgedAfter(seq)).toMatchObject({ found: 0, checked: expect.any(Number), unjudged: 0 });
  await moveBalances(7);
  for (const seq of [1, 2]) {
    const { findings } = await judgedAfter(seq);
    expect(
      findings.map(({ thing, source, target }) => [thing, (source.value ?? 0n) - (target.value ?? 0n)]),
      String(seq),
    ).toEqual([["S~ceiling~2027", 7n]]);
  }
  await moveBalances(-7);
});
