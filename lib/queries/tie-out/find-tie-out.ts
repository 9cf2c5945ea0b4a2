import "server-only";
import { keptColumns, readTieOutColumns, tieOutSources } from "@/lib/db/tie-out/columns";
import {
  listTieOuts,
  readTieOut,
  readTieOutContent,
  readTieOutGrid,
  type StoredTieOut,
} from "@/lib/db/tie-out/files";
import {
  type ComparedTieOut,
  compareTieOut,
  type TieOutTree,
  tieOutTree,
} from "@/lib/db/tie-out/load-tie-out";
import { type UnitPage, unitPage } from "@/lib/db/tie-out/unit-lines";
import { ourUnits } from "@/lib/db/tie-out/units";
import { inContext, LONG, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { Grid } from "@/lib/domain/own-ledger/grid";
import { NotFound } from "@/lib/domain/refusal";
import { type RowDecision, standing } from "@/lib/domain/tie-out/decisions";
import type { OurUnit } from "@/lib/domain/tie-out/our-unit";
import type { FileRow } from "@/lib/domain/tie-out/read-row";
import { rowReader } from "@/lib/domain/tie-out/recognise";
import { proposedRowColumns, type RowMapping } from "@/lib/domain/tie-out/row-columns";
import type { Pairing } from "@/lib/domain/tie-out/tie-out";
import type { TieOutFile } from "@/lib/domain/tie-out/tie-out-file";
import { type UnitChoices, unitChoices } from "@/lib/domain/tie-out/unit-choices";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Reading = Grant<"reconciliation:read">;

/** Every external file of a programme, the newest first. */
export const findTieOuts = (grant: Reading, programmeId: string): Promise<TieOutFile[]> =>
  inContext(grant.actor, (tx) => listTieOuts(tx, programmeId));

/** Where files of this programme came from, to choose from again. */
export const findTieOutSources = (grant: Grant<"tie-out:bring">, programmeId: string): Promise<string[]> =>
  inContext(grant.actor, (tx) => tieOutSources(tx, programmeId));

export interface FoundTieOut {
  readonly file: TieOutFile;
  readonly grid: Grid;
  /** 0 while nobody said which column is what. */
  readonly version: number;
  /** As they were said, or as they are proposed. */
  readonly columns: RowMapping;
  /** Null while it is not known which column is what. */
  readonly compared: (ComparedTieOut & TieOutTree) | null;
}

async function loaded(tx: Tx, programmeId: string, id: string) {
  if (!UUID.test(id)) throw new NotFound(id);
  const file = await readTieOut(tx, programmeId, id);
  return { file, grid: await readTieOutGrid(tx, programmeId, id), said: await readTieOutColumns(tx, id) };
}

/** A file held against the ledger, as a tree of which these nodes are open. @throws NotFound */
export const findTieOut = (
  grant: Reading,
  programmeId: string,
  id: string,
  open: readonly string[],
): Promise<FoundTieOut> =>
  inContext(
    grant.actor,
    async (tx) => {
      const { file, grid, said } = await loaded(tx, programmeId, id);
      if (said === null) {
        const kept = await keptColumns(tx, programmeId, file);
        return {
          file,
          grid,
          version: 0,
          columns: proposedRowColumns(kept, grid.headings),
          compared: null,
        };
      }
      const found = await compareTieOut(tx, programmeId, file, { grid, columns: said.columns });
      const tree = await tieOutTree(tx, programmeId, file, found, open);
      return { file, grid, ...said, compared: { ...found, ...tree } };
    },
    LONG,
  );

export interface FoundPairings {
  readonly file: StoredTieOut;
  readonly compared: ComparedTieOut;
}

/** What belongs together, and why. @throws NotFound also while it is not known which column is what */
export const findPairings = (grant: Reading, programmeId: string, id: string): Promise<FoundPairings> =>
  inContext(
    grant.actor,
    async (tx) => {
      const { file, grid, said } = await loaded(tx, programmeId, id);
      if (said === null) throw new NotFound(id);
      return { file, compared: await compareTieOut(tx, programmeId, file, { grid, columns: said.columns }) };
    },
    LONG,
  );

/** The file as it was brought. @throws NotFound */
export const tieOutContent = (
  grant: Reading,
  programmeId: string,
  id: string,
): Promise<{ fileName: string; content: Uint8Array<ArrayBuffer> }> =>
  inContext(grant.actor, async (tx) => {
    if (!UUID.test(id)) throw new NotFound(id);
    return readTieOutContent(tx, programmeId, id);
  });

export interface FoundTieOutRow {
  readonly file: TieOutFile;
  readonly row: FileRow;
  readonly pairing: Pairing;
  /** Everything that was said about the row, the first first. */
  readonly decisions: readonly RowDecisionTold[];
  /** What stands of that; null while the row is recognised by what it says itself. */
  readonly stands: RowDecision | null;
  /** What it can be put together with, as far as a number finds it. */
  readonly choices: UnitChoices;
}

export interface RowDecisionTold extends RowDecision {
  /** Null when it named none. */
  readonly to: OurUnit | null;
}

/** One row with what it belongs to, and what was said about it. @throws NotFound */
export async function findTieOutRow(
  grant: Reading,
  programmeId: string,
  id: string,
  number: string,
  searched: string,
): Promise<FoundTieOutRow> {
  const { file, compared } = await findPairings(grant, programmeId, id);
  const row = compared.read.rows.find((one) => String(one.row) === number);
  const pairing = compared.pairings.find((one) => row !== undefined && one.rows.includes(row));
  if (row === undefined || pairing === undefined) throw new NotFound(number);
  const byKey = new Map(compared.units.map((unit) => [unit.key, unit]));
  const taken = new Set(
    compared.pairings.filter(({ rows }) => rows.length > 0).flatMap(({ units }) => units),
  );
  const decisions = compared.decisions.filter((one) => one.row === row.row);
  return {
    file,
    row,
    pairing,
    decisions: decisions.map((one) => ({ ...one, to: byKey.get(one.unit ?? "") ?? null })),
    stands: standing(decisions).get(row.row) ?? null,
    choices: unitChoices(rowReader(compared.places, compared.units)(row), compared.units, {
      number: searched,
      taken,
    }),
  };
}

const UNIT_ENTRIES_PER_PAGE = 100;

export interface FoundUnit extends UnitPage {
  readonly file: TieOutFile;
  readonly unit: OurUnit;
}

/** The entries of one thing of ours that come after a number, as the file was held against it. @throws NotFound */
export const findTieOutUnit = (
  grant: Reading,
  programmeId: string,
  id: string,
  { key, after }: { readonly key: string; readonly after: bigint },
): Promise<FoundUnit> =>
  inContext(grant.actor, async (tx) => {
    if (!UUID.test(id)) throw new NotFound(id);
    const file = await readTieOut(tx, programmeId, id);
    const { units, cuts } = await ourUnits(tx, programmeId, file);
    const unit = units.find((one) => one.key === key);
    if (unit === undefined) throw new NotFound(key);
    const page = await unitPage(tx, programmeId, file, cuts, { unit, after, most: UNIT_ENTRIES_PER_PAGE });
    return { file, unit, ...page };
  });
