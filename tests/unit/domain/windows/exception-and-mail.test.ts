import { describe, expect, it } from "vitest";
import { type AskedException, exceptionReasons, exceptionState } from "@/lib/domain/windows/exception";
import { reminderDue } from "@/lib/domain/windows/mail";
import { type AreaState, statusMatrix } from "@/lib/domain/windows/status-matrix";

describe("an exception", () => {
  const asked: AskedException = { kind: "later", areaId: null, expiresOn: "2026-12-31" };
  const window = { code: "OW-2-2026-1", dueOn: "2026-11-30" };
  const codes = (
    change: Partial<AskedException>,
    earlier: Parameters<typeof exceptionReasons>[2] = [],
    today = "2026-11-28",
  ) =>
    exceptionReasons({ ...asked, ...change }, window, earlier, today).map(({ code }) =>
      code.replace("windows.reasons.", ""),
    );

  it("is requested, granted or refused, and ends with its last day", () => {
    const on = (today: string, outcome: "granted" | "refused" | null) =>
      exceptionState({ outcome, expiresOn: "2026-12-31" }, today);
    expect(on("2026-12-31", null)).toBe("requested");
    expect(on("2026-12-31", "granted")).toBe("granted");
    expect(on("2027-01-01", "granted")).toBe("expired");
    expect(on("2027-01-01", null)).toBe("expired");
    expect(on("2027-01-01", "refused")).toBe("refused");
  });

  it("of later reporting gives more time than there was, and never time that is over", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ expiresOn: "2026-11-30" })).toEqual(["not_later"]);
    expect(codes({ expiresOn: "2026-11-27" })).toEqual(["expires_in_past"]);
    expect(codes({ kind: "waived", expiresOn: "2026-11-30" })).toEqual([]);
  });

  it("is not asked twice, and not beside one that makes it needless", () => {
    const earlier = (state: "requested" | "granted" | "refused", kind: "later" | "waived") => [
      { kind, areaId: null, state },
    ];
    expect(codes({}, earlier("requested", "later"))).toEqual(["asked_already"]);
    expect(codes({ areaId: "a" }, earlier("requested", "later"))).toEqual(["asked_already"]);
    expect(codes({}, earlier("refused", "later"))).toEqual([]);
    expect(codes({}, earlier("granted", "waived"))).toEqual(["granted_other"]);
    expect(codes({}, [{ kind: "later", areaId: "a", state: "requested" }])).toEqual([]);
  });
});

describe("a reminder", () => {
  const window = {
    opensOn: "2026-09-01",
    dueOn: "2026-11-30",
    closesAt: new Date("2026-12-31T22:59:00Z"),
  };
  const on = (today: string) => reminderDue(window, today, new Date(`${today}T08:00:00Z`));

  it("comes two weeks before, three days before, the day after, and before the window closes", () => {
    expect(on("2026-11-15")).toBeNull();
    expect(on("2026-11-16")).toBe("before_due");
    expect(on("2026-11-26")).toBe("before_due");
    expect(on("2026-11-27")).toBe("just_before_due");
    expect(on("2026-11-30")).toBe("just_before_due");
    expect(on("2026-12-01")).toBe("after_due");
    expect(on("2026-12-28")).toBe("after_due");
    expect(on("2026-12-29")).toBe("before_closing");
    expect(on("2026-12-31")).toBe("before_closing");
    expect(on("2027-01-01")).toBeNull();
  });

  it("does not come before the window opens, and without a closing moment there is none about closing", () => {
    expect(on("2026-08-31")).toBeNull();
    expect(reminderDue({ ...window, closesAt: null }, "2027-06-01", new Date("2027-06-01"))).toBe(
      "after_due",
    );
  });
});

describe("the matrix", () => {
  const state = (areaId: string, windowId: string, is: AreaState["state"]): AreaState => ({
    streamCode: "OW",
    streamName: "Wijken",
    windowId,
    windowCode: windowId,
    year: 2026,
    period: 1,
    periods: 2,
    startsOn: windowId === "w1" ? "2026-01-01" : "2026-07-01",
    areaId,
    areaName: areaId,
    municipalityName: "m",
    reportId: null,
    state: is,
  });

  it("has a row per area and a column per period in order; what nobody has to report is no cell with a state", () => {
    const [stream] = statusMatrix([
      state("noord", "w2", "due"),
      state("noord", "w1", "reportedZero"),
      state("zuid", "w2", "waived"),
    ]);
    expect(stream?.columns.map(({ windowCode }) => windowCode)).toEqual(["w1", "w2"]);
    expect(stream?.rows.map(({ areaName, cells }) => [areaName, cells.map((cell) => cell?.state)])).toEqual([
      ["noord", ["reportedZero", "due"]],
      ["zuid", [undefined, "waived"]],
    ]);
  });
});
