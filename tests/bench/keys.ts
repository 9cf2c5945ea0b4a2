import { contentHash } from "@/lib/db/hash";
import { type Basis, distribute } from "@/lib/domain/distribution/distribute";
import { effects } from "@/lib/domain/distribution/effects";
import { type Cents, cents } from "@/lib/domain/money";

export interface KeyBench {
  readonly municipalities: number;
  readonly years: number;
  /** The middle one of many times. */
  readonly exactMilliseconds: number;
  readonly plainMilliseconds: number;
  readonly ratio: number;
  /** What the plain control is off, at most, in cents of one year's pot. */
  readonly plainOffCents: number;
}

const MUNICIPALITIES = 342;
const YEARS = 8;
const TIMES = 41;
const POT = 425_000_000_37n;

/** Made from the place in the list, so that every run measures the same key. */
const weightOf = (index: number) => 3_000 + ((index * 7_919) % 871_003);
const codeOf = (index: number) => `GM${String(index).padStart(4, "0")}`;

function basis(): Basis {
  const indexes = Array.from({ length: MUNICIPALITIES }, (_, index) => index);
  return {
    definition: {
      format: "geldstroom-key-v1",
      grain: "municipality",
      among: null,
      statedPot: null,
      parts: [
        { kind: "fixed_per_class", g4: cents(3_000_000_00n), other: cents(100_000_00n) },
        { kind: "equal", take: { of: "share", hundredths: 10_00n } },
        { kind: "weighted", input: "a", take: { of: "share", hundredths: 30_00n } },
        { kind: "weighted", input: "b", take: { of: "rest" } },
        { kind: "floor", cents: cents(400_000_00n) },
        { kind: "cap", cents: cents(3_000_000_00n) },
      ],
    },
    recipients: indexes.map((index) => ({ code: codeOf(index), municipality: codeOf(index), g4: index < 4 })),
    inputs: new Map(
      ["a", "b"].map((name, shift) => [
        name,
        new Map(indexes.map((index) => [codeOf(index), `${weightOf(index + shift * 97)}.5`])),
      ]),
    ),
    pots: Array.from({ length: YEARS }, (_, year) => ({ year: 2026 + year, pot: cents(POT + BigInt(year)) })),
  };
}

/** What a preview does: divide every year, compare with what stands there, and take the hash of the outcome. */
function preview(from: Basis, present: ReadonlyMap<string, Cents>): void {
  const outcome = distribute(from);
  effects(outcome, present);
  contentHash(outcome);
}

/** The control: the same parts with floating-point numbers, rounded one by one, without bounds, comparison or proof. */
function plain(): number {
  let off = 0;
  for (let year = 0; year < YEARS; year++) {
    const pot = Number(POT) + year;
    const [a, b] = [new Float64Array(MUNICIPALITIES), new Float64Array(MUNICIPALITIES)];
    for (let index = 0; index < MUNICIPALITIES; index++) {
      a[index] = weightOf(index) + 0.5;
      b[index] = weightOf(index + 97) + 0.5;
    }
    const total = (weights: Float64Array) => weights.reduce((sum, weight) => sum + weight, 0);
    const [sumA, sumB] = [total(a), total(b)];
    const fixed = 4 * 300_000_000 + (MUNICIPALITIES - 4) * 10_000_000;
    const left = pot - fixed - pot * 0.4;
    let sum = 0;
    for (let index = 0; index < MUNICIPALITIES; index++) {
      const own = index < 4 ? 300_000_000 : 10_000_000;
      const shared = (pot * 0.1) / MUNICIPALITIES + (pot * 0.3 * (a[index] ?? 0)) / sumA;
      sum += Math.round(own + shared + (left * (b[index] ?? 0)) / sumB);
    }
    off = Math.max(off, Math.abs(sum - pot));
  }
  return off;
}

function middle(work: () => void): number {
  const times = Array.from({ length: TIMES }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
}

/** A key with five steps and two bounds over every municipality and eight years, exact, beside a plain loop. */
export function benchKeys(): KeyBench {
  const from = basis();
  const present = new Map(from.recipients.map(({ code }) => [code, cents(1_000_000_00n)]));
  const exactMilliseconds = middle(() => preview(from, present));
  const plainMilliseconds = middle(plain);
  return {
    municipalities: MUNICIPALITIES,
    years: YEARS,
    exactMilliseconds,
    plainMilliseconds,
    ratio: exactMilliseconds / plainMilliseconds,
    plainOffCents: plain(),
  };
}
