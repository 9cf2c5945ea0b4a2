import { expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { staleDifferences, type TypedProposal } from "@/lib/domain/proposals/stale-differences";

const SAVED: TypedProposal = {
  decisionNumber: "1",
  decisionOn: "2026-01-01",
  decisionCents: 100n,
  legalSource: null,
  reason: "reden",
  lines: [{ year: 2026, amount: cents(100n) }],
};
const differences = (change: Partial<TypedProposal>) => staleDifferences({ ...SAVED, ...change }, SAVED);

it("finds nothing where nothing differs; an empty text equals none", () => {
  expect(differences({ legalSource: "" })).toEqual([]);
});

it("shows both versions of every field that differs", () => {
  const found = differences({
    decisionNumber: "2",
    decisionOn: null,
    decisionCents: 250n,
    reason: "andere reden",
    lines: [
      { year: 2026, amount: cents(50n) },
      { year: 2027, amount: cents(200n) },
    ],
  });
  expect(found.map(({ field, facts }) => [field, facts])).toEqual([
    ["decisionNumber", { yours: "2", theirs: "1" }],
    ["reason", { yours: "andere reden", theirs: "reden" }],
    ["decisionOn", { yoursOn: "", theirsOn: "2026-01-01" }],
    ["decisionCents", { yoursCents: "250", theirsCents: "100" }],
    ["years.2026", { year: "2026", yoursCents: "50", theirsCents: "100" }],
    ["years.2027", { year: "2027", yoursCents: "200", theirsCents: "" }],
  ]);
});
