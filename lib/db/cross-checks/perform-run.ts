import type { AuditAction } from "@/lib/domain/audit/audit-action";
import { type RunResult, runCrossRules } from "@/lib/domain/cross-checks/run";
import { type AsOf, instantNow } from "@/lib/domain/reconciliation/as-of";
import { recordAudit } from "../audit";
import { dateOf } from "../dates";
import { asSystem, LONG, ONE_VIEW, type Tx } from "../transaction";
import { askRun, queueRun } from "./ask-run";
import { readDecided } from "./decided";
import { judgeInvariants } from "./invariants/judge-invariants";
import { keepFailure, keepResult } from "./keep-result";
import { readProgrammeFacts } from "./read-facts";
import { readRunNumber } from "./read-runs";

interface WaitingRun {
  readonly id: string;
  readonly programmeId: string;
  readonly number: number;
  readonly validOn: string;
  readonly knownAt: string;
  readonly current: boolean;
}

/** A run that nothing came of yet; null when it is done. */
const readWaiting = (id: string): Promise<WaitingRun | null> =>
  asSystem(async (tx) => {
    const [found] = await tx.$queryRaw<WaitingRun[]>`
      SELECT r.id::text, r.programme_id::text AS "programmeId", r.number, to_char(r.valid_on, 'YYYY-MM-DD') AS "validOn",
        ledger.instant(r.known_at) AS "knownAt", r.current
        FROM cross_check_run r LEFT JOIN cross_check_result x ON x.run_id = r.id WHERE r.id = ${id}::uuid AND x.run_id IS NULL`;
    return found ?? null;
  });

/**
 * Does a run that was asked for, with the eyes of the system, so that it finds the same whoever asked: first what the ledger
 * promises, then all rules over one set of facts that were read in one view, and keeps what came of it in one transaction with the audit log.
 */
export async function performRun(id: string): Promise<void> {
  const run = await readWaiting(id);
  if (run === null) return;
  const { programmeId, validOn, knownAt } = run;
  const invariants = await judgeInvariants(programmeId);
  const asOf: AsOf = { validOn, knownAt };
  const result: RunResult = await asSystem(async (tx) => {
    const facts = await readProgrammeFacts(tx, programmeId, asOf);
    return runCrossRules(facts, invariants, await readDecided(tx, programmeId, asOf));
  }, ONE_VIEW);
  await asSystem(async (tx) => {
    const counts = await keepResult(tx, run, result);
    if (counts !== null) await audit(tx, run, "cross-check.done", { ...counts });
  }, LONG);
}

/** A run that cannot be done says so, and is not tried any more. */
export async function failRun(id: string): Promise<void> {
  const run = await readWaiting(id);
  if (run === null) return;
  await asSystem(async (tx) => {
    if (await keepFailure(tx, run)) await audit(tx, run, "cross-check.failed", {});
  });
}

const audit = (
  tx: Tx,
  { id, programmeId, number, validOn, knownAt }: WaitingRun,
  action: AuditAction,
  facts: Readonly<Record<string, unknown>>,
) =>
  recordAudit(
    tx,
    { personId: null, name: "system", scope: "system", roles: [], organisationIds: [] },
    {
      action,
      programmeId,
      subjectKind: "cross_check_run",
      subjectId: id,
      facts: { number, validOn, knownAt, ...facts },
    },
  );

/**
 * Asks for a run of every programme as of today and leaves them to the worker. What a night that was broken off asked for, and
 * still waits, is not asked for again. @returns the ids of what waits now
 */
export const askNightlyRuns = (now: Date, today: string): Promise<string[]> =>
  asSystem(async (tx) => {
    const programmes = await tx.$queryRaw<{ programmeId: string; waiting: string | null }[]>`
      SELECT p.id::text AS "programmeId", (SELECT r.id::text FROM cross_check_run r LEFT JOIN cross_check_result x ON x.run_id = r.id
         WHERE r.programme_id = p.id AND r.person_id IS NULL AND r.current AND r.valid_on = ${dateOf(today)}::date AND x.run_id IS NULL
         ORDER BY r.number DESC LIMIT 1) AS waiting
        FROM programme p ORDER BY p.code`;
    const asOf = { validOn: today, knownAt: instantNow(now) };
    const ids: string[] = [];
    for (const { programmeId, waiting } of programmes) {
      const id = waiting ?? (await askNightly(tx, programmeId, asOf));
      await queueRun(tx, { programmeId, id });
      ids.push(id);
    }
    return ids;
  });

async function askNightly(tx: Tx, programmeId: string, asOf: AsOf): Promise<string> {
  const id = await askRun(tx, { programmeId, personId: null, asOf, current: true });
  const number = await readRunNumber(tx, id);
  await audit(tx, { id, programmeId, number, current: true, ...asOf }, "cross-check.asked", {});
  return id;
}
