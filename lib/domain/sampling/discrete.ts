import { logGamma } from "./gamma";

const logFactorial = (n: number) => logGamma(n + 1);
const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** The chance of at most `found` deviations in a sample of `size` when a share `rate` of a very large population deviates. */
export function binomialAtMost(found: number, size: number, rate: number): number {
  if (rate <= 0 || found >= size) return 1;
  if (rate >= 1) return 0;
  let sum = 0;
  for (let k = 0; k <= found; k++)
    sum += Math.exp(logChoose(size, k) + k * Math.log(rate) + (size - k) * Math.log1p(-rate));
  return Math.min(1, sum);
}

export interface Population {
  /** How many items there are, and how many of them deviate. */
  readonly items: number;
  readonly deviations: number;
}

/** The same for a population that is counted, of which no item is drawn twice: the hypergeometric distribution. */
export function hypergeometricAtMost(found: number, size: number, { items, deviations }: Population): number {
  const least = Math.max(0, size - (items - deviations));
  const most = Math.min(found, size, deviations);
  if (most < least) return 0;
  if (found >= Math.min(size, deviations)) return 1;
  const all = logChoose(items, size);
  let sum = 0;
  for (let k = least; k <= most; k++)
    sum += Math.exp(logChoose(deviations, k) + logChoose(items - deviations, size - k) - all);
  return Math.min(1, sum);
}
