import { groupBy } from "../reconciliation/positions";
import { byKey } from "./components";
import { type Pair, type Party, total } from "./party";

/**
 * A decision about several areas as its areas, as far as both sides say which. An area that is equal on both sides stands
 * alone; what is left stays one thing when one side has it in an area where the other has nothing: that is booked elsewhere,
 * and not lacking twice.
 */
export function splitByArea(pair: Pair): Pair[] {
  const every = [...pair.left, ...pair.right];
  const areas = new Set(every.map(({ area }) => area));
  if (areas.has(null) || areas.size === 1) return [pair];
  const [left, right] = [pair.left, pair.right].map((side) => groupBy(side, ({ area }) => area));
  const parts = [...areas].map((area) => part(pair, left?.get(area ?? ""), right?.get(area ?? "")));
  const even = parts.filter((one) => whole(one) && total(one.left) === total(one.right));
  const rest = parts.filter((one) => !even.includes(one));
  const together = part(
    pair,
    rest.flatMap((one) => one.left),
    rest.flatMap((one) => one.right),
  );
  const moved = total(together.left) === total(together.right);
  if (!moved && rest.every(whole)) return [...even, ...rest];
  // What is left on one side only is no pair: it is found to be lacking by whoever asked.
  return together.left.length === 0 || together.right.length === 0 ? even : [...even, together];
}

const whole = ({ left, right }: Pair) => left.length > 0 && right.length > 0;
const part = (pair: Pair, left: readonly Party[] = [], right: readonly Party[] = []): Pair => ({
  ...pair,
  left: left.toSorted(byKey),
  right: right.toSorted(byKey),
});
