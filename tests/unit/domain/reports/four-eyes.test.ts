import { expect, it } from "vitest";
import { isBarred, requireOtherPerson } from "@/lib/domain/reports/four-eyes";
import { isOpenFor, REPORT_STATUSES } from "@/lib/domain/reports/report-status";

it.each(["saved", "submitted"] as const)("who %s a report does not sign it", (action) => {
  expect(isBarred([{ action, personId: "p" }], "p", "signed")).toBe(true);
  expect(isBarred([{ action, personId: "p" }], "q", "signed")).toBe(false);
});

it("who signed an earlier version may sign again, and may never accept", () => {
  const deeds = [{ action: "signed", personId: "p" }] as const;
  expect(isBarred(deeds, "p", "signed")).toBe(false);
  expect(() => requireOtherPerson(deeds, "p", "accepted")).toThrow(
    expect.objectContaining({ code: "four_eyes" }),
  );
});

it("who opened or returned it may go on", () => {
  const deeds = [
    { action: "opened", personId: "p" },
    { action: "returned", personId: "p" },
  ] as const;
  expect(isBarred(deeds, "p", "signed")).toBe(false);
});

it("every step is open in its own statuses and no other", () => {
  const open = (step: Parameters<typeof isOpenFor>[1]) =>
    REPORT_STATUSES.filter((status) => isOpenFor(status, step));
  expect(open("save")).toEqual(["draft", "returned"]);
  expect(open("submit")).toEqual(["draft", "returned"]);
  expect(open("sign")).toEqual(["submitted"]);
  expect(open("returnToCoordinator")).toEqual(["submitted"]);
  expect(open("review")).toEqual(["signed"]);
});
