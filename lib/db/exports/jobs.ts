import type { ExportJob, ExportProblem } from "@/lib/domain/exports/job";
import { Prisma } from "../generated/client";
import { asSystem, type Tx } from "../transaction";

const columns = Prisma.sql`j.id::text, j.kind, j.format, j.proved, j.question, j.language, j.state::text, j.expected, j.rows, j.bytes,
  j.file_name AS "fileName", j.sha256, j.error, j.requested_at AS "requestedAt", j.finished_at AS "finishedAt",
  j.expires_at AS "expiresAt"`;

/** Own exports of a programme, the last first. */
export const listJobs = (tx: Tx, programmeId: string, limit: number): Promise<ExportJob[]> =>
  tx.$queryRaw<ExportJob[]>`SELECT ${columns} FROM export_job j WHERE j.programme_id = ${programmeId}::uuid
    AND j.person_id = (SELECT security.person_id()) ORDER BY j.requested_at DESC, j.id DESC LIMIT ${limit}`;

export async function readJob(tx: Tx, programmeId: string, id: string): Promise<ExportJob | null> {
  const [found] = await tx.$queryRaw<ExportJob[]>`SELECT ${columns} FROM export_job j
    WHERE j.id = ${id}::uuid AND j.programme_id = ${programmeId}::uuid`;
  return found ?? null;
}

export interface NewJob {
  readonly programmeId: string;
  readonly personId: string;
  readonly kind: string;
  readonly format: string;
  readonly proved: boolean;
  readonly question: Readonly<Record<string, string | string[]>>;
  readonly language: string;
}

/** Asks for an export; those of one person are made one after the other. */
export async function addJob(tx: Tx, job: NewJob): Promise<string> {
  const { id } = await tx.exportJob.create({ data: job, select: { id: true } });
  await tx.$queryRaw`SELECT 1 AS added FROM graphile_worker.add_job('export', json_build_object('job', ${id}::text),
    queue_name => ${`export:${job.personId}`}::text, job_key => ${`export:${id}`}::text, max_attempts => 3)`;
  return id;
}

export interface JobToDo extends ExportJob {
  readonly personId: string;
  readonly programme: string;
}

/** For the worker: what is to be made, for whom. Null when it is done or was given up. */
export const takeJob = (id: string): Promise<JobToDo | null> =>
  asSystem(async (tx) => {
    const [found] = await tx.$queryRaw<JobToDo[]>`
      SELECT ${columns}, j.person_id::text AS "personId", p.code AS programme
        FROM export_job j JOIN programme p ON p.id = j.programme_id
       WHERE j.id = ${id}::uuid AND j.state IN ('queued', 'running')`;
    if (found === undefined) return null;
    await tx.$executeRaw`DELETE FROM export_piece WHERE job_id = ${id}::uuid`;
    await tx.$executeRaw`UPDATE export_job SET state = 'running', rows = 0, bytes = 0 WHERE id = ${id}::uuid`;
    return found;
  });

export const moveJob = (
  id: string,
  {
    rows,
    bytes,
    expected,
  }: { readonly rows: bigint; readonly bytes: bigint; readonly expected: bigint | null },
): Promise<void> =>
  asSystem(async (tx) => {
    await tx.$executeRaw`UPDATE export_job SET rows = ${rows}, bytes = ${bytes}, expected = ${expected}
      WHERE id = ${id}::uuid AND state = 'running'`;
  });

export const failJob = (id: string, error: ExportProblem): Promise<void> =>
  asSystem(async (tx) => {
    await tx.$executeRaw`DELETE FROM export_piece WHERE job_id = ${id}::uuid`;
    await tx.$executeRaw`UPDATE export_job SET state = 'failed', error = ${error}, finished_at = now()
      WHERE id = ${id}::uuid AND state IN ('queued', 'running')`;
  });

const KEPT = "7 days";

export interface Made {
  readonly rows: bigint;
  readonly bytes: bigint;
  readonly sha256: string;
  readonly fileName: string;
}

/** In the caller's transaction: the export is ready exactly when it is in the audit log and the mail is written. */
export async function finishJob(tx: Tx, id: string, { rows, bytes, sha256, fileName }: Made): Promise<void> {
  await tx.$executeRaw`UPDATE export_job SET state = 'done', rows = ${rows}, expected = ${rows}, bytes = ${bytes},
      sha256 = ${sha256}, file_name = ${fileName}, finished_at = now(), expires_at = now() + ${KEPT}::interval
    WHERE id = ${id}::uuid`;
}

/** Takes away what was kept long enough. */
export const sweepJobs = (): Promise<void> =>
  asSystem(async (tx) => {
    await tx.$executeRaw`DELETE FROM export_piece p USING export_job j
      WHERE j.id = p.job_id AND j.state = 'done' AND j.expires_at < now()`;
    await tx.$executeRaw`UPDATE export_job SET state = 'expired' WHERE state = 'done' AND expires_at < now()`;
  });
