import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/db/hash";

/** As it was first written, by lists of entries: every hash of content in every ledger is of these bytes. */
function reference(value: unknown): string {
  const ordered = (one: unknown): unknown => {
    if (typeof one === "bigint") return one.toString();
    if (Array.isArray(one)) return one.map(ordered);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(
      Object.entries(one)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, ordered(inner)]),
    );
  };
  return JSON.stringify(ordered(value));
}

describe("canonical JSON", () => {
  it("has its keys in order, at every depth, and bigint as text", () => {
    expect(canonicalJson({ b: 1n, a: [{ d: null, c: "x" }] })).toBe('{"a":[{"c":"x","d":null}],"b":"1"}');
  });

  it("leaves out what is undefined, and puts whole numbers first as objects do", () => {
    expect(canonicalJson({ b: undefined, "10": 1, "9": 2, A: 3 })).toBe('{"9":2,"10":1,"A":3}');
  });

  it("knows no word that cannot be a key", () => {
    const given: unknown = JSON.parse('{"b":1,"__proto__":{"y":1,"x":2},"constructor":null}');
    expect(canonicalJson(given)).toBe('{"__proto__":{"x":2,"y":1},"b":1,"constructor":null}');
  });

  it("gives the bytes that it always gave", () => {
    const value = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });
    fc.assert(
      fc.property(value, (given) => {
        expect(canonicalJson(given)).toBe(reference(given));
      }),
      { numRuns: 1000 },
    );
  });
});
