import { AUDIT_LOG } from "@/lib/domain/audit/audit-content";
import type { Consistency, SignedCheckpoint } from "@/lib/domain/ledger/checkpoint";
import { Prisma } from "../generated/client";

/** A checkpoint as the database keeps its copy; the audit log stands where a programme would. */
export interface CheckpointRow {
  readonly programmeId: string;
  readonly programme: string;
  readonly size: string;
  readonly root: string;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
  /** Of the checkpoint that this one was proved to go on from; null for the first. */
  readonly since: string | null;
  /** The hashes of that proof behind each other, hexadecimal. */
  readonly consistency: string | null;
}

const columns = Prisma.sql`
  c.programme_id::text AS "programmeId", coalesce(p.code, ${AUDIT_LOG}) AS programme, c.size::text AS size, encode(c.root_hash, 'hex') AS root,
  to_char(c.signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, c.key_id AS "keyId",
  encode(c.signature, 'hex') AS signature, c.since::text AS since, encode(c.consistency, 'hex') AS consistency`;

/** Of every programme and of the audit log, newest first. */
export const storedCheckpoints = (): Prisma.Sql => Prisma.sql`
  SELECT ${columns} FROM signed_checkpoint c LEFT JOIN programme p ON p.id = c.programme_id
   ORDER BY p.is_practice NULLS FIRST, p.code, c.size DESC, c.signed_at DESC`;

/** Who signs anew over the same entries, for a folder that was lost, promises nothing else. */
const firstPromise = Prisma.sql`
  NOT EXISTS (SELECT FROM signed_checkpoint e WHERE e.programme_id = c.programme_id AND e.size = c.size
                AND e.root_hash = c.root_hash AND e.signed_at < c.signed_at)`;

export const pageOfCheckpoints = (page: {
  readonly limit: number;
  readonly offset: number;
}): Prisma.Sql => Prisma.sql`
  SELECT ${columns} FROM signed_checkpoint c LEFT JOIN programme p ON p.id = c.programme_id WHERE ${firstPromise}
   ORDER BY p.is_practice NULLS FIRST, p.code, c.size DESC, c.signed_at DESC LIMIT ${page.limit} OFFSET ${page.offset}`;

export const countCheckpoints = (): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int AS total FROM signed_checkpoint c WHERE ${firstPromise}`;

/** The first that was signed over so many entries. */
export const checkpointOfSize = (programmeId: string, size: bigint): Prisma.Sql => Prisma.sql`
  SELECT ${columns} FROM signed_checkpoint c LEFT JOIN programme p ON p.id = c.programme_id
   WHERE c.programme_id = ${programmeId}::uuid AND c.size = ${size}::bigint ORDER BY c.signed_at LIMIT 1`;

/** The last one that was signed at this instant or before it. */
export const checkpointAt = (programmeId: string, instant: string): Prisma.Sql => Prisma.sql`
  SELECT ${columns} FROM signed_checkpoint c LEFT JOIN programme p ON p.id = c.programme_id
   WHERE c.programme_id = ${programmeId}::uuid AND c.signed_at <= ${instant}::timestamptz
   ORDER BY c.size DESC, c.signed_at DESC LIMIT 1`;

/** The smallest one that covers an entry: the earliest promise that it was there. */
export const checkpointCovering = (programmeId: string, seq: bigint): Prisma.Sql => Prisma.sql`
  SELECT ${columns} FROM signed_checkpoint c LEFT JOIN programme p ON p.id = c.programme_id
   WHERE c.programme_id = ${programmeId}::uuid AND c.size >= ${seq}::bigint
   ORDER BY c.size, c.signed_at LIMIT 1`;

export const asCheckpoint = ({
  programmeId,
  size,
  root,
  at,
  keyId,
  signature,
}: CheckpointRow): SignedCheckpoint => ({ programmeId, size: BigInt(size), root, at, keyId, signature });

export const consistencyOf = ({ since, consistency }: CheckpointRow): Consistency | null =>
  since === null || consistency === null
    ? null
    : { since: BigInt(since), path: consistency.match(/.{64}/g) ?? [] };
