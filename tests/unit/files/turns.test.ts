import { expect, it } from "vitest";
import { turns } from "@/lib/files/entry/turns";

it("does so many at once and the others after them in the order in which they came, also after one that failed", async () => {
  const inTurn = turns(2);
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const work = (number: number) =>
    inTurn(
      () =>
        new Promise<number>((resolve, reject) => {
          begun.push(number);
          ends.push(() => (number === 0 ? reject(new Error("failed")) : resolve(number)));
        }),
    ).catch(() => -1);
  const all = Promise.all([0, 1, 2, 3].map(work));
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  await settled();
  expect(begun).toEqual([0, 1]);
  ends[0]?.();
  await settled();
  expect(begun).toEqual([0, 1, 2]);
  ends[1]?.();
  ends[2]?.();
  await settled();
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[3]?.();
  expect(await all).toEqual([-1, 1, 2, 3]);
});
