import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { differenceOf, type ExaminedItem, establishedProblem } from "@/lib/domain/sampling/examined";
import { outcomeOf } from "@/lib/domain/sampling/outcome";
import { project, projectUnder } from "@/lib/domain/sampling/projection";
import type { SampleItem } from "@/lib/domain/sampling/sample";

const item = (
  seq: number,
  booked: bigint,
  audited: bigint,
  more: Partial<ExaminedItem> = {},
): ExaminedItem => ({
  seq: BigInt(seq),
  stratum: "sampled",
  booked: cents(booked),
  audited: cents(audited),
  uncertain: cents(0n),
  ...more,
});
const design = (interval: bigint, confidence = 9500) => ({
  interval: cents(interval),
  confidence,
  drawnFrom: true,
});

describe("from what was found to the upper limit", () => {
  it("without a difference the limit is the factor for none times the interval", () => {
    const found = project("errors", [item(1, 500n, 500n)], design(1_000_00n));
    expect(found).toMatchObject({ mostLikely: 0n, incremental: 0n, basic: 2_995_80n, upper: 2_995_80n });
  });

  /**
   * The example of a full and of partial differences in textbooks after the AICPA guide: interval 10.000,00 at 95 %, shares
   * of 100 %, 40 % and 10 %. Worked out by hand from the four-decimal factors 2,9958 4,7439 6,2958 7,7537:
   * rises 1,7481 1,5519 1,4579; allowances 7.481,00 + 0,5519 x 4.000,00 + 0,4579 x 1.000,00.
   */
  it("ranks the shares from large to small and adds the rise of the factor beyond one", () => {
    const items = [
      item(1, 50_00n, 45_00n),
      item(2, 200_00n, 0n),
      item(3, 1_000_00n, 600_00n),
      item(4, 9_00n, 9_00n),
    ];
    const found = project("errors", items, design(10_000_00n));
    expect(
      found.items.map(({ seq, projected, rise, allowance }) => [seq, projected, rise, allowance]),
    ).toEqual([
      [2n, 10_000_00n, 17_481n, 7_481_00n],
      [3n, 4_000_00n, 15_519n, 2_207_60n],
      [1n, 1_000_00n, 14_579n, 457_90n],
    ]);
    expect(found.projected).toBe(15_000_00n);
    expect(found.basic).toBe(29_958_00n);
    expect(found.incremental).toBe(10_146_50n);
    expect(found.upper).toBe(55_104_50n);
  });

  it("what is known in full counts for what it is, and is not projected", () => {
    const items = [
      item(1, 50_000_00n, 49_000_00n, { stratum: "top" }),
      item(2, 300_00n, 200_00n, { stratum: "minimum" }),
      item(3, 100_00n, 100_00n),
    ];
    const found = project("errors", items, design(10_000_00n));
    expect(found).toMatchObject({ known: 1_100_00n, projected: 0n, mostLikely: 1_100_00n, incremental: 0n });
  });

  it("when everything was examined nothing is left to chance", () => {
    const items = [item(1, 50_000_00n, 49_000_00n, { stratum: "top" })];
    expect(project("errors", items, { ...design(10_000_00n), drawnFrom: false })).toMatchObject({
      basic: 0n,
      upper: 1_000_00n,
    });
  });

  it("errors and uncertainties are projected apart and together, half a cent up", () => {
    const items = [item(1, 3n, 1n, { uncertain: cents(1n) })];
    expect(project("errors", items, design(1n)).projected).toBe(0n);
    expect(project("uncertainties", items, design(1n)).projected).toBe(0n);
    expect(project("together", items, design(1n)).projected).toBe(1n);
    expect(project("errors", [item(1, 2n, 1n)], design(1n)).projected).toBe(1n);
  });

  it("is whole and monotone: more found never lowers the limit, and its parts are its sum", () => {
    const items = fc.array(
      fc
        .tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 0n, max: 1000n }), fc.boolean())
        .map(([booked, kept, top]) => ({ booked, audited: (booked * kept) / 1000n, top })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(items, fc.bigInt({ min: 1n, max: 10n ** 10n }), (all, interval) => {
        const examined = all.map(({ booked, audited, top }, index) =>
          item(index + 1, booked, audited, { stratum: top ? "top" : "sampled" }),
        );
        const found = project("errors", examined, design(interval));
        expect(found.mostLikely).toBe(found.known + found.projected);
        expect(found.upper).toBe(found.mostLikely + found.basic + found.incremental);
        const worse = examined.map((one) => ({ ...one, audited: cents(one.audited / 2n) }));
        expect(project("errors", worse, design(interval)).upper >= found.upper).toBe(true);
      }),
    );
  });

  it("booked too low is told apart and lowers nothing", () => {
    const items = [item(1, 100_00n, 150_00n), item(2, 100_00n, 50_00n)];
    expect(project("errors", items, design(1_000_00n)).projected).toBe(500_00n);
    expect(projectUnder(items, cents(1_000_00n))).toEqual({ found: 50_00n, projected: 500_00n });
  });
});

