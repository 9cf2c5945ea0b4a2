import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "@/lib/db/hash";
import { cents, sum } from "@/lib/domain/money";
import { bridge } from "@/lib/domain/sisa/bridge";
import { readContent, totalOf } from "@/lib/domain/sisa/content";
import { ANSWER, allocation, move } from "./sample-year";
import { contentOf } from "./whole-content";

const two = [allocation(), allocation({ number: "A-2", decisionNumber: "B-2", place: "t/armoede/zuid" })];
const answers = new Map(["W|B-1", "W|B-2"].map((key) => [key, ANSWER]));
const whole = (north: bigint, south: bigint, about = 2025) =>
  contentOf({
    allocations: two,
    answers,
    moves: [
      move({ amount: cents(north), about }),
      move({ seq: 2n, place: "t/armoede/zuid", amount: cents(south) }),
    ],
  });

it("the differences of a bridge sum to the difference of the totals, for every measure", () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const year = fc.constantFrom(2024, 2025);
  fc.assert(
    fc.property(amount, amount, amount, amount, year, (a, b, c, d, about) => {
      const [old, now] = [whole(a, b), whole(c, d, about)];
      const lines = bridge(old, now, () => [move()]);
      for (const measure of ["spent", "correction", "cumulative"] as const) {
        const differences = lines.flatMap((line) =>
          line.measure === measure && line.difference !== null ? [line.difference] : [],
        );
        expect(sum(differences)).toBe(totalOf(now.rows, measure) - totalOf(old.rows, measure));
      }
    }),
  );
});

it("what is equal has no line; what differs names its cause and its entries", () => {
  expect(bridge(whole(1n, 2n), whole(1n, 2n), () => [])).toEqual([]);
  const lines = bridge(whole(100n, 2n), whole(130n, 2n), (key) =>
    key === "W|B-1" ? [move({ seq: 9n })] : [],
  );
  expect(
    lines.map(({ rowKey, measure, difference, cause, entries }) => [
      rowKey,
      measure,
      difference,
      cause,
      entries,
    ]),
  ).toEqual([
    ["W|B-1", "spent", 30n, "posted", [9n]],
    ["W|B-1", "cumulative", 30n, "follows", [9n]],
  ]);
});

it("a difference that no entry explains is unexplained, and not hidden", () => {
  const lines = bridge(whole(100n, 2n), whole(130n, 2n), () => []);
  expect(lines.map(({ cause }) => cause)).toEqual(["unexplained", "follows"]);
});

it("a row that came or went is named as such; answers, codes and the adoption are in it too", () => {
  const gone = contentOf({ adoptedOn: "2026-06-30", schemes: new Map() });
  const lines = bridge(whole(100n, 2n), gone, () => []);
  const causes = new Map(lines.map(({ rowKey, measure, cause }) => [`${rowKey} ${measure}`, cause]));
  expect(causes.get("W|B-2 spent")).toBe("row_gone");
  expect(causes.get("W code")).toBe("codes");
  expect(causes.get(" adopted")).toBe("answered");
  const back = bridge(gone, whole(100n, 2n), () => []);
  expect(back.find(({ rowKey }) => rowKey === "W|B-2")?.cause).toBe("row_new");
});

it("frozen text reads back as the same content", () => {
  const content = whole(123_456_78n, 2n);
  expect(readContent(canonicalJson(content))).toEqual(content);
});
