import { expect, it } from "vitest";
import { problemToldAs, weightToldAs } from "@/lib/views/reports";

it("a question that was answered misses nothing and asks nothing any more", () => {
  const under = { problem: "under", severity: "question" } as const;
  expect(problemToldAs({ ...under, answered: true })).toBe("underExplained");
  expect(problemToldAs({ ...under, answered: false })).toBe("under");
  expect(problemToldAs({ problem: "over" })).toBe("over");
  expect(weightToldAs({ ...under, answered: true })).toBe("explained");
  expect(weightToldAs({ ...under, answered: false })).toBe("question");
  expect(weightToldAs({ severity: "inform" })).toBe("inform");
});
