import { describe, expect, it } from "vitest";
import type { Claim, ClaimLink } from "@/lib/domain/claims/claim";
import { claimSet } from "@/lib/domain/claims/claim-set";
import { type LinkAsked, linkReasons } from "@/lib/domain/claims/linking";
import { cents } from "@/lib/domain/money";
import { PUBLISHED } from "./published-input";

const [sample] = PUBLISHED.claims.all;
const claim = (code: string, amount: bigint | null): Claim => {
  if (sample === undefined) throw new Error("no published claim");
  return { ...sample, code, amount: amount === null ? null : cents(amount) };
};
const link = (from: string, kind: ClaimLink["kind"], to: string): ClaimLink => ({
  from,
  kind,
  to,
  overlap: null,
  note: null,
});
const CLAIMS = [claim("a", 400n), claim("b", 900n), claim("c", null)];
const reasons = (
  asked: Partial<LinkAsked>,
  links: readonly ClaimLink[] = [],
  withdrawn = links.slice(0, 0),
) =>
  linkReasons(claimSet(CLAIMS, links), withdrawn, {
    from: "a",
    kind: "part_of",
    to: "b",
    overlap: null,
    note: null,
    ...asked,
  }).map(({ code, facts }) => [code.replace("claims.linking.", ""), ...Object.values(facts ?? {})]);

describe("a link between two claims", () => {
  it("is free to make between claims that are there", () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ kind: "amount_of", to: "c" })).toEqual([]);
    expect(reasons({ kind: "replaces", note: "Tikfout." })).toEqual([]);
  });

  it("goes to another claim of the book", () => {
    expect(reasons({ to: "x" })).toEqual([["unknown"]]);
    expect(reasons({ to: "a" })).toEqual([["itself"]]);
  });

  it("is made once; an overlap also from the other side; what was taken back stays so", () => {
    expect(reasons({}, [link("a", "part_of", "b")])).toEqual([["twice", "b"]]);
    expect(reasons({ kind: "overlaps" }, [link("b", "overlaps", "a")])).toEqual([["twice", "b"]]);
    expect(reasons({ kind: "amount_of" }, [link("a", "part_of", "b")])).toEqual([]);
    expect(reasons({}, [], [link("a", "part_of", "b")])).toEqual([["withdrawn", "b"]]);
  });

  it("makes no circle, however long", () => {
    expect(reasons({}, [link("b", "part_of", "a")])).toEqual([["circle", "b"]]);
    expect(reasons({}, [link("b", "part_of", "c"), link("c", "part_of", "a")])).toEqual([["circle", "b"]]);
    expect(reasons({}, [link("b", "amount_of", "a")])).toEqual([]);
  });

  it("has an overlap only where claims overlap, above zero and within both amounts", () => {
    const overlap = (amount: bigint, asked: Partial<LinkAsked> = {}) =>
      reasons({ kind: "overlaps", overlap: cents(amount), ...asked });
    expect(overlap(400n)).toEqual([]);
    expect(overlap(401n)).toEqual([["moreThanWhole", "a", "400", "401", "1"]]);
    expect(overlap(1_000n)).toEqual([
      ["moreThanWhole", "a", "400", "1000", "600"],
      ["moreThanWhole", "b", "900", "1000", "100"],
    ]);
    expect(overlap(300n, { to: "c" })).toEqual([]);
    expect(overlap(0n)).toEqual([["notPositive", "0"]]);
    expect(overlap(1n, { kind: "part_of" })).toEqual([["overlapOnly"]]);
  });

  it("that replaces says why, and every reason is named at once", () => {
    expect(reasons({ kind: "replaces", to: "x", overlap: cents(1n) })).toEqual([
      ["unknown"],
      ["noReason"],
      ["overlapOnly"],
    ]);
  });
});
