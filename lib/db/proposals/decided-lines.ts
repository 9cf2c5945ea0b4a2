import type { Decidable } from "@/lib/domain/proposals/deciding";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { factsOf, hashOf, type StoredProposal } from "./read-proposal";

/** A proposal as a decision finds it, whole. */
export interface DecidedLine extends Decidable {
  readonly row: StoredProposal;
}

const names = new Map<string, string>();
const camel = (name: string) => {
  const known = names.get(name) ?? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  names.set(name, known);
  return known;
};

type Extra = {
  readonly years: readonly { year: number; amount: string }[];
  readonly given: readonly { personId: string; onBehalfOf: string | null }[];
};

/** Locks and reads proposals in one statement; what is locked is what is there when it is decided. */
async function lines(tx: Tx, where: Prisma.Sql): Promise<DecidedLine[]> {
  const found = await tx.$queryRaw<(Record<string, unknown> & Extra)[]>`
    SELECT p.*, p.kind::text AS kind, p.status::text AS status,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('year', l.year, 'amount', l.amount_cents::text) ORDER BY l.year), '[]')
           FROM proposal_line l WHERE l.proposal_id = p.id) AS years,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', a.person_id, 'onBehalfOf', a.on_behalf_of) ORDER BY a.at), '[]')
           FROM approval a WHERE a.proposal_id = p.id AND a.outcome = 'approved' AND a.version = p.version
            AND a.content_hash = p.content_hash) AS given
      FROM proposal p WHERE ${where} ORDER BY p.batch_line, p.id FOR UPDATE OF p`;
  return found.map(({ years, given, ...columns }) => {
    const scalars = Object.fromEntries(Object.entries(columns).map(([name, value]) => [camel(name), value]));
    const id = String(scalars.id);
    const row = {
      ...scalars,
      lines: years.map(({ year, amount }) => ({ proposalId: id, year, amountCents: BigInt(amount) })),
    } as unknown as StoredProposal;
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

export const lockLines = (tx: Tx, programmeId: string, ids: readonly string[]): Promise<DecidedLine[]> =>
  lines(tx, Prisma.sql`p.programme_id = ${programmeId}::uuid AND p.id = ANY (${[...ids]}::uuid[])`);

export const lockBatch = (tx: Tx, programmeId: string, batchId: string): Promise<DecidedLine[]> =>
  lines(tx, Prisma.sql`p.programme_id = ${programmeId}::uuid AND p.batch_id = ${batchId}::uuid`);
