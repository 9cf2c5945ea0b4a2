import { expect, it } from "vitest";
import { calendarFile } from "@/lib/files/calendar";

const date = {
  id: "w-due",
  title: "Uiterlijk; indienen, nu",
  about: "x".repeat(120),
  url: "https://example.org/a",
};

it("a whole day is a date, and ends before the next one", () => {
  const text = calendarFile("Perioden", [{ ...date, at: "2026-12-31", changes: 2 }]);
  expect(text).toContain("DTSTART;VALUE=DATE:20261231\r\n");
  expect(text).toContain("DTEND;VALUE=DATE:20270101\r\n");
  expect(text).toContain("SEQUENCE:2\r\n");
  expect(text).toContain("UID:w-due@geldstroom\r\n");
});

it("a moment is in UTC, also in summer time", () => {
  const at = new Date("2026-07-15T21:59:00Z");
  expect(calendarFile("Perioden", [{ ...date, at, changes: 0 }])).toContain("DTSTART:20260715T215900Z\r\n");
});

it("is what RFC 5545 asks: lines of 75 octets ended by CRLF, signs with a meaning escaped", () => {
  const text = calendarFile("Perioden", [{ ...date, at: "2026-12-31", changes: 0 }]);
  expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
  expect(text.trimEnd().endsWith("END:VCALENDAR")).toBe(true);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  expect(text).toContain("SUMMARY:Uiterlijk\\; indienen\\, nu");
});

it("a calendar without dates is a calendar", () => {
  const text = calendarFile("Perioden", []);
  expect(text).toContain("BEGIN:VCALENDAR");
  expect(text).toContain("END:VCALENDAR");
});
