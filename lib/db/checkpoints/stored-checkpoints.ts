import type { SignedCheckpoint } from "@/lib/domain/ledger/checkpoint";
import { Prisma } from "../generated/client";

/** A checkpoint as the database keeps its copy. */
export interface CheckpointRow {
  readonly programmeId: string;
  readonly programme: string;
  readonly size: string;
  readonly root: string;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

const columns = Prisma.sql`
  c.programme_id::text AS "programmeId", p.code AS programme, c.size::text AS size, encode(c.root_hash, 'hex') AS root,
  to_char(c.signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, c.key_id AS "keyId",
  encode(c.signature, 'hex') AS signature`;

/** Newest first; of one programme, or of all. */
export const storedCheckpoints = (programmeId: string | null): Prisma.Sql => Prisma.sql`
  SELECT ${columns} FROM checkpoint c JOIN programme p ON p.id = c.programme_id
   WHERE ${programmeId}::uuid IS NULL OR c.programme_id = ${programmeId}::uuid
   ORDER BY p.code, c.size DESC, c.signed_at DESC`;

/** The last one that was signed at this instant or before it. */
export const checkpointAt = (programmeId: string, instant: string): Prisma.Sql => Prisma.sql`
  SELECT ${columns} FROM checkpoint c JOIN programme p ON p.id = c.programme_id
   WHERE c.programme_id = ${programmeId}::uuid AND c.signed_at <= ${instant}::timestamptz
   ORDER BY c.size DESC, c.signed_at DESC LIMIT 1`;

/** The smallest one that covers an entry: the earliest promise that it was there. */
export const checkpointCovering = (programmeId: string, seq: bigint): Prisma.Sql => Prisma.sql`
  SELECT ${columns} FROM checkpoint c JOIN programme p ON p.id = c.programme_id
   WHERE c.programme_id = ${programmeId}::uuid AND c.size >= ${seq}::bigint
   ORDER BY c.size, c.signed_at LIMIT 1`;

export const asCheckpoint = ({ programme: _, size, ...row }: CheckpointRow): SignedCheckpoint => ({
  ...row,
  size: BigInt(size),
});
