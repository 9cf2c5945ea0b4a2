import { expect, it } from "vitest";
import { contentHash } from "@/lib/db/hash";
import { reportContent } from "@/lib/domain/reports/report-content";

const lineOf = (areaId: string, spentCents: bigint | null) => ({
  areaId,
  themeId: "t",
  spentCents,
  correctionCents: null,
  correctionNote: null,
  forecastCents: 1n,
  explanation: null,
});
const hash = (lines: ReturnType<typeof lineOf>[]) => contentHash(reportContent({ lines, results: [] }));

it("the same declaration gives the same hash, in whatever order it is read", () => {
  expect(hash([lineOf("a", 1n), lineOf("b", 2n)])).toBe(hash([lineOf("b", 2n), lineOf("a", 1n)]));
});

it("empty and zero are two declarations", () => {
  expect(hash([lineOf("a", null)])).not.toBe(hash([lineOf("a", 0n)]));
});

it("only what is declared counts: a name that changes does not void a signature", () => {
  const named = { ...lineOf("a", 1n), areaName: "Noord" };
  expect(hash([named])).toBe(hash([lineOf("a", 1n)]));
});
