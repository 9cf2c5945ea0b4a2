import fc from "fast-check";
import { expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { judge, type Tolerance, toleranceFor, toleranceRoom } from "@/lib/domain/sisa/tolerance";

const before: Tolerance = {
  firstYear: 2017,
  version: 1,
  errors: 100,
  uncertainties: 300,
  reading: "each",
  source: "a",
};
const after: Tolerance = {
  ...before,
  firstYear: 2025,
  errors: 200,
  uncertainties: 200,
  reading: "not_stated",
};

it("the tolerance of a year is the last one that began, in its last version", () => {
  const again = { ...after, version: 2, errors: 150 };
  expect(toleranceFor([before, after, again], 2024)).toBe(before);
  expect(toleranceFor([again, before, after], 2025)).toBe(again);
  expect(toleranceFor([again, before, after], 2030)).toBe(again);
  expect(toleranceFor([before], 2016)).toBeNull();
});

it("1% of errors and 3% of uncertainties before 2025, 2% of both from 2025, to the cent", () => {
  const base = cents(100_000_00n);
  const outcome = (tolerance: Tolerance, errors: bigint, uncertainties: bigint) =>
    judge(tolerance, { base, errors: cents(errors), uncertainties: cents(uncertainties) });
  expect(outcome(before, 1_000_00n, 3_000_00n)).toBe("within");
  expect(outcome(before, 1_000_01n, 3_000_00n)).toBe("errors");
  expect(outcome(before, 1_000_00n, 3_000_01n)).toBe("uncertainties");
  expect(outcome(after, 2_000_00n, 0n)).toBe("within");
  expect(outcome(after, 2_000_01n, 2_000_01n)).toBe("both");
  expect(outcome(after, 1_000_00n, 1_000_01n)).toBe("unclear");
  expect(outcome({ ...after, reading: "together" }, 1_000_00n, 1_000_01n)).toBe("together");
});

it("without spend there is no room", () => {
  const judged = judge(after, { base: cents(-5n), errors: cents(1n), uncertainties: cents(0n) });
  expect(judged).toBe("errors");
  expect(toleranceRoom(200, cents(-5n))).toBe(0n);
});

it("the room shown is the largest amount that is within, and one cent more is not", () => {
  const share = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(share, fc.bigInt({ min: 0n, max: 10n ** 14n }), (errors, amount) => {
      const base = cents(amount);
      const room = toleranceRoom(errors, base);
      const of = (value: bigint) =>
        judge(
          { ...before, errors, uncertainties: 10_000 },
          { base, errors: cents(value), uncertainties: cents(0n) },
        );
      expect(of(room)).toBe("within");
      expect(of(room + 1n)).toBe("errors");
    }),
  );
});
