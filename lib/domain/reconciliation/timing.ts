import { type Cause, type Difference, madeOf } from "./difference";
import { type Movements, type Selector, selectedAmount } from "./selector";

const flip = (sign: 1 | -1): 1 | -1 => (sign === 1 ? -1 : 1);

export const takenAway = (selector: Selector): Selector => ({
  ...selector,
  signs: Object.fromEntries(Object.entries(selector.signs).map(([kind, sign]) => [kind, flip(sign)])),
});

/** Lines of a later day that take away what is left now; null where more is known to go than is left: that is about something else. */
export function goesLater(
  lines: readonly Selector[],
  taken: Selector,
  movements: Movements,
): Selector | null {
  const [left, goes] = [selectedAmount(lines, movements), selectedAmount([taken], movements)];
  return goes > 0n && goes <= left ? taken : null;
}

interface Left {
  readonly cause: Cause;
  readonly lines: readonly Selector[];
  /** Lines that take it away on a later day. */
  readonly taken: Selector;
  readonly told?: Parameters<typeof madeOf>[3];
}

/** What is left, apart from what was already known to go of it on a later day: that is a matter of time only. */
export function leftOver({ cause, lines, taken, told = {} }: Left, movements: Movements): Difference[] {
  const later = goesLater(lines, taken, movements);
  if (later === null) return madeOf(cause, lines, movements, told);
  return [
    ...madeOf("timing", [later], movements, { key: `timing-${told.key ?? cause}` }),
    ...madeOf(cause, [...lines, takenAway(later)], movements, told),
  ];
}
