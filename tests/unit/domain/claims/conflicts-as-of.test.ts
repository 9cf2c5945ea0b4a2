import { expect, it } from "vitest";
import type { BookConflict } from "@/lib/domain/claims/claim-book";
import { decidedReading } from "@/lib/domain/claims/claim-book";
import { conflictsAsOf } from "@/lib/domain/claims/conflicts-as-of";
import { bookOf } from "./published-book";

const [first] = bookOf({}).conflicts;
const decision = (reading: string, at: string) => ({
  reading,
  reason: "besluit",
  by: "iemand",
  at: new Date(at),
  proposedBy: null,
});
const conflict = (change: Partial<BookConflict>): BookConflict => ({ ...(first as BookConflict), ...change });

it("a conflict has the decisions that were known then, and nothing that waits", () => {
  const both = conflict({
    decisions: [decision("B", "2026-03-02T10:00:00Z"), decision("A", "2026-03-01T10:00:00Z")],
    proposals: [],
  });
  const chosen = (at: string) => conflictsAsOf([both], at).map(decidedReading);
  expect(chosen("2026-03-02T10:00:00.999999Z")).toEqual(["B"]);
  expect(chosen("2026-03-02T09:59:59.999999Z")).toEqual(["A"]);
  expect(chosen("2026-03-01T09:59:59.999999Z")).toEqual([null]);
});

it("what was found later was not there; what was read in with the first figures always was", () => {
  const found = conflict({ foundAt: new Date("2026-03-01T10:00:00Z") });
  const readInAtFirst = conflict({ foundAt: null });
  expect(conflictsAsOf([found, readInAtFirst], "2026-02-28T10:00:00.000000Z")).toEqual([
    { ...readInAtFirst, proposals: [] },
  ]);
});
