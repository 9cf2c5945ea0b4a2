import { expect, it } from "vitest";
import { CHANGE_KINDS } from "@/lib/domain/reconciliation/change";
import { changeName, changePage } from "@/lib/views/changes";

it("leads to the page of the thing itself, and to the list where it has none", () => {
  expect(changePage({ kind: "schedule", ref: "7" })).toBe("/toekenningen/7/kasritme");
  expect(changePage({ kind: "threshold", ref: "" })).toBe("/drempels");
  for (const kind of CHANGE_KINDS)
    expect(changePage({ kind, ref: "x" })).toMatch(/^(\/[a-z-]+)+(\/x(\/kasritme)?)?$/);
});

it("names the version of what has versions, and nothing else", () => {
  const subject = { nl: "Naar inwoners", en: "By inhabitants" };
  const versionOf = ({ name, version }: { name: string; version: string }) => `${name}, versie ${version}`;
  expect(changeName({ subject, version: 2 }, versionOf, "nl")).toBe("Naar inwoners, versie 2");
  expect(changeName({ subject, version: null }, versionOf, "en")).toBe("By inhabitants");
});
