import { KEPT_LEVEL, leafHash, nodeHash } from "@/lib/domain/ledger/merkle";
import { inclusionSpans, type Span } from "@/lib/domain/ledger/merkle-proofs";
import { Prisma } from "../generated/client";
import { digests } from "./digests";
import type { Snapshot } from "./snapshot";

const BLOCK = 1n << BigInt(KEPT_LEVEL);
const named = ({ from, to }: Span) => `${from}-${to}`;

/**
 * Audit paths for many entries in the order of the journal. Roots of large subtrees are read once; of the entries only those
 * of the block of 256 that is at hand.
 */
export class ManyPaths {
  readonly #snapshot: Snapshot;
  readonly #programmeId: string;
  readonly #size: bigint;
  /** Of spans of a block and more. */
  readonly #large = new Map<string, Uint8Array>();
  /** Of spans within the block at hand. */
  #small = new Map<string, Uint8Array>();
  #block = -1n;

  private constructor(snapshot: Snapshot, programmeId: string, size: bigint) {
    this.#snapshot = snapshot;
    this.#programmeId = programmeId;
    this.#size = size;
  }

  static async open(snapshot: Snapshot, programmeId: string, size: bigint): Promise<ManyPaths> {
    const paths = new ManyPaths(snapshot, programmeId, size);
    const kept = Prisma.sql`SELECT level, place::text AS place, encode(hash, 'hex') AS hash FROM merkle_node
      WHERE programme_id = ${programmeId}::uuid`;
    for await (const rows of snapshot.batches<{ level: number; place: string; hash: string }>(kept))
      for (const { level, place, hash } of rows) {
        const from = BigInt(place) << BigInt(level);
        paths.#large.set(named({ from, to: from + (1n << BigInt(level)) }), digests.fromHex(hash));
      }
    return paths;
  }

  /** Hexadecimal, from the entry up. */
  async path(seq: bigint): Promise<string[]> {
    const spans = inclusionSpans(seq - 1n, this.#size);
    const roots: string[] = [];
    for (const span of spans) roots.push(digests.toHex(await this.#root(span)));
    return roots;
  }

  async #root(span: Span): Promise<Uint8Array> {
    const { from, to } = span;
    const inBlock = from / BLOCK === (to - 1n) / BLOCK;
    const kept = this.#large.get(named(span));
    if (kept !== undefined) return kept;
    if (inBlock && from / BLOCK !== this.#block) await this.#read(from / BLOCK);
    const small = inBlock ? this.#small.get(named(span)) : undefined;
    if (small !== undefined) return small;
    if (to - from === 1n) throw new Error("a proof needs entries that cannot be read");
    // As the tree is cut: the largest power of two that is smaller.
    const cut = from + (1n << BigInt((to - from - 1n).toString(2).length - 1));
    const root = nodeHash(
      digests.sha256,
      await this.#root({ from, to: cut }),
      await this.#root({ from: cut, to }),
    );
    // The end of the tree belongs to every path, whatever block is at hand.
    (inBlock && to !== this.#size ? this.#small : this.#large).set(named(span), root);
    return root;
  }

  async #read(block: bigint): Promise<void> {
    const rows = await this.#snapshot.rows<{ hash: string }>(Prisma.sql`
      SELECT encode(hash, 'hex') AS hash FROM entry WHERE programme_id = ${this.#programmeId}::uuid
        AND seq > ${block * BLOCK}::bigint AND seq <= ${(block + 1n) * BLOCK}::bigint ORDER BY seq`);
    this.#block = block;
    this.#small = new Map(
      rows.map(({ hash }, index) => {
        const from = block * BLOCK + BigInt(index);
        return [named({ from, to: from + 1n }), leafHash(digests.sha256, digests.fromHex(hash))];
      }),
    );
  }
}
