import { describe, expect, it } from "vitest";
import { readValue } from "@/lib/domain/distribution/exact";
import { readFields, readLines } from "@/lib/domain/distribution/typed-values";

const known = new Set(["GM0363", "GM0599"]);
const said = ({ reasons }: ReturnType<typeof readLines>) =>
  reasons.map(({ code, line }) => `${line}: ${code.replace("distribution.values.", "")}`);

describe("one value", () => {
  it.each([
    ["931.298", "931298"],
    ["1250,50", "1250.5"],
    ["0", "0"],
    [" 12 ", "12"],
    ["0007", "7"],
  ])("%s is %s", (typed, value) => {
    expect(readValue(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ["", "empty"],
    ["-3", "negative"],
    ["1,250", "ambiguous"],
    ["12.5", "english"],
    ["1,250.50", "english"],
    ["twaalf", "unreadable"],
    ["1.25,3", "unreadable"],
    ["1,1234567", "unreadable"],
  ])("%s is refused as %s", (typed, problem) => {
    expect(readValue(typed)).toEqual({ ok: false, problem });
  });
});

describe("lines of code and value", () => {
  it("may have a heading, quotes, tabs, empty lines and a byte order mark", () => {
    const text = '\uFEFFcode;inwoners;naam\r\n"GM0363";"931.298";Amsterdam\r\n\r\nGM0599\t655.468\n';
    expect(readLines(text, known)).toEqual({
      values: new Map([
        ["GM0363", "931298"],
        ["GM0599", "655468"],
      ]),
      reasons: [],
    });
  });

  it("a first line with a number is no heading", () => {
    expect(said(readLines("GM9999;12", known))).toEqual(["1: unknown_code"]);
  });

  it("names each line that cannot be used, by its number in the file", () => {
    const text = "GM0363;1,250\n\nGM0599 12\nGM0599;\nGM0363;3\nGM0599;4";
    expect(said(readLines(text, known))).toEqual([
      "1: ambiguous",
      "3: no_separator",
      "4: empty",
      "5: twice",
      "6: twice",
    ]);
  });
});

it("a field that is left empty is no value, and no zero", () => {
  const typed = new Map([
    ["GM0363", ""],
    ["GM0599", "0"],
  ]);
  expect(readFields(typed)).toEqual({ values: new Map([["GM0599", "0"]]), reasons: [] });
  expect(readFields(new Map([["GM0363", "x"]])).reasons).toEqual([
    {
      code: "distribution.values.unreadable",
      field: "values.GM0363",
      facts: { code: "GM0363", given: "x" },
    },
  ]);
});
