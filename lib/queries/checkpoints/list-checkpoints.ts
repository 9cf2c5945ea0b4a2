import "server-only";
import { publishedKeys } from "@/lib/db/checkpoints/public-keys";
import {
  asCheckpoint,
  type CheckpointRow,
  checkpointOfSize,
  consistencyOf,
  countCheckpoints,
  pageOfCheckpoints,
} from "@/lib/db/checkpoints/stored-checkpoints";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { AUDIT_LOG } from "@/lib/domain/audit/audit-content";
import { checkpointFile } from "@/lib/domain/ledger/checkpoint";
import { NotFound } from "@/lib/domain/refusal";

export { publishedKeys };

export const CHECKPOINTS_PER_PAGE = 30;

interface ListedCheckpoint extends CheckpointRow {
  /** Null of the audit log, which is of no programme. */
  readonly of: {
    readonly code: string;
    readonly nameNl: string;
    readonly nameEn: string;
    readonly isPractice: boolean;
  } | null;
}

/** Signed checkpoints of every programme and of the audit log, newest first: a fingerprint says nothing of what is in a ledger. */
export async function listCheckpoints(
  grant: Grant<"claims:read">,
  page: number,
): Promise<{ readonly rows: readonly ListedCheckpoint[]; readonly total: number }> {
  return inContext(grant.actor, async (tx) => {
    const programmes = await tx.programme.findMany();
    const [count] = await tx.$queryRaw<{ total: number }[]>(countCheckpoints());
    const rows = await tx.$queryRaw<CheckpointRow[]>(
      pageOfCheckpoints({ limit: CHECKPOINTS_PER_PAGE, offset: (page - 1) * CHECKPOINTS_PER_PAGE }),
    );
    const listed = rows.map((row) => ({
      ...row,
      of: programmes.find(({ id }) => id === row.programmeId) ?? null,
    }));
    return { rows: listed, total: count?.total ?? 0 };
  });
}

/** A checkpoint as its file outside the database. @throws NotFound */
export async function findCheckpointFile(
  grant: Grant<"claims:read">,
  code: string,
  size: bigint,
): Promise<string> {
  const [row] = await inContext(grant.actor, async (tx) => {
    const of =
      code === AUDIT_LOG ? await tx.auditLog.findFirst() : await tx.programme.findUnique({ where: { code } });
    return of === null ? [] : tx.$queryRaw<CheckpointRow[]>(checkpointOfSize(of.id, size));
  });
  if (row === undefined) throw new NotFound("checkpoint");
  return checkpointFile(row.programme, asCheckpoint(row), consistencyOf(row));
}
