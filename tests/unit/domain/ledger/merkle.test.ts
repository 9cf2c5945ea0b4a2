import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leafHash, MerkleAccumulator, nodeHash } from "@/lib/domain/ledger/merkle";
import {
  consistencySpans,
  inclusionSpans,
  rootOfInclusion,
  rootsOfConsistency,
  type Span,
  subtreesOf,
} from "@/lib/domain/ledger/merkle-proofs";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const hex = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString("hex");
const leaves = (count: number) =>
  Array.from({ length: count }, (_, index) => sha256(Buffer.from(`post ${index}`)));

/** The definition of RFC 6962, 2.1, word for word and without any cleverness. */
function definition(all: readonly Uint8Array[]): Uint8Array {
  const [first] = all;
  if (first === undefined) return sha256(new Uint8Array());
  if (all.length === 1) return leafHash(sha256, first);
  let k = 1;
  while (k * 2 < all.length) k *= 2;
  return nodeHash(sha256, definition(all.slice(0, k)), definition(all.slice(k)));
}

const SIZE = 64;
const ALL = leaves(SIZE);
const ROOTS = Array.from({ length: SIZE + 1 }, (_, size) => definition(ALL.slice(0, size)));
const rootOf = ({ from, to }: Span) => definition(ALL.slice(Number(from), Number(to)));

