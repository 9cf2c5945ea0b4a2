import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { remarkSchema, returnReportSchema } from "@/lib/input/report-review";

// Half past midnight in the Netherlands on the first of December; in UTC it is still November.
beforeEach(() => vi.useFakeTimers({ now: new Date("2026-11-30T23:30:00Z") }));
afterEach(() => vi.useRealTimers());

const about = () => ({ idempotencyKey: randomUUID(), report: randomUUID(), version: "1" });
const returned = (answerBy: string) => returnReportSchema.safeParse({ ...about(), reason: "x", answerBy });
const asked = (answerBy: string) => remarkSchema.safeParse({ ...about(), text: "x", answerBy });

it.each([
  ["given back", returned],
  ["asked", asked],
])("what is %s is wanted before a date that is still to come", (_, parse) => {
  for (const day of ["01-01-2020", "30-11-2026", "1-12-2026"])
    expect(parse(day).error?.issues, day).toMatchObject([
      { path: ["answerBy"], message: "reports.form.beforePast" },
    ]);
  expect(parse("2-12-2026").data?.answerBy).toBe("2026-12-02");
  expect(parse("").data?.answerBy).toBeNull();
});
