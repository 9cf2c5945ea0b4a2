import { createHash } from "node:crypto";
import { rowsFromJson } from "@/lib/db/entry/upload-rows";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { askingLines } from "@/lib/domain/entry/with-batch-reasons";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { enterBatch } from "../proposals/enter-batch";

export interface ConfirmedUpload {
  readonly programme: { readonly id: string; readonly code: string; readonly numberPrefix: string };
  readonly uploadId: string;
  readonly name: string;
  /** For lines without a date of their own. */
  readonly today: string;
}

/** Of the file and not of the button: the same file gives the same batch, whoever presses however often. */
function keyOf(sha256: string, trancheId: string): string {
  const hex = createHash("sha256").update(`${sha256}/${trancheId}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/**
 * Proposes every new and changed row of a file that was read, all or nothing.
 * @returns the id of the batch
 * @throws NotFound, Refusal `not_open` while it is not read or has faults, `blocked` when the ledger moved on since
 */
export async function confirmUpload(
  grant: Grant<"allocation:propose">,
  { programme, uploadId, name, today }: ConfirmedUpload,
): Promise<string> {
  const upload = await inContext(grant.actor, (tx) =>
    tx.entryUpload.findFirst({ where: { id: uploadId, programmeId: programme.id } }),
  );
  if (upload === null) throw new NotFound(uploadId);
  if (upload.batchId !== null) return upload.batchId;
  const rows = rowsFromJson(upload.rows);
  if (upload.status !== "checked" || rows.some(({ state }) => state === "refused"))
    throw new Refusal("not_open");
  const batchId = await enterBatch(grant, {
    idempotencyKey: keyOf(upload.sha256, upload.trancheId),
    programme,
    origin: "workbook",
    name: name.trim() === "" ? upload.fileName : name.trim(),
    source: {
      file: upload.fileName,
      sha256: upload.sha256,
      template: upload.template ?? "csv",
      tranche: upload.trancheId,
    },
    lines: askingLines(rows).map((line) => ({ ...line, effectiveOn: line.decisionOn ?? today })),
    as: "proposed",
  });
  await inContext(grant.actor, (tx) =>
    tx.entryUpload.update({ where: { id: uploadId }, data: { status: "entered", batchId, rows: [] } }),
  );
  return batchId;
}
