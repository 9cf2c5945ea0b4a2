import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { readClaimFilters } from "@/lib/input/claims";
import { conflictAnswer, conflictDecision } from "@/lib/input/conflicts";
import { readFlowView } from "@/lib/input/overview";

const problems = (input: Record<string, unknown>) => {
  const read = conflictDecision.safeParse({ idempotencyKey: randomUUID(), seen: "0", ...input });
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

it("a decision needs a reading and a reason, and says so of both at once", () => {
  expect(problems({})).toEqual([
    "reading: claims.conflict.chooseOne",
    "reason: claims.conflict.reasonMissing",
  ]);
  expect(problems({ reading: "open", reason: "  " })).toEqual(["reason: claims.conflict.reasonMissing"]);
  expect(problems({ reading: "open", reason: "x".repeat(1001) })).toEqual(["reason: errors.text.tooLong"]);
  expect(problems({ reading: "open", reason: "x".repeat(1000) })).toEqual([]);
  expect(problems({ reading: "open", reason: "x", seen: "-1" })).toEqual(["seen: errors.form.broken"]);
});

it("an address with a view or a choice that does not exist becomes the first, and says so", () => {
  expect(readFlowView({})).toEqual({ view: "geclaimd", unread: false });
  expect(readFlowView({ beeld: "besteed" })).toEqual({ view: "besteed", unread: false });
  expect(readFlowView({ beeld: "x" })).toEqual({ view: "geclaimd", unread: true });
  expect(readFlowView({ beeld: ["besteed", "besteed"] })).toEqual({ view: "geclaimd", unread: true });
  const known = { streams: new Set(["S1"]), sources: new Set(["folder"]) };
  expect(readClaimFilters({ geldstroom: "", stadium: "", bron: "" }, known)).toEqual({
    filters: {},
    unread: false,
  });
  expect(readClaimFilters({ geldstroom: "S1", stadium: "paid" }, known)).toMatchObject({
    filters: { stream: "S1", status: "paid" },
    unread: false,
  });
  expect(readClaimFilters({ geldstroom: "S2", bron: "folder" }, known)).toMatchObject({
    filters: { stream: undefined, source: "folder" },
    unread: true,
  });
});

it("who gives a decision back without a reason hears of it along with what else is wrong", () => {
  const read = conflictAnswer.safeParse({ idempotencyKey: "x", answer: "return", reason: " " });
  expect(read.error?.issues.map(({ message }) => message)).toEqual([
    "errors.form.broken",
    "errors.form.broken",
    "errors.form.broken",
    "claims.conflict.returnReasonMissing",
  ]);
});
