import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { cbsAnswerSchema } from "@/lib/input/sisa-cbs";

const problems = (input: Record<string, unknown>) => {
  const read = cbsAnswerSchema.safeParse({
    idempotencyKey: randomUUID(),
    last: "0",
    source: "e-mail",
    answeredOn: "2026-08-01",
    ...input,
  });
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

it("an answer of the CBS without the reason that it needs says so along with what else is wrong", () => {
  expect(problems({ answer: "plausible" })).toEqual([]);
  expect(problems({ answer: "not_plausible", source: " " })).toEqual([
    "source: sisa.cbs.fields.source",
    "reason: sisa.cbs.fields.reason",
  ]);
  expect(problems({ answer: "plausible", last: "1" })).toEqual(["reason: sisa.cbs.fields.reason"]);
  expect(problems({ answer: "not_plausible", reason: "Het totaal wijkt af." })).toEqual([]);
});
