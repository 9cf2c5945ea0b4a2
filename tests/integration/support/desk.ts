import { randomUUID } from "node:crypto";
import pg from "pg";
import { decideProposal } from "@/lib/commands/proposals/decide-proposal";
import { type EnteredProposal, enterProposal } from "@/lib/commands/proposals/enter-proposal";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { Refusal } from "@/lib/domain/refusal";
import { openTestDatabase } from "./database";
import { makeFixture } from "./ledger-fixture";

/** An officer and an approver at work on one ceiling of € 100 and one allocation of € 10, through the real commands. */
export async function openDesk(code: string) {
  const database = await openTestDatabase();
  const superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const fixture = await makeFixture(owner, code);
  await owner.end();
  const author: Actor = {
    ...fixture.officer,
    personId: fixture.authorId,
    name: "indiener",
    roles: ["officer"],
  };
  const programme = { id: fixture.programmeId, code, numberPrefix: "T" };
  let allocationId = "";

  const one = async (sql: string, values: readonly unknown[]) =>
    (await superuser.query(sql, [...values])).rows[0];

  const propose = (
    kind: EnteredProposal["kind"],
    amount: bigint,
    change: Partial<EnteredProposal> = {},
  ): Promise<string> =>
    enterProposal(issueGrant("allocation:propose", author), {
      idempotencyKey: randomUUID(),
      programme,
      kind,
      change: null,
      trancheId: fixture.trancheId,
      themeId: kind === "ceiling" ? null : fixture.themeId,
      areaId: kind === "ceiling" ? null : (fixture.municipalities[0]?.areaId ?? null),
      allocationId: kind === "ceiling" || kind === "allocation" ? null : allocationId,
      claimId: null,
      decisionNumber: `B-${randomUUID().slice(0, 8)}`,
      decisionOn: "2026-02-01",
      decisionCents: cents(amount),
      effectiveOn: "2026-02-01",
      legalSource: null,
      reason: "toets",
      years: [{ year: 2026, amount: cents(amount) }],
      as: "proposed",
      ...change,
    });

  async function approve(id: string): Promise<void> {
    const row = await one("SELECT version, content_hash FROM proposal WHERE id = $1", [id]);
    await decideProposal(issueGrant("proposal:approve", fixture.officer), {
      idempotencyKey: randomUUID(),
      programmeId: fixture.programmeId,
      proposalId: id,
      version: row.version,
      contentHash: row.content_hash,
      outcome: "approved",
      reason: null,
    });
  }

  /** Balances of the allocation's place in cents, as text, by kind of account; one that was never posted on is absent. */
  async function balances(): Promise<Record<string, string>> {
    const { rows } = await superuser.query<{ kind: string; cents: string }>(
      `SELECT a.kind::text, sum(b.balance_cents)::text AS cents FROM account a JOIN account_balance b ON b.account_id = a.id
        WHERE a.programme_id = $1 AND a.area_id IS NOT NULL GROUP BY a.kind`,
      [fixture.programmeId],
    );
    return Object.fromEntries(rows.map(({ kind, cents: balance }) => [kind, balance]));
  }

  await approve(
    await propose("ceiling", 10_000n, { decisionNumber: null, decisionOn: null, decisionCents: null }),
  );
  const id = await propose("allocation", 1_000n);
  await approve(id);
  allocationId = (await one("SELECT allocation_id FROM proposal WHERE id = $1", [id])).allocation_id;
  return {
    database,
    superuser,
    fixture,
    author,
    programme,
    allocationId,
    one,
    propose,
    approve,
    balances,
    async close() {
      await superuser.end();
      await database.close();
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** How work came out: "done", the code of its refusal with its reasons, or the bug. */
export const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

/** The codes of every reason for which work is refused. */
export const reasons = (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => [],
    (error: unknown) => (error instanceof Refusal ? error.reasons.map(({ code }) => code) : [String(error)]),
  );
