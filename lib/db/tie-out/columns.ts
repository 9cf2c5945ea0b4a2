import type { RowMapping } from "@/lib/domain/tie-out/row-columns";
import type { TieOutKind } from "@/lib/domain/tie-out/tie-out-file";
import type { Tx } from "../transaction";

export interface StoredColumns {
  readonly version: number;
  readonly columns: RowMapping;
}

/** Which column of the file is what, in the last version of then, or of now; null while nobody said so. */
export async function readTieOutColumns(
  tx: Tx,
  tieOutId: string,
  knownAt = "infinity",
): Promise<StoredColumns | null> {
  const [row] = await tx.$queryRaw<StoredColumns[]>`
    SELECT c.version, c.columns FROM tie_out_columns c
     WHERE c.tie_out_id = ${tieOutId}::uuid AND c.created_at <= ${knownAt}::timestamptz ORDER BY c.version DESC LIMIT 1`;
  return row ?? null;
}

/** What was last said of a file of this kind from this source. */
export async function keptColumns(
  tx: Tx,
  programmeId: string,
  { kind, source }: { readonly kind: TieOutKind; readonly source: string },
): Promise<RowMapping | null> {
  const row = await tx.tieOutColumns.findFirst({
    where: { programmeId, tieOut: { kind, source } },
    orderBy: [{ createdAt: "desc" }, { version: "desc" }],
  });
  return row === null ? null : (row.columns as RowMapping);
}

/** The sources that a programme has files of, the one used last first. */
export async function tieOutSources(tx: Tx, programmeId: string): Promise<string[]> {
  const rows = await tx.tieOut.groupBy({
    by: ["source"],
    where: { programmeId },
    _max: { createdAt: true },
    orderBy: { _max: { createdAt: "desc" } },
    take: 20,
  });
  return rows.map(({ source }) => source);
}
