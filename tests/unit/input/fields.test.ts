import { describe, expect, it } from "vitest";
import { readDate } from "@/lib/domain/calendar-day";
import { optionalAmount, optionalDate, optionalText } from "@/lib/input/fields";

const sentence = (schema: typeof optionalAmount | typeof optionalDate, text: string) =>
  schema.safeParse(text).error?.issues.map(({ message }) => message);

describe("an amount that may be left empty", () => {
  it("is null when it is, and that is not zero", () => {
    expect(optionalAmount.parse(undefined)).toBeNull();
    expect(optionalAmount.parse("  ")).toBeNull();
    expect(optionalAmount.parse("0,00")).toBe(0n);
  });

  it("keeps its own sentence when it cannot be read", () => {
    expect(sentence(optionalAmount, "1,250.50")).toEqual(['errors.amount.english|{"meant":"1.250,50"}']);
    expect(sentence(optionalAmount, "veel")).toEqual(["errors.amount.unreadable"]);
  });
});

describe("a date", () => {
  it("is read as people write it, in both orders", () => {
    for (const text of ["3-1-2026", "03/01/2026", "3.1.2026", "2026-01-03"])
      expect(readDate(text)).toBe("2026-01-03");
  });

  it("exists in the calendar", () => {
    expect(readDate("29-2-2028")).toBe("2028-02-29");
    for (const text of ["29-2-2027", "31-4-2026", "1-13-2026", "2026", "morgen"])
      expect(readDate(text)).toBeNull();
    expect(sentence(optionalDate, "29-2-2027")).toEqual(["errors.date.unreadable"]);
  });
});

it("a text loses the byte that PostgreSQL cannot keep, and is null when nothing is left", () => {
  expect(optionalText(10).parse("a\u0000b")).toBe("ab");
  expect(optionalText(10).parse(" \u0000 ")).toBeNull();
  expect(optionalText(3).safeParse("vier").success).toBe(false);
});
