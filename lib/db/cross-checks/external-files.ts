import type { TiedFile, TieException } from "@/lib/domain/cross-checks/facts";
import { sum } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { groupBy } from "@/lib/domain/reconciliation/positions";
import { sidesOf } from "@/lib/domain/tie-out/shown-pairings";
import type { Pairing } from "@/lib/domain/tie-out/tie-out";
import { readTieOutColumns } from "../tie-out/columns";
import { readTieOut, readTieOutGrid } from "../tie-out/files";
import { compareTieOut } from "../tie-out/load-tie-out";
import type { Tx } from "../transaction";

/** The latest external file about each thing of which it was said by then which column is what, held against the ledger. */
export async function readTiedFiles(tx: Tx, programmeId: string, { knownAt }: AsOf): Promise<TiedFile[]> {
  const latest = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (f.subject) f.id::text FROM tie_out f
     WHERE f.programme_id = ${programmeId}::uuid AND f.created_at <= ${knownAt}::timestamptz
       AND EXISTS (SELECT 1 FROM tie_out_columns c WHERE c.tie_out_id = f.id AND c.created_at <= ${knownAt}::timestamptz)
     ORDER BY f.subject, f.created_at DESC, f.id DESC`;
  const found: TiedFile[] = [];
  for (const { id } of latest) {
    const file = await readTieOut(tx, programmeId, id);
    const said = await readTieOutColumns(tx, id, knownAt);
    if (said === null) continue;
    const grid = await readTieOutGrid(tx, programmeId, id);
    const { pairings, read } = await compareTieOut(
      tx,
      programmeId,
      file,
      { grid, columns: said.columns },
      knownAt,
    );
    const { kind, year, fileName: name } = file;
    found.push({ id, kind, year, name, exceptions: exceptionsOf(pairings), unread: read.unread.length });
  }
  return found;
}

const exceptionsOf = (pairings: readonly Pairing[]): TieException[] =>
  [...groupBy(pairings, ({ cause }) => cause).values()].flatMap((alike) => {
    const cause = alike[0]?.cause ?? null;
    const side = (of: "theirs" | "ours") => {
      const amounts = alike.flatMap((pairing) => sidesOf(pairing)[of] ?? []);
      return amounts.length === 0 ? null : sum(amounts);
    };
    return cause === null ? [] : [{ cause, count: alike.length, theirs: side("theirs"), ours: side("ours") }];
  });
