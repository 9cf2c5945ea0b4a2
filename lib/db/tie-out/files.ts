import { cents } from "@/lib/domain/money";
import type { Grid } from "@/lib/domain/own-ledger/grid";
import { NotFound } from "@/lib/domain/refusal";
import type { TieOutFile } from "@/lib/domain/tie-out/tie-out-file";
import { dateOf } from "../dates";
import { Prisma } from "../generated/client";
import { canonicalJson } from "../hash";
import type { Tx } from "../transaction";

export interface BroughtFile
  extends Pick<TieOutFile, "kind" | "year" | "source" | "fileName" | "sha256" | "tolerance" | "asOf"> {
  readonly programmeId: string;
  readonly personId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly grid: Grid;
}

export const subjectOf = ({ kind, year }: Pick<TieOutFile, "kind" | "year">): string =>
  year === null ? kind : `${kind}-${year}`;

/**
 * Keeps a file as it came, with its question. Asked again in the same way, while nothing was entered in between, it is the one
 * that is there; with other dates or another tolerance, or after other entries, it is another.
 */
export async function keepTieOut(tx: Tx, file: BroughtFile): Promise<{ id: string; isNew: boolean }> {
  const subject = subjectOf(file);
  const { programmeId, sha256, asOf } = file;
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO tie_out (programme_id, kind, year, subject, source, file_name, byte_size, sha256, content, grid, tolerance_cents,
      valid_on, known_at, known_seq, head_seq, created_by)
    VALUES (${programmeId}::uuid, ${file.kind}::tie_out_kind, ${file.year}::int, ${subject}, ${file.source}, ${file.fileName},
      ${file.bytes.byteLength}::int, ${sha256}, ${file.bytes}, ${canonicalJson(file.grid)}::jsonb, ${file.tolerance}::bigint,
      ${asOf.validOn}::date, ${asOf.knownAt}::timestamptz, 0, 0, ${file.personId}::uuid)
    ON CONFLICT (programme_id, subject, sha256, source, tolerance_cents, valid_on, known_seq, head_seq) DO NOTHING RETURNING id::text`;
  if (made !== undefined) return { id: made.id, isNew: true };
  const there = await tx.tieOut.findFirstOrThrow({
    where: {
      programmeId,
      subject,
      sha256,
      source: file.source,
      toleranceCents: file.tolerance,
      validOn: dateOf(asOf.validOn),
    },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return { id: there.id, isNew: false };
}

type Row = Omit<TieOutFile, "tolerance" | "asOf"> & {
  readonly tolerance: bigint;
  readonly validOn: string;
  readonly knownAt: string;
  readonly until: string;
};

export interface StoredTieOut extends TieOutFile {
  /** The instant at which the file was held against the ledger: what was entered after it is never looked at. */
  readonly until: string;
}

const files = (programmeId: string, narrowed: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT f.id::text, f.kind::text, f.year, f.source, f.file_name AS "fileName", f.sha256, f.tolerance_cents AS tolerance,
    to_char(f.valid_on, 'YYYY-MM-DD') AS "validOn", ledger.instant(f.known_at) AS "knownAt",
    ledger.instant(f.created_at) AS until, p.name AS by, f.created_at AS at
    FROM tie_out f JOIN person p ON p.id = f.created_by
   WHERE f.programme_id = ${programmeId}::uuid ${narrowed} ORDER BY f.created_at DESC, f.id`;

const fileOf = ({ tolerance, validOn, knownAt, ...row }: Row): StoredTieOut => ({
  ...row,
  tolerance: cents(tolerance),
  asOf: { validOn, knownAt },
});

/** Every file of a programme, the newest first. */
export const listTieOuts = async (tx: Tx, programmeId: string): Promise<StoredTieOut[]> =>
  (await tx.$queryRaw<Row[]>(files(programmeId, Prisma.empty))).map(fileOf);

/** @throws NotFound */
export async function readTieOut(tx: Tx, programmeId: string, id: string): Promise<StoredTieOut> {
  const [row] = await tx.$queryRaw<Row[]>(files(programmeId, Prisma.sql`AND f.id = ${id}::uuid`));
  if (row === undefined) throw new NotFound(id);
  return fileOf(row);
}

/** What was read of the file. @throws NotFound */
export async function readTieOutGrid(tx: Tx, programmeId: string, id: string): Promise<Grid> {
  const row = await tx.tieOut.findFirst({ where: { id, programmeId }, select: { grid: true } });
  if (row === null) throw new NotFound(id);
  return row.grid as unknown as Grid;
}

/** The file itself. @throws NotFound */
export async function readTieOutContent(
  tx: Tx,
  programmeId: string,
  id: string,
): Promise<{ fileName: string; content: Uint8Array<ArrayBuffer> }> {
  const row = await tx.tieOut.findFirst({
    where: { id, programmeId },
    select: { fileName: true, content: true },
  });
  if (row === null) throw new NotFound(id);
  return row;
}
