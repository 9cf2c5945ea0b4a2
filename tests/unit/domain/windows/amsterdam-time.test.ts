import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockInAmsterdam, instantInAmsterdam, readTime } from "@/lib/domain/windows/amsterdam-time";

const at = (date: string, time: string) => instantInAmsterdam({ date, time })?.toISOString() ?? null;
const minutes = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2049, 11, 31) / 60_000 })
  .map((minute) => new Date(minute * 60_000));

describe("a closing moment in the Netherlands", () => {
  it("is an hour ahead of UTC in winter and two in summer", () => {
    expect(at("2026-12-31", "23:59")).toBe("2026-12-31T22:59:00.000Z");
    expect(at("2026-07-15", "23:59")).toBe("2026-07-15T21:59:00.000Z");
  });

  it("around the start of summer time: before, in the hour that does not exist, and after", () => {
    expect(at("2027-03-28", "01:59")).toBe("2027-03-28T00:59:00.000Z");
    expect(at("2027-03-28", "02:00")).toBeNull();
    expect(at("2027-03-28", "02:59")).toBeNull();
    expect(at("2027-03-28", "03:00")).toBe("2027-03-28T01:00:00.000Z");
  });

  it("around its end: in the hour that comes twice the later one counts", () => {
    expect(at("2026-10-25", "01:59")).toBe("2026-10-24T23:59:00.000Z");
    expect(at("2026-10-25", "02:00")).toBe("2026-10-25T01:00:00.000Z");
    expect(at("2026-10-25", "02:59")).toBe("2026-10-25T01:59:00.000Z");
    expect(at("2026-10-25", "03:00")).toBe("2026-10-25T02:00:00.000Z");
  });

  it("is what the clock shows, for every minute but the first of an hour that comes twice", () => {
    fc.assert(
      fc.property(minutes, (instant) => {
        const back = instantInAmsterdam(clockInAmsterdam(instant));
        const later = back === null ? Number.NaN : back.getTime() - instant.getTime();
        expect([0, 3_600_000]).toContain(later);
        if (later !== 0) expect(clockInAmsterdam(instant)).toEqual(clockInAmsterdam(back ?? instant));
      }),
    );
  });

  it("only misses between two and three, in one night of March", () => {
    const days = fc.integer({ min: 0, max: 365 * 20 }).map((day) => new Date(Date.UTC(2024, 0, 1 + day)));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (day, h, m) => {
        const date = day.toISOString().slice(0, 10);
        const found = at(date, `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`);
        const lastSundayOfMarch = day.getUTCMonth() === 2 && day.getUTCDay() === 0 && day.getUTCDate() > 24;
        expect(found === null).toBe(lastSundayOfMarch && h === 2);
      }),
    );
  });

  it("reads times as people write them", () => {
    expect(["9.05", "09:05", " 23:59 ", "24:00", "9", "9:5", ""].map(readTime)).toEqual([
      "09:05",
      "09:05",
      "23:59",
      null,
      null,
      null,
      null,
    ]);
  });
});
