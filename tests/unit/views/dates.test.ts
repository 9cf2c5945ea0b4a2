import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateInAmsterdam,
  daysBetween,
  dueIn,
  instant,
  longDate,
  longInstant,
  recently,
  shortDate,
} from "@/lib/views/dates";

describe("calendar dates", () => {
  it("are short with hyphens in Dutch and with a month in letters in English", () => {
    expect(shortDate("2026-11-03", "nl")).toBe("03-11-2026");
    expect(shortDate("2026-11-03", "en")).toBe("03\u00a0Nov\u00a02026");
  });

  it("are long with the name of the month", () => {
    expect(longDate("2026-11-23", "nl")).toBe("23\u00a0november 2026");
    expect(longDate("2026-03-01", "en")).toBe("1\u00a0March 2026");
  });

  it("read a Date as the day the database meant, whatever the zone of the machine", () => {
    expect(shortDate(new Date("2026-01-01T00:00:00Z"), "nl")).toBe("01-01-2026");
  });

  it("refuse what is not a date", () => {
    expect(() => shortDate("23-11-2026", "nl")).toThrow(RangeError);
  });
});

describe("instants", () => {
  it("show the clock of the Netherlands, in winter and in summer", () => {
    expect(instant(new Date("2026-11-23T13:00:00Z"), "nl")).toBe("23-11-2026 14:00");
    expect(instant(new Date("2026-07-01T13:00:00Z"), "nl")).toBe("01-07-2026 15:00");
  });

  it("belong to the Dutch day, not to that of London", () => {
    expect(dateInAmsterdam(new Date("2025-12-31T23:30:00Z"))).toBe("2026-01-01");
  });

  it("show seconds in a ledger", () => {
    expect(instant(new Date("2024-10-18T07:14:07Z"), "nl", "second")).toBe("18-10-2024 09:14:07");
  });

  it("write midnight as 00", () => {
    expect(instant(new Date("2026-08-31T22:00:00Z"), "nl")).toBe("01-09-2026 00:00");
  });

  it("can be said in full", () => {
    expect(longInstant(new Date("2026-11-23T13:00:00Z"), "nl")).toBe("23\u00a0november 2026, 14.00\u00a0uur");
    expect(longInstant(new Date("2026-11-23T13:00:00Z"), "en")).toBe("23\u00a0November 2026, 14:00");
  });

  it("are near or far from now", () => {
    const now = new Date("2026-11-23T13:00:00Z");
    const on = (text: string) => recently(new Date(text), now, "nl");
    expect(on("2026-11-23T12:41:00Z")).toBe("vandaag 13.41");
    expect(on("2026-11-22T08:55:00Z")).toBe("gisteren 9.55");
    expect(on("2026-11-20T15:18:00Z")).toBe("20\u00a0november 16.18");
    expect(on("2025-11-20T15:18:00Z")).toBe("20\u00a0november 2025 16.18");
  });
});

describe("due dates", () => {
  it("say how late, how soon, or today, with one day in the singular", () => {
    expect(dueIn("2026-11-11", "2026-11-23", "nl")).toBe("12 dagen te laat");
    expect(dueIn("2026-11-22", "2026-11-23", "nl")).toBe("1 dag te laat");
    expect(dueIn("2026-11-23", "2026-11-23", "nl")).toBe("vandaag");
    expect(dueIn("2026-11-30", "2026-11-23", "nl")).toBe("nog 7 dagen");
    expect(dueIn("2026-11-24", "2026-11-23", "en")).toBe("1 day left");
    expect(dueIn("2026-11-11", "2026-11-23", "en")).toBe("12 days late");
  });

  it("count calendar days over the change of the clock and leap days", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
  });

  it("count the same way back", () => {
    const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(daysBetween(a, b)).toBe(-daysBetween(b, a) + 0);
      }),
    );
  });
});
