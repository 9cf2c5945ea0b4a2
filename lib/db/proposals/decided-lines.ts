import type { Decidable } from "@/lib/domain/proposals/deciding";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { factsOf, hashOf, type StoredProposal } from "./read-proposal";

/** A proposal as a decision finds it, whole. */
export interface DecidedLine extends Decidable {
  readonly row: StoredProposal;
}

/** The columns of a proposal as Prisma calls them, so that a row need not be copied; an enum is read as text. */
const COLUMNS = Prisma.raw(
  Object.values(Prisma.ProposalScalarFieldEnum)
    .map((name) => {
      const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return `p.${column}${name === "kind" || name === "status" ? "::text" : ""} AS "${name}"`;
    })
    .join(", "),
);

type Found = Omit<StoredProposal, "lines"> & {
  readonly years: readonly { year: number; amount: string }[];
  readonly given: readonly { personId: string; onBehalfOf: string | null }[];
};

async function lines(tx: Tx, where: Prisma.Sql, then = Prisma.empty): Promise<DecidedLine[]> {
  const found = await tx.$queryRaw<Found[]>`
    SELECT ${COLUMNS},
        (SELECT coalesce(jsonb_agg(jsonb_build_object('year', l.year, 'amount', l.amount_cents::text) ORDER BY l.year), '[]')
           FROM proposal_line l WHERE l.proposal_id = p.id) AS years,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', a.person_id, 'onBehalfOf', a.on_behalf_of) ORDER BY a.at), '[]')
           FROM approval a WHERE a.proposal_id = p.id AND a.outcome = 'approved' AND a.version = p.version
            AND a.content_hash = p.content_hash) AS given
      FROM proposal p WHERE ${where} ORDER BY p.batch_line, p.id ${then}`;
  return found.map((line) => {
    const { id, years, given } = line;
    const row: StoredProposal = Object.assign(line, {
      lines: years.map(({ year, amount }) => ({ proposalId: id, year, amountCents: BigInt(amount) })),
    });
    return {
      id,
      line: row.batchLine,
      status: row.status,
      version: row.version,
      contentHash: row.contentHash,
      trueHash: hashOf(factsOf(row)),
      createdBy: row.createdBy,
      approvals: given,
      row,
    };
  });
}

const these = (programmeId: string, ids: readonly string[]) =>
  Prisma.sql`p.programme_id = ${programmeId}::uuid AND p.id = ANY (${[...ids]}::uuid[])`;

/** Locks and reads proposals in one statement; what is locked is what is there when it is decided. */
export const lockLines = (tx: Tx, programmeId: string, ids: readonly string[]): Promise<DecidedLine[]> =>
  lines(tx, these(programmeId, ids), Prisma.sql`FOR UPDATE OF p`);

/** Locks and reads a batch that is small enough to be held whole. */
export const lockWholeBatch = (tx: Tx, programmeId: string, batchId: string): Promise<DecidedLine[]> =>
  lines(
    tx,
    Prisma.sql`p.programme_id = ${programmeId}::uuid AND p.batch_id = ${batchId}::uuid`,
    Prisma.sql`FOR UPDATE OF p`,
  );

/** Reads proposals that this transaction locked. */
export const readLines = (tx: Tx, programmeId: string, ids: readonly string[]): Promise<DecidedLine[]> =>
  lines(tx, these(programmeId, ids));

/** The lines of a batch as they stand, by who entered them and for which stream. */
export interface LockedBatch {
  readonly lines: number;
  /** Not cancelled. */
  readonly live: number;
  readonly authors: readonly { readonly createdBy: string; readonly streamId: string }[];
}

/** Locks all lines of a batch in one statement; they are read afterwards, part by part. */
export async function lockBatch(tx: Tx, programmeId: string, batchId: string): Promise<LockedBatch> {
  const rows = await tx.$queryRaw<{ createdBy: string; streamId: string; lines: number; live: number }[]>`
    WITH locked AS MATERIALIZED (
      SELECT p.created_by, p.stream_id, p.status FROM proposal p
       WHERE p.programme_id = ${programmeId}::uuid AND p.batch_id = ${batchId}::uuid ORDER BY p.batch_line, p.id FOR UPDATE OF p)
    SELECT created_by::text AS "createdBy", stream_id::text AS "streamId", count(*)::int AS lines,
        count(*) FILTER (WHERE status <> 'cancelled')::int AS live FROM locked GROUP BY created_by, stream_id`;
  return {
    lines: rows.reduce((all, row) => all + row.lines, 0),
    live: rows.reduce((all, row) => all + row.live, 0),
    authors: rows,
  };
}

/** The lines of a locked batch, part by part, in the order in which they were entered. */
export async function* linesOfBatch(
  tx: Tx,
  programmeId: string,
  batchId: string,
  size: number,
): AsyncGenerator<DecidedLine[]> {
  let after = 0;
  for (;;) {
    const part = await lines(
      tx,
      Prisma.sql`p.programme_id = ${programmeId}::uuid AND p.batch_id = ${batchId}::uuid AND p.batch_line > ${after}`,
      Prisma.sql`LIMIT ${size}`,
    );
    if (part.length > 0) yield part;
    if (part.length < size) return;
    after = part.at(-1)?.line ?? after;
  }
}
