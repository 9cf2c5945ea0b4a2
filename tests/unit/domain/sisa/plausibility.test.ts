import { describe, expect, it } from "vitest";
import {
  answerReasons,
  correctableUntil,
  isBack,
  lateCorrection,
  type NewAnswer,
  type RecordedAnswer,
} from "@/lib/domain/sisa/plausibility";

const answer = (change: Partial<NewAnswer> = {}): NewAnswer => ({
  answer: "plausible",
  answeredOn: "2026-07-01",
  source: "bericht",
  reason: null,
  correctUntil: null,
  ...change,
});
const recorded = (change: Partial<RecordedAnswer> = {}): RecordedAnswer => ({
  ...answer(),
  number: 1,
  by: "S. Proef",
  at: new Date("2026-07-01T10:00:00Z"),
  ...change,
});
const reasons = (change: Partial<NewAnswer>, again = false) =>
  answerReasons(answer(change), { deliveredOn: "2026-06-30", today: "2026-07-02", again }).map(({ code }) =>
    code.replace("sisa.cbs.reasons.", ""),
  );

describe("an answer of the CBS", () => {
  it("comes on the day of the delivery at the earliest, and today at the latest", () => {
    expect(reasons({ answeredOn: "2026-06-29" })).toEqual(["beforeDelivery"]);
    expect(reasons({ answeredOn: "2026-06-30" })).toEqual([]);
    expect(reasons({ answeredOn: "2026-07-02" })).toEqual([]);
    expect(reasons({ answeredOn: "2026-07-03" })).toEqual(["inFuture"]);
  });

  it("that is not plausible says why, and so does one that replaces another", () => {
    expect(reasons({ answer: "not_plausible" })).toEqual(["noReason"]);
    expect(reasons({ answer: "not_plausible", reason: "Totaal klopt niet." })).toEqual([]);
    expect(reasons({}, true)).toEqual(["noReasonAgain"]);
    expect(reasons({ reason: "Verkeerd vastgelegd." }, true)).toEqual([]);
  });

  it("names a last day only when it is plausible, and no day before itself", () => {
    expect(reasons({ answer: "not_plausible", reason: "x", correctUntil: "2026-08-01" })).toEqual([
      "untilNotPlausible",
    ]);
    expect(reasons({ correctUntil: "2026-06-30" })).toEqual(["untilBefore"]);
    expect(reasons({ correctUntil: "2026-07-01" })).toEqual([]);
  });
});

describe("A4: a correction after a plausible delivery", () => {
  const version = (cbs: RecordedAnswer | null) => ({ version: 2, year: 2025, cbs });

  it("is possible up to and including the last day of delivery, or the day that the CBS named", () => {
    expect(lateCorrection(version(recorded()), "2026-07-15")).toBeNull();
    expect(lateCorrection(version(recorded()), "2026-07-16")).toEqual({
      code: "sisa.rules.A4.closed",
      facts: { version: "2", answeredOn: "2026-07-01", lastOn: "2026-07-15" },
    });
    const named = recorded({ correctUntil: "2026-09-01" });
    expect(correctableUntil(version(named))).toBe("2026-09-01");
    expect(lateCorrection(version(named), "2026-09-01")).toBeNull();
    expect(lateCorrection(version(named), "2026-09-02")).not.toBeNull();
  });

  it("is never late for what is back with the municipality, or has no answer", () => {
    const back = version(recorded({ answer: "not_plausible", reason: "x" }));
    expect([isBack(back), lateCorrection(back, "2027-01-01")]).toEqual([true, null]);
    expect([isBack(version(null)), lateCorrection(version(null), "2027-01-01")]).toEqual([false, null]);
    expect(isBack(null)).toBe(false);
  });
});
