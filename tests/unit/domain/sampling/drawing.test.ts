import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { AttributeDrawing, type DrawnItem, MonetaryDrawing } from "@/lib/domain/sampling/drawing";
import { rank, start } from "@/lib/domain/sampling/generator";
import { minimumFor } from "@/lib/domain/sampling/minimum";
import { PopulationCount, type PopulationLine } from "@/lib/domain/sampling/population";

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
const none = () => null;

const line = (seq: number, amount: bigint, more: Partial<PopulationLine> = {}): PopulationLine => ({
  seq: BigInt(seq),
  amount: cents(amount),
  streamId: "W",
  municipalityId: "G1",
  year: 2025,
  ...more,
});
const lines = fc
  .array(fc.bigInt({ min: -50_000n, max: 200_000n }), { minLength: 1, maxLength: 60 })
  .map((amounts) => amounts.filter((one) => one !== 0n).map((amount, index) => line(index + 1, amount)));

function monetary(all: readonly PopulationLine[], interval: bigint, seed = "proef-1"): DrawnItem[] {
  const drawing = new MonetaryDrawing(sha256, { seed, interval: cents(interval) });
  for (const one of all) drawing.add(one);
  return drawing.drawn(none);
}
function attribute(all: readonly PopulationLine[], size: number, seed = "proef-1"): DrawnItem[] {
  const drawing = new AttributeDrawing(sha256, { seed, size });
  for (const one of all) drawing.add(one);
  return drawing.drawn(none);
}
const seqs = (items: readonly DrawnItem[]) => items.map((item) => Number(item.line.seq));

describe("chance out of a seed", () => {
  it("is the SHA-256 that anybody can work out with another tool", () => {
    // printf '%s' 'geldstroom-steekproef-1|proef-1|rang|7' | sha256sum
    expect(rank(sha256, "proef-1", 7n)).toBe(
      createHash("sha256").update("geldstroom-steekproef-1|proef-1|rang|7").digest("hex"),
    );
    const thrown = BigInt(
      `0x${createHash("sha256").update("geldstroom-steekproef-1|proef-1|start|1").digest("hex")}`,
    );
    expect(start(sha256, "proef-1", 1_000_000n)).toBe((thrown % 1_000_000n) + 1n);
  });

  it("starts anywhere in the interval, its last cent included", () => {
    const starts = new Set(Array.from({ length: 200 }, (_, index) => start(sha256, `zaad-${index}`, 5n)));
    expect([...starts].sort()).toEqual([1n, 2n, 3n, 4n, 5n]);
  });
});

describe("monetary unit sampling", () => {
  it("always takes what is at least one interval, and never what is negative", () => {
    const all = [line(1, 100n), line(2, 99n), line(3, -500n), line(4, 250n)];
    const items = monetary(all, 100n);
    expect(items.filter(({ stratum }) => stratum === "top").map((item) => item.line.seq)).toEqual([1n, 4n]);
    expect(seqs(items)).not.toContain(3);
  });

  it("hits every interval of the lines below it exactly once, at the same place", () => {
    fc.assert(
      fc.property(
        lines,
        fc.bigInt({ min: 1_000n, max: 150_000n }),
        fc.string({ minLength: 6 }),
        (all, interval, seed) => {
          const below = all.filter(({ amount }) => amount > 0n && amount < interval);
          const total = below.reduce((sum, { amount }) => sum + amount, 0n);
          const from = start(sha256, seed, interval);
          const hits = monetary(all, interval, seed).flatMap(({ hit }) => (hit === null ? [] : [hit]));
          const expected = total < from ? 0n : (total - from) / interval + 1n;
          expect(BigInt(hits.length)).toBe(expected);
          hits.forEach((hit, index) => expect(hit).toBe(from + BigInt(index) * interval));
        },
      ),
    );
  });

  it("hits the line that holds the cent: its first and its last belong to it", () => {
    const seed = "proef-2";
    const interval = 1_000n;
    const at = start(sha256, seed, interval);
    const before = cents(at - 1n);
    const ends = [...(before > 0n ? [line(1, before)] : []), line(2, 1n), line(3, 998n)];
    expect(seqs(monetary(ends, interval, seed))).toEqual([2]);
  });

  it("is the same whatever else was drawn before, and another with another seed", () => {
    const all = Array.from({ length: 200 }, (_, index) =>
      line(index + 1, BigInt(1_000 + ((index * 7919) % 9_000))),
    );
    expect(monetary(all, 50_000n)).toEqual(monetary(all, 50_000n));
    expect(seqs(monetary(all, 50_000n, "proef-2"))).not.toEqual(seqs(monetary(all, 50_000n)));
  });
});

