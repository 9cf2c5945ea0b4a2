/** Shares of a whole as fractions with one denominator, in the order that decides a tie. */
export interface Shares {
  readonly denominator: bigint;
  readonly numerators: readonly bigint[];
}

export interface Apportioned {
  readonly amounts: readonly bigint[];
  /** Places in the list that got one of the cents that were left over. */
  readonly roundedUp: readonly number[];
}

/**
 * Largest remainder (Hamilton): everyone gets the whole cents of their share, and the cents that are left go one by one to
 * the largest remainders; of equal remainders to whoever comes first. The amounts add up to `total` exactly.
 */
export function apportion({ denominator, numerators }: Shares, total: bigint): Apportioned {
  const amounts = numerators.map((numerator) => numerator / denominator);
  const left = total - amounts.reduce((sum, amount) => sum + amount, 0n);
  const byRemainder = numerators
    .map((numerator, index) => ({ index, remainder: numerator % denominator }))
    .filter(({ remainder }) => remainder > 0n)
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  if (left < 0n || left > BigInt(byRemainder.length))
    throw new Error("the shares do not add up to the total");
  const roundedUp = byRemainder.slice(0, Number(left)).map(({ index }) => index);
  for (const index of roundedUp) amounts[index] = (amounts[index] ?? 0n) + 1n;
  return { amounts, roundedUp: roundedUp.sort((a, b) => a - b) };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** Adds to each share its part of `take`, by weight. The weights add up to more than nothing. */
export function addByWeight(shares: Shares, take: bigint, weights: readonly bigint[]): Shares {
  const common = weights.reduce(gcd, 0n);
  const small = weights.map((weight) => weight / common);
  const sum = small.reduce((total, weight) => total + weight, 0n);
  return {
    denominator: shares.denominator * sum,
    numerators: shares.numerators.map(
      (numerator, index) => numerator * sum + take * (small[index] ?? 0n) * shares.denominator,
    ),
  };
}
