import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/db/hash";
import { type Basis, distribute, type Outcome } from "@/lib/domain/distribution/distribute";
import type { KeyPart, Take } from "@/lib/domain/distribution/key";
import { cents } from "@/lib/domain/money";
import { Refusal } from "@/lib/domain/refusal";
import { definition } from "./sample-key";

const amount = (most: bigint) => fc.bigInt({ min: 1n, max: most }).map(cents);
const take: fc.Arbitrary<Take> = fc.oneof(
  amount(1_000_000n).map((value): Take => ({ of: "amount", cents: value })),
  fc.bigInt({ min: 1n, max: 5_000n }).map((hundredths): Take => ({ of: "share", hundredths })),
);
const first: fc.Arbitrary<KeyPart> = fc.oneof(
  fc
    .record({ g4: amount(9_000n), other: amount(3_000n) })
    .map((two): KeyPart => ({ kind: "fixed_per_class", ...two })),
  take.map((one): KeyPart => ({ kind: "equal", take: one })),
  take.map((one): KeyPart => ({ kind: "weighted", input: "a", take: one })),
);
const last: fc.Arbitrary<KeyPart> = fc.oneof(
  fc.constant<KeyPart>({ kind: "weighted", input: "a", take: { of: "rest" } }),
  fc.constant<KeyPart>({ kind: "weighted", input: "b", take: { of: "rest" } }),
  fc.constant<KeyPart>({ kind: "residual", to: "pro_rata" }),
  amount(100_000n).map(
    (value): KeyPart => ({ kind: "per_unit", input: "b", cents: value, statedUnits: null }),
  ),
);
const bounds = fc.tuple(fc.option(amount(200_000n)), fc.option(amount(5_000_000n)));
const value = fc
  .tuple(fc.nat(5_000), fc.nat(99))
  .map(([whole, part]) => `${whole}.${String(part).padStart(2, "0")}`);
const person = fc.record({
  code: fc.stringMatching(/^GM[0-9]{4}$/),
  g4: fc.boolean(),
  a: value,
  b: value,
});

const world: fc.Arbitrary<Basis> = fc
  .record({
    people: fc.uniqueArray(person, { minLength: 1, maxLength: 40, selector: ({ code }) => code }),
    parts: fc.tuple(fc.array(first, { maxLength: 2 }), last),
    bounds,
    pots: fc.uniqueArray(
      fc.record({ year: fc.integer({ min: 2024, max: 2031 }), pot: amount(100_000_000n) }),
      {
        minLength: 1,
        maxLength: 4,
        selector: ({ year }) => year,
      },
    ),
  })
  .map(({ people, parts: [before, after], bounds: [floor, cap], pots }) => ({
    definition: definition([
      ...before,
      after,
      ...(floor === null ? [] : [{ kind: "floor", cents: floor } as const]),
      ...(cap === null ? [] : [{ kind: "cap", cents: cap } as const]),
    ]),
    recipients: people.map(({ code, g4 }) => ({ code, municipality: code, g4 })),
    inputs: new Map([
      ["a", new Map(people.map((one) => [one.code, one.a]))],
      ["b", new Map(people.map((one) => [one.code, one.b]))],
    ]),
    pots,
  }));

/** Null where the rules refuse, with at least one reason; a refusal is an answer too. */
function outcomeOf(basis: Basis): Outcome | null {
  try {
    return distribute(basis);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.reasons.length).toBeGreaterThan(0);
    return null;
  }
}

const turned = <T>(list: readonly T[]): T[] => [...list].reverse();

describe("whatever the key, the weights and the pots", () => {
  it("parts and what is left are the pot, nobody is below the floor or above the cap", () => {
    let divided = 0;
    fc.assert(
      fc.property(world, (basis) => {
        const outcome = outcomeOf(basis);
        if (outcome === null) return;
        divided++;
        const floor = basis.definition.parts.find((part) => part.kind === "floor");
        const cap = basis.definition.parts.find((part) => part.kind === "cap");
        for (const { pot, amounts, sum, left, parts, roundedUp } of outcome.years) {
          expect(amounts.reduce((total, one) => total + one.amount, 0n)).toBe(sum);
          expect(sum + left).toBe(pot);
          expect(parts.reduce((total, one) => total + one.handedOut, 0n)).toBe(sum);
          expect(roundedUp.length).toBeLessThan(amounts.length);
          for (const one of amounts) {
            expect(one.amount).toBeGreaterThanOrEqual(floor?.kind === "floor" ? floor.cents : 0n);
            if (cap?.kind === "cap") expect(one.amount).toBeLessThanOrEqual(cap.cents);
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(divided).toBeGreaterThan(50);
  });

  it("the order of recipients, values and years makes no difference, and the same again gives the same bytes", () => {
    fc.assert(
      fc.property(world, (basis) => {
        const before = canonicalJson(outcomeOf(basis));
        const after = outcomeOf({
          ...basis,
          recipients: turned(basis.recipients),
          pots: turned(basis.pots),
          inputs: new Map(
            turned([...basis.inputs]).map(([name, values]) => [name, new Map(turned([...values]))]),
          ),
        });
        expect(canonicalJson(after)).toBe(before);
        expect(canonicalJson(outcomeOf(basis))).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it("more weight never gives less, also between floor and cap", () => {
    const one = fc.record({ basis: world, at: fc.nat(), more: fc.integer({ min: 1, max: 10_000 }) });
    let compared = 0;
    fc.assert(
      fc.property(one, ({ basis: { definition: key, ...basis }, at, more }) => {
        const parts = [
          { kind: "weighted", input: "a", take: { of: "rest" } } as const,
          ...key.parts.filter(({ kind }) => kind === "floor" || kind === "cap"),
        ];
        const before = { ...basis, definition: { ...key, parts } };
        const code = basis.recipients[at % basis.recipients.length]?.code ?? "";
        const weights = basis.inputs.get("a") ?? new Map<string, string>();
        const raised = String(Math.trunc(Number(weights.get(code))) + 1 + more);
        const after = { ...before, inputs: new Map([["a", new Map([...weights, [code, raised]])]]) };
        const [low, high] = [outcomeOf(before), outcomeOf(after)];
        if (low === null || high === null) return;
        compared++;
        for (const [index, { amounts }] of low.years.entries()) {
          const had = amounts.find((each) => each.code === code)?.amount ?? 0n;
          const has = high.years[index]?.amounts.find((each) => each.code === code)?.amount;
          expect(has).toBeGreaterThanOrEqual(had);
        }
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(50);
  });
});
