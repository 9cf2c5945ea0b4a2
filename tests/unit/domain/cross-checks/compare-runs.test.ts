import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRuns } from "@/lib/domain/cross-checks/compare-runs";
import { MOST_KEPT } from "@/lib/domain/cross-checks/most-kept";
import { type RunResult, runCrossRules } from "@/lib/domain/cross-checks/run";
import { cutLists } from "@/lib/views/cross-checks";
import { allocation, WORLD } from "./whole-world";

const NOBODY = { stages: [], waivers: [] };
/** A run in which every one of these allocations was made twice: a finding of X20 each. */
const runWith = (ids: readonly number[]): RunResult => {
  const register = ids.map((id) => allocation({ id: `a${id}`, number: `A${id}`, originals: 2 }));
  const { outcomes, findings } = runCrossRules({ ...WORLD, register }, new Map(), NOBODY);
  return { outcomes, findings: findings.filter(({ code }) => code === "X20") };
};
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, at) => first + at);
/** All that a run knows, for the next one. */
const known = ({ listed, unlisted, since }: ReturnType<typeof compareRuns>) =>
  new Map([
    ...listed.map(({ key }) => [key, since(key)] as const),
    ...[...unlisted.values()].flatMap((one) => [...one]),
  ]);
const unjudged = ({ findings, outcomes }: RunResult): RunResult => ({
  findings: findings.filter(({ code }) => code !== "X20"),
  outcomes: outcomes.map((one) => (one.code === "X20" ? { ...one, checked: 0, found: 0, unjudged: 1 } : one)),
});

describe("a run beside the one before it", () => {
  it("with more findings than are kept: none is new because another was put right", () => {
    const first = compareRuns(new Map(), runWith(upTo(MOST_KEPT + 2)), 1);
    expect(first.listed).toHaveLength(MOST_KEPT);
    expect(first).toMatchObject({ fresh: MOST_KEPT + 2, gone: 0 });
    const next = compareRuns(known(first), runWith(upTo(MOST_KEPT + 2, 2)), 2);
    expect(next).toMatchObject({ fresh: 0, gone: 1 });
    expect(next.listed.map(({ key }) => next.since(key))).toEqual(Array(MOST_KEPT).fill(1));
    expect(next.unlisted.get("X20")?.size).toBe(1);
  });

  it("of a rule that is not judged now, what was found is not gone, and not new when it is judged again", () => {
    const first = compareRuns(new Map(), runWith([1, 2]), 1);
    const between = compareRuns(known(first), unjudged(runWith([1, 2])), 2);
    expect(between).toMatchObject({ fresh: 0, gone: 0, listed: [] });
    const again = compareRuns(known(between), runWith([2, 3]), 3);
    expect(again).toMatchObject({ fresh: 1, gone: 1 });
    expect(again.listed.map(({ key }) => again.since(key))).toEqual([1, 3]);
  });

  it("what is new and what is gone is what the two sets differ by, however many are kept", () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 20 });
    fc.assert(
      fc.property(some, some, (before, now) => {
        const first = compareRuns(new Map(), runWith(before), 1);
        const { fresh, gone } = compareRuns(known(first), runWith([...now, 99]), 2);
        expect(fresh).toBe(now.filter((one) => !before.includes(one)).length + 1);
        expect(gone).toBe(before.filter((one) => !now.includes(one)).length);
      }),
      { numRuns: 25 },
    );
  });

  it("says of which rules the list has not everything", () => {
    const { outcomes } = runWith(upTo(MOST_KEPT + 1));
    const cut = [{ code: "X20", kept: MOST_KEPT, found: MOST_KEPT + 1 }];
    expect(cutLists(outcomes)).toEqual(expect.arrayContaining(cut));
    expect(cutLists(outcomes, "X20")).toEqual(cut);
    expect(cutLists(outcomes, "X1")).toEqual([]);
    expect(cutLists(runWith(upTo(MOST_KEPT)).outcomes, "X20")).toEqual([]);
  });
});
