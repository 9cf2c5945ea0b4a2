import fc from "fast-check";
import { expect, it } from "vitest";
import { MOST_CHANGES, sinceVisit } from "@/lib/domain/municipality/since-visit";

const at = (minute: number) => ({ at: new Date(Date.UTC(2026, 10, 30, 12, minute)), own: false });
const newest = (count: number) => Array.from({ length: count }, (_, n) => at(59 - n));

it("shows everything that is new, never fewer than the last twelve, and says when there is more", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: MOST_CHANGES + 1 }),
      fc.integer({ min: 0, max: 59 }),
      (count, minute) => {
        const all = newest(count);
        const { changes, fresh } = sinceVisit(all, at(minute).at);
        expect(fresh).toBe(Math.min(count, 59 - minute));
        expect(changes).toHaveLength(Math.min(count, MOST_CHANGES, Math.max(12, fresh)));
        expect(changes).toEqual(all.slice(0, changes.length));
      },
    ),
  );
});

it("calls nothing new that the reader did, and still shows what is new behind it", () => {
  const mine = newest(20).map((change) => ({ ...change, own: true }));
  const others = { ...at(39), own: false };
  const { changes, fresh } = sinceVisit([...mine, others], at(30).at);
  expect(fresh).toBe(1);
  expect(changes).toHaveLength(21);
});

it("calls nothing new at a first visit", () => {
  expect(sinceVisit(newest(20), null)).toEqual({ changes: newest(12), fresh: 0 });
});
