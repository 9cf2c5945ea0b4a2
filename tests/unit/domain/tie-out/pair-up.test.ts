import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { pairUp } from "@/lib/domain/tie-out/pair-up";
import type { NumberSort, Pair, Party } from "@/lib/domain/tie-out/party";

const someParties = fc
  .array(
    fc.record({
      numbers: fc.subarray(["a1", "b2", "c3"]),
      municipality: fc.constantFrom(null, "M", "N"),
      stranger: fc.constantFrom(false, false, true),
      area: fc.constantFrom(null, "x", "y"),
      year: fc.constantFrom(null, 2025, 2026),
      amount: fc.bigInt({ min: -2n, max: 4n }).map(cents),
      counts: fc.constantFrom(true, true, true, false),
    }),
    { maxLength: 7 },
  )
  .map((list) =>
    list.map(
      ({ numbers, ...one }, index): Party => ({
        ...one,
        key: `p${index}`,
        numbers: new Map(numbers.map((number) => [number, null as NumberSort])),
        named: numbers.length > 0,
        stranger: one.stranger && one.municipality === null,
      }),
    ),
  );

const plain = ({ left, right, ambiguous, reasons }: Pair) => ({ left, right, ambiguous, reasons });
const sorted = (pairs: readonly Pair[]) =>
  pairs.map(plain).toSorted((a, b) => ((a.left[0]?.key ?? "") < (b.left[0]?.key ?? "") ? -1 : 1));

describe("matching", () => {
  it("is symmetric: with the sides exchanged it is the same the other way round", () => {
    fc.assert(
      fc.property(someParties, someParties, (one, other) => {
        const [there, back] = [pairUp(one, other), pairUp(other, one)];
        const turned = back.pairs.map((pair) => ({ ...pair, left: pair.right, right: pair.left }));
        expect(sorted(turned)).toEqual(sorted(there.pairs));
        expect(back.left).toEqual(there.right);
        expect(back.right).toEqual(there.left);
      }),
    );
  });

  it("keeps what a person put together in one pair, whatever else says", () => {
    fc.assert(
      fc.property(someParties, someParties, fc.nat(), fc.nat(), (one, other, row, unit) => {
        const [left, right] = [one[row % one.length], other[unit % other.length]];
        fc.pre(left !== undefined && right !== undefined);
        const { pairs } = pairUp(one, other, [[left.key, right.key]]);
        const held = pairs.filter((pair) => pair.left.includes(left) && pair.right.includes(right));
        expect(held).toMatchObject([{ ambiguous: false }]);
        expect(held[0]?.reasons).toContain("by_hand");
      }),
    );
  });

  it("uses everything once: in one pair, or left over", () => {
    fc.assert(
      fc.property(someParties, someParties, (one, other) => {
        const found = pairUp(one, other);
        const keys = (side: "left" | "right") =>
          [...found.pairs.flatMap((pair) => pair[side]), ...found[side]].map(({ key }) => key).toSorted();
        expect(keys("left")).toEqual(one.map(({ key }) => key));
        expect(keys("right")).toEqual(other.map(({ key }) => key));
      }),
    );
  });
});
