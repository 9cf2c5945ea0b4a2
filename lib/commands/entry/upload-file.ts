import { createHash } from "node:crypto";
import { rowsAsJson } from "@/lib/db/entry/upload-rows";
import { batchFacts } from "@/lib/db/proposals/batch-facts";
import { inContext, LONG } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { FILE_LIMITS, type FileProblem } from "@/lib/domain/entry/entry-file";
import type { CheckedRow } from "@/lib/domain/entry/sheet-row";
import { askingLines, withBatchReasons } from "@/lib/domain/entry/with-batch-reasons";
import { batchReasons } from "@/lib/domain/proposals/batch";
import { NotFound } from "@/lib/domain/refusal";
import { readInWorker } from "@/lib/files/entry/read-in-worker";
import type { ReadingMessage, ReadingTask } from "@/lib/files/entry/reading";

export interface FileTask extends Omit<ReadingTask, "programme" | "tranche"> {
  readonly programme: { readonly id: string; readonly code: string };
  readonly trancheCode: string;
}

export type UploadAnswer =
  | {
      readonly is: "refused";
      readonly problem: FileProblem;
      readonly facts: Readonly<Record<string, string>>;
    }
  /** This very file was entered before. */
  | { readonly is: "same"; readonly batchId: string }
  | { readonly is: "reading"; readonly uploadId: string; readonly finished: Promise<void> };

type Propose = Grant<"allocation:propose">;

/**
 * Takes a file in: what it is as a whole is known when this answers, its rows are read on. A file that is refused as a
 * whole leaves nothing behind.
 */
export async function uploadFile(grant: Propose, task: FileTask): Promise<UploadAnswer> {
  if (task.bytes.byteLength > FILE_LIMITS.bytes) return tooLarge(task.bytes.byteLength);
  const sha256 = createHash("sha256").update(task.bytes).digest("hex");
  const batchId = await enteredBefore(grant, task, sha256);
  if (batchId !== null) return { is: "same", batchId };
  const reading = listen();
  const { programme, trancheCode, ...rest } = task;
  const asked: ReadingTask = { ...rest, programme: programme.code, tranche: trancheCode };
  const ended = readInWorker(asked, { heard: reading.heard });
  const first = await Promise.race([reading.first, ended.then(() => reading.first)]);
  if (first.is === "refused") {
    await ended;
    return first;
  }
  const uploadId = await begin(grant, task, { sha256, ...first });
  return { is: "reading", uploadId, finished: finish(grant, task, uploadId, ended, reading) };
}

export function tooLarge(bytes: number): UploadAnswer {
  const megabytes = (size: number) => String(Math.ceil(size / (1024 * 1024)));
  return {
    is: "refused",
    problem: "too_large",
    facts: { given: megabytes(bytes), most: megabytes(FILE_LIMITS.bytes) },
  };
}

type First = Extract<ReadingMessage, { is: "refused" | "accepted" }>;
type Why = Pick<Extract<ReadingMessage, { is: "refused" }>, "problem" | "facts">;

/** Keeps what the worker says until somebody asks for it. */
function listen() {
  let tell: (first: First) => void = () => undefined;
  const first = new Promise<First>((resolve) => {
    tell = resolve;
  });
  const state: { done: number; rows: readonly CheckedRow[] | null; refusal: Why | null } = {
    done: 0,
    rows: null,
    refusal: null,
  };
  const heard = (message: ReadingMessage) => {
    if (message.is === "accepted" || message.is === "refused") tell(message);
    if (message.is === "refused") state.refusal = message;
    if (message.is === "progress") state.done = message.done;
    if (message.is === "done") state.rows = message.rows;
  };
  return { first, state, heard };
}

const enteredBefore = (grant: Propose, { programme, trancheId }: FileTask, sha256: string) =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text AS id FROM batch WHERE programme_id = ${programme.id}::uuid AND origin = 'workbook'
         AND source ->> 'sha256' = ${sha256} AND source ->> 'tranche' = ${trancheId} LIMIT 1`;
    return rows[0]?.id ?? null;
  });

/** One upload of a person at a time: a new one takes the place of what was not confirmed. */
const begin = (
  grant: Propose,
  { programme, trancheId, fileName }: FileTask,
  file: { readonly sha256: string; readonly rows: number; readonly template: string | null },
): Promise<string> =>
  inContext(grant.actor, async (tx) => {
    const personId = grant.actor.personId ?? "";
    const known = await tx.tranche.count({
      where: { id: trancheId, stream: { programmeId: programme.id } },
    });
    if (known === 0) throw new NotFound(trancheId);
    await tx.entryUpload.deleteMany({ where: { personId, programmeId: programme.id, batchId: null } });
    const { id } = await tx.entryUpload.create({
      data: {
        personId,
        programmeId: programme.id,
        trancheId,
        fileName: fileName.slice(0, 200),
        sha256: file.sha256,
        template: file.template,
        rowsTotal: file.rows,
      },
      select: { id: true },
    });
    return id;
  });

const PROGRESS_MS = 400;

async function finish(
  grant: Propose,
  task: FileTask,
  id: string,
  ended: Promise<void>,
  { state }: ReturnType<typeof listen>,
): Promise<void> {
  const clock = setInterval(() => {
    // Only for who looks at the page meanwhile: when it fails, the next one says how far it is.
    void inContext(grant.actor, (tx) =>
      tx.entryUpload.updateMany({ where: { id, status: "reading" }, data: { rowsDone: state.done } }),
    ).catch(() => undefined);
  }, PROGRESS_MS);
  try {
    await ended;
    if (state.rows === null) await refuse(grant, id, state.refusal ?? { problem: "too_slow", facts: {} });
    else await keep(grant, task, id, state.rows);
  } catch {
    await refuse(grant, id, { problem: "interrupted", facts: {} }).catch(() => undefined);
  } finally {
    clearInterval(clock);
  }
}

const refuse = (grant: Propose, id: string, { problem, facts }: Why) =>
  inContext(grant.actor, (tx) =>
    tx.entryUpload.updateMany({
      where: { id },
      data: { status: "refused", refusal: { problem, facts } },
    }),
  );

/** What the ledger says about the lines comes after what the file says about itself. */
const keep = (grant: Propose, task: FileTask, id: string, read: readonly CheckedRow[]) =>
  inContext(
    grant.actor,
    async (tx) => {
      const lines = askingLines(read);
      const facts = await batchFacts(tx, task.programme, lines);
      const reasons = batchReasons(lines, facts.factsOf, facts.rooms, false);
      const rows = withBatchReasons(read, reasons, task.years);
      await tx.$executeRaw`UPDATE entry_upload SET status = 'checked', rows_done = rows_total, rows = ${rowsAsJson(rows)}::jsonb
        WHERE id = ${id}::uuid`;
    },
    LONG,
  );
