import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { deputyReasons } from "@/lib/domain/people/deputies";
import { thresholdReasons } from "@/lib/domain/proposals/threshold";

const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code.split(".").at(-1));

describe("a threshold", () => {
  const facts = { today: "2026-11-24", undecided: false };
  it("holds from today or later, and may be zero or absent", () => {
    expect(thresholdReasons({ validFrom: "2026-11-24", amount: cents(0n) }, facts)).toEqual([]);
    expect(thresholdReasons({ validFrom: "2027-01-01", amount: null }, facts)).toEqual([]);
  });
  it("says every reason at once", () =>
    expect(
      codes(thresholdReasons({ validFrom: "2026-11-23", amount: cents(-1n) }, { ...facts, undecided: true })),
    ).toEqual(["past", "negative", "same"]));
});

describe("a deputy", () => {
  const candidates = [{ organisationId: "o", organisation: "O", personId: "d", name: "D" }];
  const asked = { organisationId: "o", deputyId: "d", validFrom: "2026-12-01", validTo: "2026-12-31" };
  it("is a colleague, for days that no other deputyship of theirs has", () => {
    const running = [{ from: "2026-11-01", to: "2026-11-30" }];
    expect(deputyReasons(asked, { candidates, running })).toEqual([]);
    expect(codes(deputyReasons(asked, { candidates: [], running }))).toEqual(["deputy_elsewhere"]);
  });
  it("does not end before it begins, nor overlaps by a day", () => {
    const back = { ...asked, validTo: "2026-11-30" };
    expect(codes(deputyReasons(back, { candidates, running: [] }))).toEqual(["deputy_dates"]);
    expect(
      codes(deputyReasons(asked, { candidates, running: [{ from: "2026-12-31", to: "2027-01-31" }] })),
    ).toEqual(["deputy_overlap"]);
  });
});
