import { describe, expect, it } from "vitest";
import { rowReader } from "@/lib/domain/tie-out/recognise";
import { unitChoices } from "@/lib/domain/tie-out/unit-choices";
import { PLACES, row, unit } from "./support";

const units = [
  unit({ number: 1, amount: 5n, municipality: "Oefendam" }),
  unit({ number: 2, amount: 5n }),
  unit({ number: 3, amount: 100n, municipality: "Oefendam" }),
  unit({ number: 4, amount: 100n }),
  unit({ number: 14, amount: 7n, municipality: "Oefendam" }),
];
const party = rowReader(PLACES, units)(row(2, 100n, { municipality: "Voorbeeldstad" }));
const numbers = (found: ReturnType<typeof unitChoices>) => found.offered.map(({ key }) => key);

describe("what a row can be put together with", () => {
  it("begins with its amount, then its municipality, then what no row is about", () => {
    const taken = new Set(units.slice(0, 1));
    expect(numbers(unitChoices(party, units, { number: "", taken }))).toEqual([
      "u4",
      "u3",
      "u2",
      "u14",
      "u1",
    ]);
  });

  it("is no longer than is offered, and says how many there are", () => {
    const found = unitChoices(party, units, { number: "", taken: new Set() }, 2);
    expect(numbers(found)).toEqual(["u4", "u3"]);
    expect(found.count).toBe(5);
  });

  it("is found by part of a number, of the allocation or of a decision, without case and dashes", () => {
    const by = (number: string) => unitChoices(party, units, { number, taken: new Set() }, 1);
    expect(numbers(by("tk 2026/1"))).toEqual(["u1"]);
    expect(by("tk-2026-1").count).toBe(2);
    expect(numbers(by("BES-2026-14"))).toEqual(["u14"]);
    expect(by("BES-2099").count).toBe(0);
  });
});
