import { expect, it } from "vitest";
import { latestReport } from "@/lib/domain/reports/latest-report";

const report = (id: string, endsOn: string, periods: number) => ({ id, endsOn, periods });
const latest = (...all: readonly ReturnType<typeof report>[]) => latestReport(all, ({ id }) => id)?.id;

it("the report that counts is of the period that ended last", () => {
  const [first, last] = [report("z", "2025-09-30", 4), report("a", "2025-12-31", 4)];
  expect([latest(first, last), latest(last, first), latest()]).toEqual(["a", "a", undefined]);
});

it("of two periods with the same end the longer one counts, whatever their order", () => {
  const [quarter, year] = [report("z", "2025-12-31", 4), report("a", "2025-12-31", 1)];
  expect([latest(quarter, year), latest(year, quarter)]).toEqual(["a", "a"]);
});

it("of two about the same period it is the one that was made last", () => {
  const [one, two] = [report("1", "2025-12-31", 1), report("2", "2025-12-31", 1)];
  expect([latest(one, two), latest(two, one)]).toEqual(["2", "2"]);
});
