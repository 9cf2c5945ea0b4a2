import { expect, it } from "vitest";
import { readAsOf } from "@/lib/input/as-of";
import { referencePath } from "@/lib/views/cross-checks";

it("a figure of a run is looked at on both its dates, whatever it was about", () => {
  const asOf = { validOn: "2026-06-30", knownAt: "2026-11-29T02:15:00.123456Z" };
  const path = referencePath("oefen", { kind: "tree", id: "OW.T1" }, { asOf });
  const { pathname, searchParams } = new URL(path, "http://localhost");
  expect(pathname).toBe("/programma/oefen/aansluiting");
  expect(searchParams.getAll("open")).toEqual(["OW", "OW.T1"]);
  expect(readAsOf(Object.fromEntries(searchParams), new Date("2026-11-30T12:00:00Z")).asOf).toEqual(asOf);
});
