import "server-only";
import { listJobs, readJob } from "@/lib/db/exports/jobs";
import { readPieces } from "@/lib/db/exports/pieces";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { ByteRange, ExportJob } from "@/lib/domain/exports/job";
import { NotFound } from "@/lib/domain/refusal";

const MOST = 50;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One's own exports of a programme, the last first. */
export const listExports = ({ actor }: Grant<"export:read">, programmeId: string): Promise<ExportJob[]> =>
  inContext(actor, (tx) => listJobs(tx, programmeId, MOST));

/** @throws NotFound also for an export of somebody else */
export async function findExport(
  { actor }: Grant<"export:read">,
  programmeId: string,
  id: string,
): Promise<ExportJob> {
  const job = ID.test(id) ? await inContext(actor, (tx) => readJob(tx, programmeId, id)) : null;
  if (job === null) throw new NotFound("export");
  return job;
}

export const exportContent = (
  { actor }: Grant<"export:read">,
  id: string,
  range: ByteRange,
): AsyncGenerator<Uint8Array> => readPieces(actor, id, range);
