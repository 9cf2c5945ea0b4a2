import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkpointLine } from "@/lib/views/checkpoint";
import { count } from "@/lib/views/digits";
import { isLocale, localeOf } from "@/lib/views/locale";
import { coordinate, plotPosition, plotShare } from "@/lib/views/plot";
import { STATUS_SIGNS } from "@/lib/views/status";

describe("shares for drawing", () => {
  it("lie between nothing and the whole", () => {
    expect(plotShare(0n, 100n)).toBe(0);
    expect(plotShare(100n, 100n)).toBe(1);
    expect(plotShare(5n, 0n)).toBe(0);
    const part = fc.bigInt({ min: 0n, max: 10n ** 30n });
    fc.assert(fc.property(part, part, (a, b) => plotShare(a, a + b) <= 1 && plotShare(a, a + b) >= 0));
  });

  it("find a place between two ends", () => {
    expect(plotPosition(1_076n, 1_050n, 1_150n)).toBeCloseTo(0.26);
    expect(coordinate(1.25)).toBe(1.3);
  });
});

describe("small words", () => {
  it("group the digits of a count", () => {
    expect(count(1_204n, "nl")).toBe("1.204");
    expect(count(-12_345, "en")).toBe("−12,345");
  });

  it("read any language that is not ours as Dutch", () => {
    expect(localeOf("en")).toBe("en");
    expect(localeOf("de")).toBe("nl");
    expect(localeOf(undefined)).toBe("nl");
    expect(isLocale("NL")).toBe(false);
  });

  it("shorten a checkpoint to what can be looked up", () => {
    const line = checkpointLine(
      { size: 1204n, rootHash: `9f31c2${"0".repeat(54)}a07e`, signedAt: new Date("2026-11-23T13:00:00Z") },
      "nl",
    );
    expect(line).toBe("1.204 · 9f31c2…a07e · 23-11-2026 14:00");
  });

  it("never leave a colour without a word or sign of meaning", () => {
    const signs = Object.values(STATUS_SIGNS).flatMap((kind) => Object.values(kind));
    for (const { tone, sign } of signs) expect(tone === "wait" || sign !== "none").toBe(true);
  });
});
