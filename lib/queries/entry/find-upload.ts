import "server-only";
import { rowsFromJson } from "@/lib/db/entry/upload-rows";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { CheckedRow } from "@/lib/domain/entry/sheet-row";
import { NotFound } from "@/lib/domain/refusal";

export interface FoundUpload {
  readonly id: string;
  readonly trancheId: string;
  readonly tranche: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly template: string | null;
  readonly status: "reading" | "checked" | "refused" | "entered";
  readonly rowsDone: number;
  readonly rowsTotal: number;
  readonly rows: readonly CheckedRow[];
  readonly refusal: { readonly problem: string; readonly facts: Readonly<Record<string, string>> } | null;
  readonly batchId: string | null;
  readonly uploadedAt: Date;
}

/** A server that was stopped while it read does not go on with it. */
const LONGEST_READING_MS = 120_000;

/** A file that this person uploaded. @throws NotFound for one of anybody else. */
export const findUpload = (
  grant: Grant<"allocation:propose">,
  programmeId: string,
  id: string,
): Promise<FoundUpload> =>
  inContext(grant.actor, async (tx) => {
    const row = await tx.entryUpload.findFirst({
      where: { id, programmeId },
      include: { tranche: { include: { stream: true } } },
    });
    if (row === null) throw new NotFound(id);
    const { tranche, rows, refusal, programmeId: _, personId: __, ...upload } = row;
    const stuck = row.status === "reading" && Date.now() - row.uploadedAt.getTime() > LONGEST_READING_MS;
    return {
      ...upload,
      tranche: `${tranche.stream.shortName}, ${tranche.name}`,
      rows: rowsFromJson(rows),
      status: stuck ? "refused" : row.status,
      refusal: stuck ? { problem: "interrupted", facts: {} } : (refusal as FoundUpload["refusal"]),
    };
  });
