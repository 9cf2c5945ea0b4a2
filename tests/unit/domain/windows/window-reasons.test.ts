import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter, PERIOD_KINDS, PERIODS_OF, periodDays, windowCode } from "@/lib/domain/windows/period";
import { type KnownWindow, windowState } from "@/lib/domain/windows/reporting-window";
import { type AskedWindow, changeReasons, openingReasons } from "@/lib/domain/windows/window-reasons";

const NOW = new Date("2026-11-28T12:00:00Z");
const known = (code: string, days: Partial<KnownWindow>): KnownWindow => ({
  id: code,
  code,
  startsOn: "2026-01-01",
  endsOn: "2026-06-30",
  opensOn: "2026-07-01",
  dueOn: "2026-09-01",
  closesAt: new Date("2026-10-01T21:59:00Z"),
  ...days,
});
const FIRST = known("OW-2-2026-1", {});
/** The second half of 2026, as it should be. */
const SECOND: AskedWindow = {
  code: "OW-2-2026-2",
  year: 2026,
  startsOn: "2026-07-01",
  endsOn: "2026-12-31",
  opensOn: "2027-01-01",
  dueOn: "2027-03-01",
  closesAt: new Date("2027-04-01T21:59:00Z"),
};
const codes = (asked: Partial<AskedWindow>, others: readonly KnownWindow[] = [FIRST]) =>
  openingReasons({ ...SECOND, ...asked }, { others, firstYear: 2026, lastYear: 2028, now: NOW }).map(
    ({ code }) => code.replace("windows.reasons.", ""),
  );

describe("periods", () => {
  it("of a year cover it without a gap and without overlap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), fc.constantFrom(...PERIOD_KINDS), (year, kind) => {
        const all = Array.from({ length: PERIODS_OF[kind] }, (_, index) =>
          periodDays({ year, kind, period: index + 1 }),
        );
        expect(all[0]?.startsOn).toBe(`${year}-01-01`);
        expect(all.at(-1)?.endsOn).toBe(`${year}-12-31`);
        for (const [index, one] of all.entries())
          if (index > 0) expect(one.startsOn).toBe(dayAfter(all[index - 1]?.endsOn ?? ""));
      }),
    );
  });

  it("have a code that says which, and end on a leap day where there is one", () => {
    expect(windowCode("OW", "2", { year: 2026, kind: "year", period: 1 })).toBe("OW-2-2026");
    expect(windowCode("OW", "2", { year: 2026, kind: "quarter", period: 3 })).toBe("OW-2-2026-3");
    expect(periodDays({ year: 2028, kind: "quarter", period: 1 }).endsOn).toBe("2028-03-31");
  });
});

describe("opening a window", () => {
  it("has nothing in its way when it follows on the one before", () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, [])).toEqual([]);
  });

  it("is refused for days that another window covers, and for the same period twice", () => {
    expect(codes({}, [known("OW-2-2026", { endsOn: "2026-12-31" })])).toEqual(["overlaps"]);
    expect(codes({}, [known("OW-2-2026-2", { ...SECOND })])).toEqual(["exists"]);
  });

  it("is refused when it leaves out a period (W11), before or after", () => {
    expect(codes({ startsOn: "2026-10-01" })).toEqual(["gap_before"]);
    const later = known("OW-2-2027-2", {
      startsOn: "2027-07-01",
      endsOn: "2027-12-31",
      opensOn: "2028-01-01",
      dueOn: "2028-03-01",
      closesAt: null,
    });
    expect(codes({}, [later])).toEqual(["gap_after"]);
  });

  it("is refused while the one before is still open (W12), to the day", () => {
    const until = (closesAt: string) => [known("OW-2-2026-1", { closesAt: new Date(closesAt) })];
    expect(codes({}, until("2026-12-31T22:59:00Z"))).toEqual([]);
    // Half past midnight in the Netherlands is the next day already.
    expect(codes({}, until("2026-12-31T23:30:00Z"))).toEqual(["still_open"]);
  });

  it("lists every reason at once", () => {
    expect(
      codes({
        year: 2030,
        opensOn: "2026-12-31",
        dueOn: "2026-08-01",
        closesAt: new Date("2026-07-31T21:59:00Z"),
      }).sort(),
    ).toEqual([
      "closes_before_due",
      "closes_in_past",
      "due_before_open",
      "due_order",
      "opens_early",
      "outside_tranche",
    ]);
  });
});

describe("changing its dates", () => {
  const change = (dueOn: string, closesAt: string, others: readonly KnownWindow[] = []) =>
    changeReasons(FIRST, { dueOn, closesAt: new Date(closesAt) }, others, NOW).map(({ code }) =>
      code.replace("windows.reasons.", ""),
    );

  it("may put them later, up to the day on which the next one opens", () => {
    const next = known("OW-2-2026-2", { ...SECOND });
    expect(change("2026-09-01", "2026-12-31T22:59:00Z", [next])).toEqual([]);
    expect(change("2026-09-01", "2027-01-01T22:59:00Z", [next])).toEqual(["next_open"]);
  });

  it("must change something, and cannot close in the past", () => {
    expect(change("2026-09-01", "2026-10-01T21:59:00Z")).toEqual(["nothing_changed", "closes_in_past"]);
  });
});

it("a window is coming, open, past its date and closed, in that order", () => {
  const stateOn = (today: string) => windowState(FIRST, today, new Date(`${today}T12:00:00Z`));
  expect(["2026-06-30", "2026-07-01", "2026-09-01", "2026-09-02", "2026-10-02"].map(stateOn)).toEqual([
    "coming",
    "open",
    "open",
    "due",
    "closed",
  ]);
  expect(windowState({ ...FIRST, closesAt: null }, "2030-01-01", new Date("2030-01-01"))).toBe("due");
});