describe("what can be established about an item", () => {
  it("divides the gap between booked and right into error and uncertainty", () => {
    expect(differenceOf(item(1, 1_000n, 700n, { uncertain: cents(100n) }))).toEqual({
      error: 200n,
      uncertain: 100n,
      under: 0n,
    });
  });

  it("is not less than nothing, and not more uncertain than there is a gap, to the cent", () => {
    const problem = (audited: bigint, uncertain: bigint) =>
      establishedProblem(cents(1_000n), { audited: cents(audited), uncertain: cents(uncertain) });
    expect(problem(-1n, 0n)).toBe("below_zero");
    expect(problem(700n, -1n)).toBe("uncertain_below_zero");
    expect(problem(700n, 301n)).toBe("uncertain_too_high");
    expect(problem(700n, 300n)).toBeNull();
    expect(problem(1_200n, 1n)).toBe("uncertain_too_high");
    expect(problem(1_200n, 0n)).toBeNull();
  });
});

describe("the outcome of a sample", () => {
  const header = {
    method: "monetary" as const,
    interval: cents(1_000_00n),
    confidence: 9500,
    tolerable: 1000,
    population: {
      stream: null,
      municipality: null,
      year: null,
      knownAt: "2026-11-29T00:00:00.000000Z",
      ledgerSeq: 9n,
      totals: { positive: 3, positiveCents: 100_000_00n, negative: 0, negativeCents: 0n },
      zeros: 0,
      digest: "0".repeat(64),
    },
  };
  const examined = (seq: number, audited: bigint | null): SampleItem => ({
    seq: BigInt(seq),
    position: seq,
    stratum: "sampled",
    amount: cents(500_00n),
    hit: 1n,
    streamName: "W",
    municipalityName: "G",
    areaName: "A",
    themeNl: "t",
    themeEn: "t",
    year: 2025,
    effectiveOn: "2025-12-31",
    kind: "spent",
    report: null,
    requests: [],
    results:
      audited === null
        ? []
        : [
            {
              version: 1,
              audited: cents(audited),
              uncertain: cents(0n),
              deviates: audited !== 500_00n,
              remark: null,
              by: "A",
              at: new Date(0),
            },
          ],
  });

  it("is open while an item has none: what was not examined is not zero", () => {
    expect(outcomeOf(header, [examined(1, 500_00n), examined(2, null)])).toEqual({ kind: "open", left: 1 });
  });

  it("supports the conclusion up to the tolerable cent, and not one above it", () => {
    // Basic precision 2.995,80; tolerable 10 % of 29.958,00 is that exactly.
    const of = (positiveCents: bigint) =>
      outcomeOf(
        {
          ...header,
          population: { ...header.population, totals: { ...header.population.totals, positiveCents } },
        },
        [examined(1, 500_00n)],
      );
    expect(of(29_958_00n)).toMatchObject({ kind: "monetary", tolerable: 2_995_80n, supports: true });
    expect(of(29_957_99n)).toMatchObject({ tolerable: 2_995_79n, supports: false });
  });

  it("of attribute sampling counts deviations, and those of rule A6 apart", () => {
    const items = [
      examined(1, 500_00n),
      examined(2, 0n),
      { ...examined(3, 0n), stratum: "minimum" as const },
    ];
    const found = outcomeOf({ ...header, method: "attribute", interval: null, tolerable: 5000 }, items);
    expect(found).toMatchObject({ kind: "attribute", items: 3, size: 2, found: 1, along: 1 });
  });
});