describe("the tree", () => {
  it("has the roots of the reference inputs of Certificate Transparency", () => {
    const inputs = [
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f",
    ];
    const tree = new MerkleAccumulator(sha256);
    const roots = inputs.map((input) => {
      tree.add(Buffer.from(input, "hex"));
      return hex(tree.root());
    });
    expect(roots[0]).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    expect(roots[2]).toBe("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    expect(roots[7]).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  });

  it("has at every size the root of the definition, in whatever order whole subtrees are put together", () => {
    for (let size = 0; size <= SIZE; size += 1) {
      const tree = new MerkleAccumulator(sha256);
      for (const leaf of ALL.slice(0, size)) tree.add(leaf);
      expect(hex(tree.root()), `${size}`).toBe(hex(ROOTS[size]));
      const whole = new MerkleAccumulator(sha256);
      for (const { level, place } of subtreesOf({ from: 0n, to: BigInt(size) })) {
        const from = place << BigInt(level);
        whole.addSubtree(level, rootOf({ from, to: from + (1n << BigInt(level)) }));
      }
      expect(hex(whole.root()), `${size}`).toBe(hex(ROOTS[size]));
    }
  });

  it("tells of every whole subtree from 256 leaves up, once, with its place", () => {
    const told: string[] = [];
    const tree = new MerkleAccumulator(sha256, ({ level, place }) => told.push(`${level}/${place}`));
    for (const leaf of leaves(1024)) tree.add(leaf);
    expect(told).toEqual(["8/0", "8/1", "9/0", "8/2", "8/3", "9/1", "10/0"]);
  });
});

/** Every pair of sizes or of place and size, up to 64. */
const pairs = (from: number) =>
  Array.from({ length: SIZE }, (_, last) =>
    Array.from({ length: last + 1 }, (_unused, first) => [first + from, last + 1] as const),
  ).flat();

/** Small trees, one that is whole and one that has a single leaf beside a whole one: enough for every shape of a path. */
const SHAPES = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 33, 64]);
const shaped = (from: number) => pairs(from).filter(([, size]) => SHAPES.has(size));

const inclusion = (index: number, size: number) => inclusionSpans(BigInt(index), BigInt(size)).map(rootOf);
const includes = (index: number, size: number, path: readonly Uint8Array[], leaf = ALL[index]) =>
  leaf !== undefined &&
  hex(rootOfInclusion(sha256, leaf, BigInt(index), BigInt(size), path)) === hex(ROOTS[size]);

const consistency = (first: number, second: number) =>
  consistencySpans(BigInt(first), BigInt(second)).map(rootOf);
function goesOn(first: number, second: number, path: readonly Uint8Array[], root = ROOTS[first]): boolean {
  if (root === undefined) return false;
  const found = rootsOfConsistency(sha256, { first: BigInt(first), second: BigInt(second), root }, path);
  return found !== null && hex(found.first) === hex(root) && hex(found.second) === hex(ROOTS[second]);
}

/** A path with one bit of one of its bytes the other way round, for each byte. */
function* flipped(path: readonly Uint8Array[]): Generator<Uint8Array[]> {
  for (const [step, hash] of path.entries())
    for (let byte = 0; byte < hash.length; byte += 1) {
      const changed = path.map((one) => Uint8Array.from(one));
      const target = changed[step];
      if (target !== undefined) target[byte] = (target[byte] ?? 0) ^ (1 << (byte % 8));
      yield changed;
    }
}

/** Paths of another length or order. */
const reshaped = (path: readonly Uint8Array[]): Uint8Array[][] => [
  [...path, sha256(Buffer.from("meer"))],
  ...(path.length > 0 ? [path.slice(1), path.slice(0, -1)] : []),
  ...(path.length > 1 ? [path.toReversed()] : []),
];

describe("a proof that an entry is included", () => {
  it("holds for every place in every tree up to 64", () => {
    for (const [index, size] of pairs(0)) expect(includes(index, size, inclusion(index, size))).toBe(true);
  });

  it("is refused with any byte changed, a step more or less, another place, another entry or another size", () => {
    let refused = 0;
    for (const [index, size] of shaped(0)) {
      const path = inclusion(index, size);
      for (const wrong of flipped(path)) {
        if (includes(index, size, wrong)) throw new Error(`${index} of ${size} holds with a changed byte`);
        refused += 1;
      }
      for (const wrong of reshaped(path)) expect(includes(index, size, wrong)).toBe(false);
      expect(includes(index, size, path, ALL[(index + 1) % SIZE])).toBe(false);
      if (size > 1) expect(includes((index + 1) % size, size, path, ALL[index])).toBe(false);
      expect(
        rootOfInclusion(sha256, ALL[0] ?? new Uint8Array(), BigInt(size), BigInt(size), path),
      ).toBeNull();
    }
    expect(refused).toBe(
      shaped(0).reduce((all, [index, size]) => all + 32 * inclusion(index, size).length, 0),
    );
    expect(refused).toBeGreaterThan(20_000);
  });
});

describe("a proof that a tree goes on from an earlier one", () => {
  it("holds for every two sizes up to 64", () => {
    for (const [first, second] of pairs(1))
      expect(goesOn(first, second, consistency(first, second)), `${first} to ${second}`).toBe(true);
  });

  it("is refused with any byte changed, a step more or less, or another first root", () => {
    for (const [first, second] of shaped(1)) {
      const path = consistency(first, second);
      for (const wrong of flipped(path))
        if (goesOn(first, second, wrong)) throw new Error(`${first} to ${second} holds with a changed byte`);
      for (const wrong of reshaped(path)) expect(goesOn(first, second, wrong)).toBe(false);
      expect(goesOn(first, second, path, sha256(Buffer.from("ander")))).toBe(false);
    }
  });

  it("cannot be given for a tree in which an earlier entry is another", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 63 }),
        fc.nat({ max: 62 }),
        fc.integer({ min: 1, max: 63 }),
        (first, changed, more) => {
          const second = Math.min(SIZE, first + more);
          const other = ALL.with(changed % first, sha256(Buffer.from("anders")));
          const path = consistencySpans(BigInt(first), BigInt(second)).map(({ from, to }) =>
            definition(other.slice(Number(from), Number(to))),
          );
          const root = ROOTS[first] ?? new Uint8Array();
          const found = rootsOfConsistency(
            sha256,
            { first: BigInt(first), second: BigInt(second), root },
            path,
          );
          const changedRoot = hex(definition(other.slice(0, second)));
          expect(hex(found?.first) === hex(root) && hex(found?.second) === changedRoot).toBe(false);
        },
      ),
    );
  });
});
