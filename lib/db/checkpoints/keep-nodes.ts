import type { MerkleNode } from "@/lib/domain/ledger/merkle";
import type { Problem } from "@/lib/domain/ledger/verify";
import { Prisma } from "../generated/client";
import type { Snapshot } from "../ledger-reading/snapshot";
import type { Tx } from "../transaction";

const AT_ONCE = 10_000;

/** Keeps the subtrees that are not there yet; what is there was written from the same entries. */
export async function keepNodes(tx: Tx, programmeId: string, nodes: readonly MerkleNode[]): Promise<void> {
  for (let at = 0; at < nodes.length; at += AT_ONCE) {
    const part = nodes.slice(at, at + AT_ONCE);
    await tx.$executeRaw`
      INSERT INTO merkle_node (programme_id, level, place, hash)
      SELECT ${programmeId}::uuid, x.level, x.place, decode(x.hash, 'hex')
        FROM unnest(${part.map(({ level }) => level)}::int[], ${part.map(({ place }) => place.toString())}::bigint[],
          ${part.map(({ hash }) => Buffer.from(hash).toString("hex"))}::text[]) AS x(level, place, hash)
      ON CONFLICT DO NOTHING`;
  }
}

/** What stands in the kept tree and does not follow from the entries, with the first entry that it covers. */
export async function nodeProblems(
  snapshot: Snapshot,
  programmeId: string,
  nodes: readonly MerkleNode[],
): Promise<Problem[]> {
  const right = new Map(
    nodes.map(({ level, place, hash }) => [`${level}/${place}`, Buffer.from(hash).toString("hex")]),
  );
  const found: Problem[] = [];
  const kept = Prisma.sql`SELECT level, place::text AS place, encode(hash, 'hex') AS hash FROM merkle_node
    WHERE programme_id = ${programmeId}::uuid ORDER BY level, place`;
  for await (const rows of snapshot.batches<{ level: number; place: string; hash: string }>(kept))
    for (const { level, place, hash } of rows)
      if (right.get(`${level}/${place}`) !== hash)
        found.push({
          code: "tree",
          seq: (BigInt(place) << BigInt(level)) + 1n,
          detail: `the kept tree has another root for the ${1n << BigInt(level)} entries from here on`,
        });
  return found;
}
