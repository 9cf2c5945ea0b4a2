import { describe, expect, it } from "vitest";
import { namesNumber, numberFinder } from "@/lib/domain/payments/named-numbers";

describe("numbers in a text", () => {
  const find = numberFinder(["OEF-2026-1", "OEF-2026-12", "OEF-2026-1-B", "A-1"]);

  it("are found whole, however they are written", () => {
    expect(find("voorschot oef 2026/12 maart")).toEqual(["oef202612"]);
    expect(find("OEF2026-1")).toEqual(["oef20261"]);
    expect(find("OEF-2026-123")).toEqual([]);
  });

  it("are the longest that is named, and each once", () => {
    expect(find("OEF-2026-1-B en OEF-2026-1-B")).toEqual(["oef20261b"]);
    expect(find("OEF-2026-1 en OEF-2026-12")).toEqual(["oef20261", "oef202612"]);
  });

  it("are too short to mean anything below four signs", () => {
    expect(find("A-1")).toEqual([]);
    expect(namesNumber("A-1", "A-1")).toBe(false);
  });
});
