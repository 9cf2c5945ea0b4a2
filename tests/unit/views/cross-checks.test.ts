import { expect, it } from "vitest";
import { readAsOf } from "@/lib/input/as-of";
import { cutSentence, referencePath } from "@/lib/views/cross-checks";

it("a figure of a run is looked at on both its dates, whatever it was about", () => {
  const asOf = { validOn: "2026-06-30", knownAt: "2026-11-29T02:15:00.123456Z" };
  const path = referencePath("oefen", { kind: "tree", id: "OW.T1" }, { asOf });
  const { pathname, searchParams } = new URL(path, "http://localhost");
  expect(pathname).toBe("/programma/oefen/aansluiting");
  expect(searchParams.getAll("open")).toEqual(["OW", "OW.T1"]);
  expect(readAsOf(Object.fromEntries(searchParams), new Date("2026-11-30T12:00:00Z")).asOf).toEqual(asOf);
});

it("a list that is cut says how much of it was laid beside the run before", () => {
  const said = (code: "L3" | "X7", found: number) => cutSentence({ code, kept: 500, found }, "nl").compared;
  expect(said("L3", 20_001)).toBe("20.000");
  expect(said("L3", 20_000)).toBe("all");
  // Every finding of a rule across levels is compared.
  expect(said("X7", 20_001)).toBe("all");
});
