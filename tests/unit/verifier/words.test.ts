import { expect, it } from "vitest";
import type { Finding } from "@/verifier/finding";
import { counted, findingText } from "@/verifier/words";

const altered: Finding = {
  code: "row_altered",
  file: "grootboek.csv",
  row: 3,
  entry: "12",
  columns: ["Bedrag"],
  facts: { subject: "Post", line: "18" },
};

it("names an altered row with its line, what it is about and its column", () => {
  expect(findingText(altered, "nl")).toBe("grootboek.csv: rij 3 (regel 18), post 12: veranderd in Bedrag.");
  expect(findingText({ ...altered, facts: { subject: "Entry", line: "18" } }, "en")).toBe(
    "grootboek.csv: row 3 (line 18), entry 12: altered in Bedrag.",
  );
});

it("names a row of the journal by its entry, and leaves out what is not known", () => {
  const removed: Finding = { code: "row_removed", row: 7, entry: "7", facts: { subject: "entry" } };
  expect(findingText(removed, "nl")).toBe("rij 7, post 7: verwijderd.");
  expect(findingText({ code: "row_removed", row: 7 }, "en")).toBe("row 7: removed.");
});

it("writes sums as amounts of the language", () => {
  const facts = { measure: "allocated", is: "-1234567.05", was: "0.01" };
  expect(findingText({ code: "total_differs", facts }, "nl")).toBe(
    "Toegekend: de posten tellen op tot €\u00a0−1.234.567,05, het manifest zegt €\u00a00,01.",
  );
  expect(findingText({ code: "total_differs", facts }, "en")).toBe(
    "Allocated: the entries add up to €\u00a0−1,234,567.05, the manifest says €\u00a00.01.",
  );
});

it("counts one finding as one", () => {
  expect([counted("nl", 1), counted("nl", 2), counted("en", 1)]).toEqual([
    "1 bevinding",
    "2 bevindingen",
    "1 finding",
  ]);
});
