import type { QueryResultRow } from "pg";
import { KEPT_LEVEL, MerkleAccumulator } from "@/lib/domain/ledger/merkle";
import { type Span, subtreesOf } from "@/lib/domain/ledger/merkle-proofs";
import { Prisma } from "../generated/client";
import { digests } from "./digests";

/** Asks the database in a transaction or a snapshot, as one who may read every entry. */
export type ReadRows = <T extends QueryResultRow>(query: Prisma.Sql) => Promise<T[]>;

interface Kept {
  readonly level: number;
  readonly place: string;
  readonly hash: string;
}

const named = (level: number, place: bigint) => `${level}/${place}`;
const span = (level: number, place: bigint): Span => ({
  from: place << BigInt(level),
  to: (place + 1n) << BigInt(level),
});

/**
 * The roots of spans of a journal's leaves, in their order: what a proof consists of. Of large subtrees the kept root is
 * read; the rest, never more than a few hundred entries a side, is made from the entries.
 */
export async function rootsOfSpans(
  read: ReadRows,
  programmeId: string,
  spans: readonly Span[],
): Promise<Uint8Array[]> {
  const parts = spans.map(subtreesOf);
  const kept = await keptRoots(read, programmeId, parts.flat());
  const roots: Uint8Array[] = [];
  for (const [index, subtrees] of parts.entries()) {
    const tree = new MerkleAccumulator(digests.sha256);
    let rest = spans[index]?.to ?? 0n;
    for (const { level, place } of subtrees) {
      const hash = kept.get(named(level, place));
      if (hash === undefined) {
        rest = span(level, place).from;
        break;
      }
      tree.addSubtree(level, hash);
    }
    for (const leaf of await leavesOf(read, programmeId, { from: rest, to: spans[index]?.to ?? 0n }))
      tree.add(leaf);
    roots.push(tree.root());
  }
  return roots;
}

async function keptRoots(
  read: ReadRows,
  programmeId: string,
  subtrees: readonly { readonly level: number; readonly place: bigint }[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const large = subtrees.filter(({ level }) => level >= KEPT_LEVEL);
  if (large.length === 0) return new Map();
  const rows = await read<Kept>(Prisma.sql`
    SELECT n.level, n.place::text AS place, encode(n.hash, 'hex') AS hash
      FROM unnest(${large.map(({ level }) => level)}::int[], ${large.map(({ place }) => place.toString())}::bigint[]) AS x(level, place)
      JOIN merkle_node n ON n.programme_id = ${programmeId}::uuid AND n.level = x.level AND n.place = x.place`);
  return new Map(rows.map(({ level, place, hash }) => [named(level, BigInt(place)), digests.fromHex(hash)]));
}

async function leavesOf(read: ReadRows, programmeId: string, { from, to }: Span): Promise<Uint8Array[]> {
  if (from === to) return [];
  const rows = await read<{ hash: string }>(Prisma.sql`
    SELECT encode(hash, 'hex') AS hash FROM entry
     WHERE programme_id = ${programmeId}::uuid AND seq > ${from}::bigint AND seq <= ${to}::bigint ORDER BY seq`);
  if (BigInt(rows.length) !== to - from) throw new Error("a proof needs entries that cannot be read");
  return rows.map(({ hash }) => digests.fromHex(hash));
}
