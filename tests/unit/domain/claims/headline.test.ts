import { describe, expect, it } from "vitest";
import type { ClaimBook, ConflictDecision } from "@/lib/domain/claims/claim-book";
import { choicesOf, inReadingOrder, laterThan } from "@/lib/domain/claims/claim-book";
import { cents } from "@/lib/domain/money";
import { addsOf, fixedTotal, headlineOfBook, lanesOf, openFigures } from "@/lib/domain/overview/headline";
import { bookOf } from "./published-book";

const decide = (reading: string): ConflictDecision => ({
  reading,
  reason: "r",
  by: "b",
  at: new Date(0),
  proposedBy: "a",
});
const bookWith = (...readings: string[]): ClaimBook => bookOf({ L01: readings.map(decide) });

const laneSeven = (book: ClaimBook) => {
  const headline = headlineOfBook(book);
  if (headline === null) throw new Error("no headline");
  const lane = lanesOf(book, headline).find(({ note }) => note === 7);
  if (lane === undefined) throw new Error("no note 7");
  return lane;
};

describe("the published headline and its notes", () => {
  const book = bookWith();
  const headline = headlineOfBook(book);

  it("has eight notes in order, six with a fixed amount that make 1.076", () => {
    if (headline === null) throw new Error("no headline");
    const lanes = lanesOf(book, headline);
    expect(lanes.map(({ note }) => note)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(fixedTotal(headline)).toBe(1_076_000_000_00n);
    expect(lanes.find(({ note }) => note === 6)?.figures).toEqual([]);
  });

  it("chooses nothing by itself: note 7 is 27 or 30 and in no total", () => {
    expect(laneSeven(book)).toMatchObject({ figures: [27_000_000_00n, 30_000_000_00n], decided: null });
  });

  it("follows a decision, a later one, and one that takes it back", () => {
    expect(laneSeven(bookWith("per_area"))).toMatchObject({ figures: [30_000_000_00n], decided: "per_area" });
    expect(laneSeven(bookWith("not_counted")).figures).toEqual([]);
    // Newest first, as they are read.
    expect(laneSeven(bookWith("per_municipality", "per_area")).figures).toEqual([27_000_000_00n]);
    expect(laneSeven(bookWith("open", "per_area")).figures).toHaveLength(2);
  });

  it("says how each reading comes about", () => {
    const contested = headline?.contested[0];
    expect([
      ...addsOf(
        book,
        contested ?? {
          conflict: "",
          title: { nl: "", en: "" },
          streamId: null,
          claims: [],
          readings: [],
          decided: null,
        },
      ).keys(),
    ]).toEqual(["per_municipality", "per_area", "per_year_municipality", "per_year_area"]);
  });

  it("never drops a published figure, only ways to read one that cannot round to the headline", () => {
    if (headline === null) throw new Error("no headline");
    const readings = [
      { code: "a-claim", adds: cents(500_000_000_00n) },
      { code: "a-way", adds: cents(400_000_000_00n) },
      { code: "nothing", adds: cents(0n) },
    ];
    expect(openFigures(headline, readings, (code) => code === "a-claim")).toEqual([500_000_000_00n]);
  });
});

describe("a claim among the others", () => {
  const book = bookWith();
  it("knows every figure that took its place", () => {
    expect(laterThan(book, "folder-noot-1").map(({ code }) => code)).toEqual([
      "kansrijke-wijk-250",
      "kansrijke-wijk-256",
    ]);
    expect(laterThan(book, "kansrijke-wijk-256")).toEqual([]);
  });

  it("stands with its stream, the whole first, the oldest before the newest", () => {
    const order = inReadingOrder(book, book.claims.all).map(({ code }) => code);
    expect(order).toHaveLength(book.claims.all.length);
    expect(order.indexOf("folder-inleiding")).toBeLessThan(order.indexOf("folder-noot-1"));
    expect(order.indexOf("kansrijke-wijk-250")).toBeLessThan(order.indexOf("kansrijke-wijk-256"));
    expect(order.indexOf("kansrijke-wijk-256")).toBeLessThan(order.indexOf("folder-noot-2"));
  });

  it("is a choice in its conflict; a finding offers none", () => {
    const of = (code: string) => {
      const conflict = book.conflicts.find((one) => one.code === code);
      return conflict === undefined ? [] : choicesOf(book, conflict);
    };
    expect(of("V01").map(({ claim }) => claim?.amount)).toEqual([28_000_000_00n, 27_000_000_00n]);
    expect(of("L05")).toEqual([]);
    expect(of("L01")).toHaveLength(6);
  });
});
