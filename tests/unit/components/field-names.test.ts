import { expect, it } from "vitest";
import { fieldName } from "@/components/forms/field-names";
import { allReasons, IDLE } from "@/components/forms/form-state";

const names = {
  rows: { "noord.jk": "Noord, Jonge kind", "zuid.noord.jk": "Zuid, Jonge kind", huizen: "Woningen" },
  columns: { spent: "Deze periode", year: "Prognose {number}", result: "Aantal" },
};

it("names the row and the column of a field, the number of a part as well, and the row alone of what is no column", () => {
  expect(fieldName(names, "spent.noord.jk")).toBe("Noord, Jonge kind, Deze periode");
  expect(fieldName(names, "spent.zuid.noord.jk")).toBe("Zuid, Jonge kind, Deze periode");
  expect(fieldName(names, "year.2027.noord.jk")).toBe("Noord, Jonge kind, Prognose 2027");
  expect(fieldName(names, "why.S9.noord.jk")).toBe("Noord, Jonge kind");
  expect(fieldName(names, "result.huizen")).toBe("Woningen, Aantal");
  expect(fieldName(names, "report")).toBeNull();
});

it("the summary of a refusal tells two faulty cells apart, while each cell has the bare sentence", () => {
  const english = ["Dit is Engelse notatie."];
  const state = {
    ...IDLE,
    status: "refused" as const,
    fieldErrors: { "spent.noord.jk": english, "result.huizen": english, report: ["Niet heel."] },
  };
  expect(allReasons(state, names).map(({ message }) => message)).toEqual([
    "Noord, Jonge kind, Deze periode: Dit is Engelse notatie.",
    "Woningen, Aantal: Dit is Engelse notatie.",
    "Niet heel.",
  ]);
  expect(allReasons(state).map(({ message }) => message)).toEqual([...english, ...english, "Niet heel."]);
});
