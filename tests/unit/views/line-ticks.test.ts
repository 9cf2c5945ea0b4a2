import { expect, it } from "vitest";
import { lineTicks } from "@/lib/views/line-ticks";

const band = { low: 1050n, middle: 1100n, high: 1150n };

it("a number line has the band and its middle when every reading lies in it", () => {
  expect(lineTicks(band, [1050n, 1076n, 1149n])).toEqual([1050n, 1100n, 1150n]);
});

it("the upper end of the band is outside it: the line goes on beyond", () => {
  expect(lineTicks(band, [1150n])).toEqual([1050n, 1150n, 1250n]);
  expect(lineTicks(band, [1076n, 1196n])).toEqual([1050n, 1150n, 1250n]);
});

it("and before the band when a reading lies below it", () => {
  expect(lineTicks(band, [1049n, 1196n])).toEqual([950n, 1050n, 1150n, 1250n]);
});
