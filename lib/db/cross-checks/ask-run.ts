import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { dateOf } from "../dates";
import { ledgerSeq } from "../ledger-reading/ledger-seq";
import type { Tx } from "../transaction";

export interface AskedRun {
  readonly programmeId: string;
  /** Null: the night. */
  readonly personId: string | null;
  readonly asOf: AsOf;
  readonly current: boolean;
}

/** Writes down that a run was asked for. @returns its id */
export async function askRun(tx: Tx, { programmeId, personId, asOf, current }: AskedRun): Promise<string> {
  // As text, because a Date would lose the microseconds of the instant.
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO cross_check_run (programme_id, number, person_id, valid_on, known_at, current)
    VALUES (${programmeId}::uuid, 1, ${personId}::uuid, ${dateOf(asOf.validOn)}::date, ${asOf.knownAt}::timestamptz, ${current})
    RETURNING id::text`;
  if (made === undefined) throw new Error("the run was not written");
  return made.id;
}

/** Journals up to this size are gone through while the person waits: about a second. */
const AT_ONCE = 20_000n;

export const isQuick = async (tx: Tx, programmeId: string): Promise<boolean> =>
  (await ledgerSeq(tx, programmeId)) <= AT_ONCE;

interface Queued {
  readonly programmeId: string;
  readonly id: string;
  /** Who asked does it at once: the worker comes after, for a run that was broken off. */
  readonly after?: "1 minute";
}

/** Leaves a run to the worker; those of one programme come one after the other, and one that is done is not done again. */
export async function queueRun(tx: Tx, { programmeId, id, after }: Queued): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS added FROM graphile_worker.add_job('cross_check', json_build_object('run', ${id}::text),
    queue_name => ${`cross_check:${programmeId}`}::text, run_at => now() + ${after ?? "0 minutes"}::interval,
    job_key => ${`cross_check:${id}`}::text, max_attempts => 3)`;
}