describe("attribute sampling", () => {
  it("takes the lines with the lowest hash, as sorting all of them would", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 20 }), (all, size) => {
        const sorted = all
          .map((one) => ({ seq: Number(one.seq), rank: rank(sha256, "proef-1", one.seq) }))
          .sort((a, b) => (a.rank < b.rank ? -1 : 1))
          .slice(0, size)
          .map(({ seq }) => seq);
        expect(seqs(attribute(all, size))).toEqual(sorted.sort((a, b) => a - b));
      }),
    );
  });
});

describe("A6: at least one item of a scheme that reaches the amount", () => {
  const setting = (firstYear: number, version = 1, threshold = 125_000_00n) => ({
    firstYear,
    version,
    threshold: cents(threshold),
    source: "bron",
  });
  const withMinimum = (all: readonly PopulationLine[], interval = 10n ** 12n) => {
    // So wide an interval that chance hits nothing before it is reached.
    const drawing = new MonetaryDrawing(sha256, { seed: "proef-1", interval: cents(interval) });
    for (const one of all) drawing.add(one);
    return drawing.drawn((year) => minimumFor([setting(2025)], year)?.threshold ?? null);
  };

  it("comes along from the amount on exactly, per scheme, municipality and year", () => {
    const scheme = [line(1, 60_000_00n), line(2, 64_999_99n)];
    expect(withMinimum(scheme)).toEqual([]);
    const reached = withMinimum([line(1, 60_000_00n), line(2, 65_000_00n)]);
    expect(reached).toHaveLength(1);
    expect(reached[0]).toMatchObject({ stratum: "minimum", hit: null });
    const apart = [line(1, 65_000_00n), line(2, 65_000_00n, { municipalityId: "G2" })];
    expect(withMinimum(apart)).toEqual([]);
    expect(withMinimum([line(1, 60_000_00n, { year: 2024 }), line(2, 65_000_00n, { year: 2024 })])).toEqual(
      [],
    );
  });

  it("does not when the scheme has an item already, and never takes a negative line", () => {
    expect(withMinimum([line(1, 200_000_00n), line(2, 1n)], 100_000_00n)).toMatchObject([{ stratum: "top" }]);
    const items = withMinimum([line(1, -1_00n), line(2, 130_000_00n)]);
    expect(seqs(items)).toEqual([2]);
  });

  it("a correction that brings the scheme below the amount takes it away", () => {
    expect(withMinimum([line(1, 125_000_00n), line(2, -1n)])).toEqual([]);
  });

  it("the setting of a year is the last that began, in its last version", () => {
    const all = [setting(2025), setting(2025, 2, 100n), setting(2027)];
    expect(minimumFor(all, 2024)).toBeNull();
    expect(minimumFor(all, 2026)?.threshold).toBe(100n);
    expect(minimumFor(all, 2030)?.firstYear).toBe(2027);
  });
});

describe("the digest of a population", () => {
  const digestOf = (all: readonly PopulationLine[]) => {
    const count = new PopulationCount(sha256);
    for (const one of all) count.add(one);
    return count.digest;
  };

  it("changes with one cent, one line more, and one line less", () => {
    const all = [line(1, 100n), line(2, 200n), line(5, -3n)];
    const others = [
      [line(1, 101n), line(2, 200n), line(5, -3n)],
      [line(1, 100n), line(2, 200n)],
      [line(1, 100n), line(2, 200n), line(4, -3n)],
      [...all, line(6, 1n)],
    ];
    expect(new Set([all, ...others].map(digestOf)).size).toBe(5);
    expect(digestOf(all)).toBe(digestOf([...all]));
  });

  it("counts positive and negative lines apart, and refuses a line that comes out of order", () => {
    const count = new PopulationCount(sha256);
    for (const one of [line(1, 100n), line(2, -30n), line(3, 5n)]) count.add(one);
    expect(count.totals).toEqual({ positive: 2, positiveCents: 105n, negative: 1, negativeCents: -30n });
    expect(() => count.add(line(3, 1n))).toThrow("comes after");
  });
});
