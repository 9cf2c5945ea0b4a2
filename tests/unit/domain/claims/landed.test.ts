import { describe, expect, it } from "vitest";
import type { Claim } from "@/lib/domain/claims/claim";
import { claimSet } from "@/lib/domain/claims/claim-set";
import { contestedClaims } from "@/lib/domain/claims/find-conflicts";
import { kindOf } from "@/lib/domain/claims/kinds";
import { landed } from "@/lib/domain/claims/landed";
import { cents } from "@/lib/domain/money";
import { awardsByYear } from "@/lib/domain/overview/years";
import { PUBLISHED } from "./published-input";

const { claims, territory } = PUBLISHED;
const where = landed(claims, territory);
const area = (code: string, from = where) => {
  const found = from.areas.find((one) => one.area === code);
  if (found === undefined) throw new Error(code);
  return found;
};
const NEWS = "volkshuisvestingsfonds-t2-amsterdam-nieuw-west-nieuws";
const AT5 = "volkshuisvestingsfonds-t2-amsterdam-nieuw-west-at5";
const codes = (some: readonly Claim[]) => some.map(({ code }) => code);

describe("where the published awards landed", () => {
  it("in the areas, outside them and together, to the cent", () => {
    expect(where.inAreas).toBe(172_688_465_22n);
    expect(where.outsideTotal).toBe(9_859_849_65n);
    expect(where.programmeTotal).toBe(182_548_314_87n);
    expect(where.inAreas + where.outsideTotal).toBe(where.programmeTotal);
    expect(where.outside.map(({ project }) => project)).toEqual(["Laak-Centraal"]);
  });

  it("an area without an amount to the cent has no amount: not listed, or not published at all", () => {
    expect(area("nplv-leeuwarden-oost")).toMatchObject({ exact: null, absence: "not_published" });
    expect(area("nplv-arnhem-oost")).toMatchObject({ exact: null, absence: "not_listed" });
    expect(where.areas.filter(({ absence }) => absence === "not_published").map((one) => one.area)).toEqual(
      expect.arrayContaining([
        "nplv-leeuwarden-oost",
        "nplv-nieuwegein-centrale-as",
        "nplv-roosendaal-stad",
        "nplv-tilburg-noordwest",
      ]),
    );
    expect(where.areasWithAward).toBe(16);
  });

  it("an award of which the area is not certain says so, and is counted", () => {
    expect(area("nplv-dordrecht-west").uncertain.length).toBeGreaterThan(0);
    expect(area("nplv-dordrecht-west").exact).toBe(25_061_637_67n);
  });

  it("the two figures for Amsterdam both stay, in no total, until one is chosen; then the other stays out", () => {
    expect(codes(area("nplv-amsterdam-nieuw-west").contested).toSorted()).toEqual([AT5, NEWS]);
    expect(codes(area("nplv-amsterdam-nieuw-west").rounded)).toEqual([]);
    const decided = area("nplv-amsterdam-nieuw-west", landed(claims, territory, new Set([AT5])));
    expect(codes(decided.rounded)).toEqual([AT5]);
    expect(codes(decided.contested)).toEqual([NEWS]);
    expect([...contestedClaims(claims, new Set([AT5]))]).not.toContain(AT5);
  });

  it("the same amount in the next tranche is another award", () => {
    expect(area("nplv-amsterdam-nieuw-west").exact).toBe(27_136_679_07n);
  });

  it("a request is no award, however large", () => {
    const asked = claims.all.filter(({ status }) => status === "requested");
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.map(kindOf)).toEqual(asked.map(() => "requests"));
    const without = claimSet(
      claims.all.filter(({ status }) => status !== "requested"),
      claims.links.filter(({ from, to }) => !asked.some(({ code }) => code === from || code === to)),
    );
    expect(landed(without, territory).programmeTotal).toBe(where.programmeTotal);
  });

  it("nothing published is no zero in any area", () => {
    const nothing = landed(claimSet([]), territory);
    expect(nothing.areas).toHaveLength(20);
    expect(nothing.areas.every(({ exact, absence }) => exact === null && absence === "not_published")).toBe(
      true,
    );
  });
});

describe("awards by year", () => {
  it("keep what is to the cent apart from what was rounded, and leave out what competes", () => {
    const byYear = awardsByYear(where);
    const of = (year: number, exact: boolean) =>
      byYear
        .filter((one) => one.year === year && one.exact === exact)
        .reduce((all, one) => all + one.amount, 0n);
    expect(of(2024, true)).toBe(where.programmeTotal);
    expect(of(2021, false)).toBe(cents(40_000_000_00n));
    expect(of(2023, true)).toBe(0n);
    expect(byYear.some(({ amount }) => amount === 27_000_000_00n)).toBe(false);
  });
});
