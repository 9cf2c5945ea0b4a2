import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { attributePlan, upperDeviations } from "@/lib/domain/sampling/attribute";
import { binomialAtMost, hypergeometricAtMost } from "@/lib/domain/sampling/discrete";
import { lowerGamma } from "@/lib/domain/sampling/gamma";
import { monetaryPlan } from "@/lib/domain/sampling/monetary";
import { confidenceFactor, planningFactor, poissonLimit } from "@/lib/domain/sampling/poisson";
import {
  ATTRIBUTE_SIZES,
  ATTRIBUTE_TOLERABLE,
  CONFIDENCE_FACTORS,
  MUS_SIZES,
  MUS_TOLERABLE,
  UPPER_LIMITS,
} from "./published-tables";

const confidence = (risk: number) => 10_000 - risk * 100;
/** The guide has two decimals; some of its figures are rounded to the nearest and others up. */
const TWO_DECIMALS = 0.0101;

describe("the Poisson distribution", () => {
  it.each(Object.entries(CONFIDENCE_FACTORS))(
    "has the confidence factors of AICPA at %s % risk",
    (risk, factors) => {
      factors.forEach((published, errors) => {
        const ours = poissonLimit(confidence(Number(risk)), errors);
        expect(Math.abs(ours - published), `${errors} errors: ${ours}`).toBeLessThan(TWO_DECIMALS);
      });
    },
  );

  it("has for no errors the logarithm that follows from its definition", () => {
    for (const share of [5000, 8000, 9000, 9500, 9900])
      expect(poissonLimit(share, 0)).toBeCloseTo(-Math.log(1 - share / 10_000), 12);
  });

  it("rounds a factor up to four decimals: 2,9958 and 4,7439 at 95 %", () => {
    expect(confidenceFactor(9500, 0)).toBe(29_958n);
    expect(confidenceFactor(9500, 1)).toBe(47_439n);
    expect(confidenceFactor(9000, 0)).toBe(23_026n);
  });

  it("the incomplete gamma function is one minus the sum of Poisson chances for whole numbers", () => {
    const poissonAtMost = (most: number, mean: number) => {
      let term = Math.exp(-mean);
      let sum = term;
      for (let k = 1; k <= most; k++) {
        term *= mean / k;
        sum += term;
      }
      return sum;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0.01, max: 90, noNaN: true }),
        (k, mean) => {
          expect(lowerGamma(k + 1, mean)).toBeCloseTo(1 - poissonAtMost(k, mean), 9);
        },
      ),
    );
  });
});

describe("the size of a monetary unit sample", () => {
  it.each(MUS_SIZES)(
    "is that of AICPA table C-1 at %i % risk with %i tenths expected",
    (risk, tenths, sizes) => {
      MUS_TOLERABLE.forEach((tolerable, column) => {
        // In hundredths of a percent an expected share of tenths of the tolerable one is always whole here.
        const plan = monetaryPlan({
          total: cents(10n ** 14n),
          confidence: confidence(risk),
          tolerable,
          expected: (tolerable * tenths) / 10,
        });
        expect(plan, `tolerable ${tolerable}`).toMatchObject({ size: sizes[column] });
      });
    },
  );

  it("multiplied by its interval holds the whole population, and one item fewer does not", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1_000_00n, max: 10n ** 13n }),
        fc.integer({ min: 50, max: 5000 }),
        fc.integer({ min: 0, max: 60 }),
        (total, tolerable, part) => {
          const plan = monetaryPlan({
            total: cents(total),
            confidence: 9500,
            tolerable,
            expected: Math.floor((tolerable * part) / 100),
          });
          if (typeof plan === "string") return;
          expect(plan.interval * BigInt(plan.size) >= total).toBe(true);
          expect(plan.interval * BigInt(plan.size - 1) < total).toBe(true);
          // The interval times the factor never promises more than is tolerable.
          expect(plan.interval * plan.factor <= plan.tolerable * 10_000n).toBe(true);
        },
      ),
    );
  });

  it("grows with what is expected, and there is none when that comes too near", () => {
    const factors = [0n, 10n, 20n, 30n, 40n, 50n].map(
      (expected) => planningFactor(9500, expected, 100n) ?? 0n,
    );
    expect(factors).toEqual([...factors].sort((a, b) => (a < b ? -1 : 1)));
    expect(planningFactor(9500, 100n, 100n)).toBeNull();
    expect(planningFactor(9500, 99n, 100n)).toBeNull();
  });
});

describe("attribute sampling", () => {
  const VERY_MANY = 50_000_000;

  it.each(ATTRIBUTE_SIZES)(
    "has the sizes of AICPA tables A-1 and A-2 at %i % risk, %i expected",
    (risk, expected, sizes) => {
      ATTRIBUTE_TOLERABLE.forEach((percent, column) => {
        const published = sizes[column];
        if (published === null || published === undefined) return;
        const plan = attributePlan({
          items: VERY_MANY,
          confidence: confidence(risk),
          tolerable: percent * 100,
          expected,
        });
        expect(plan, `tolerable ${percent} %`).toMatchObject({ size: published });
      });
    },
  );

  it.each(UPPER_LIMITS)(
    "has the upper limits of AICPA tables A-3 and A-4 at %i % risk in %i items",
    (risk, size, limits) => {
      limits.forEach((published, found) => {
        const most = upperDeviations({ items: VERY_MANY, size, found, confidence: confidence(risk) });
        const up = Math.ceil((most / VERY_MANY) * 1000 - 1e-6) / 10;
        expect(up, `${found} found`).toBeCloseTo(published, 6);
      });
    },
  );

  it("counts a small population exactly: choosing by hand gives the same chance", () => {
    const choose = (n: number, k: number): bigint => {
      if (k < 0 || k > n) return 0n;
      let result = 1n;
      for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
      return result;
    };
    const exact = (found: number, size: number, items: number, deviations: number) => {
      let sum = 0n;
      for (let k = 0; k <= found; k++) sum += choose(deviations, k) * choose(items - deviations, size - k);
      return Number((sum * 10n ** 15n) / choose(items, size)) / 1e15;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.nat(80),
        fc.nat(80),
        fc.nat(10),
        (items, a, b, found) => {
          const [size, deviations] = [a % (items + 1), b % (items + 1)];
          expect(hypergeometricAtMost(found, size, { items, deviations })).toBeCloseTo(
            exact(found, size, items, deviations),
            9,
          );
        },
      ),
    );
  });

  it("needs no more items out of few than out of very many, and at most all of them", () => {
    const sizeOf = (items: number) => {
      const plan = attributePlan({ items, confidence: 9500, tolerable: 500, expected: 0 });
      return plan === "all" ? items : (plan?.size ?? Number.NaN);
    };
    expect(sizeOf(VERY_MANY)).toBe(59);
    expect(sizeOf(100)).toBeLessThan(59);
    expect(sizeOf(10)).toBeLessThanOrEqual(10);
  });

  it("knows the population when all of it was examined", () => {
    expect(upperDeviations({ items: 40, size: 40, found: 3, confidence: 9500 })).toBe(3);
  });

  it("approaches the binomial distribution when the population is large", () => {
    const many = hypergeometricAtMost(2, 60, { items: 10_000_000, deviations: 500_000 });
    expect(many).toBeCloseTo(binomialAtMost(2, 60, 0.05), 5);
  });

  it("asks nobody for more than 5.000 items", () => {
    expect(attributePlan({ items: VERY_MANY, confidence: 9900, tolerable: 1, expected: 0 })).toBeNull();
  });
});
