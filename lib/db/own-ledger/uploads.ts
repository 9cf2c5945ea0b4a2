import type { Grid } from "@/lib/domain/own-ledger/grid";
import { NotFound } from "@/lib/domain/refusal";
import { canonicalJson } from "../hash";
import type { Tx } from "../transaction";

export interface StoredUpload {
  readonly id: string;
  readonly reportId: string;
  readonly municipalityId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly grid: Grid;
}

/** Keeps what was read until it is imported; a new file of the same person takes the place of the one before. */
export async function keepUpload(
  tx: Tx,
  upload: Omit<StoredUpload, "id"> & { readonly personId: string },
): Promise<string> {
  const { personId, reportId, municipalityId, fileName, sha256, grid } = upload;
  await tx.ownUpload.deleteMany({ where: { personId } });
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO own_upload (person_id, report_id, municipality_id, file_name, sha256, grid)
    VALUES (${personId}::uuid, ${reportId}::uuid, ${municipalityId}::uuid, ${fileName}, ${sha256}, ${canonicalJson(grid)}::jsonb)
    RETURNING id::text`;
  if (row === undefined) throw new Error("nothing inserted");
  return row.id;
}

/** @throws NotFound also for what a colleague brought. */
export async function readUpload(tx: Tx, id: string): Promise<StoredUpload> {
  const row = await tx.ownUpload.findFirst({ where: { id } });
  if (row === null) throw new NotFound(id);
  const { personId: _, uploadedAt: __, grid, ...upload } = row;
  return { ...upload, grid: grid as unknown as Grid };
}
