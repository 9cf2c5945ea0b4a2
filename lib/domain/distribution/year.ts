import { type Cents, cents } from "../money";
import type { BlockingReason } from "../refusal";
import { addByWeight, type Shares } from "./apportion";
import { millionths, UNIT } from "./exact";
import type { InputValues, KeyPart, Recipient, Take } from "./key";

/** What one part handed out, and what it found. */
export interface PartTotal {
  readonly kind: KeyPart["kind"];
  readonly handedOut: Cents;
}

/** Norm times units beside what there was to hand out; the difference is shown under its own name. */
export interface NormBeside {
  readonly norm: Cents;
  readonly ceiling: Cents;
  /** Ceiling less norm: above zero what the norm leaves, below zero what it asks too much. */
  readonly difference: Cents;
}

export interface Composed {
  readonly shares: Shares;
  readonly parts: readonly PartTotal[];
  readonly norms: readonly NormBeside[];
  readonly left: bigint;
  readonly floor: bigint | null;
  readonly cap: bigint | null;
}

interface Place {
  readonly year: number;
  readonly pot: Cents;
  readonly recipients: readonly Recipient[];
  readonly values: (input: string) => InputValues;
}

const add = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);

/** Puts the parts of a key one after the other; each takes from what those before it left. Says every reason why not. */
export function compose(
  parts: readonly KeyPart[],
  place: Place,
): Composed | { readonly reasons: readonly BlockingReason[] } {
  const { recipients, pot, year } = place;
  const weightsOf = (input: string) =>
    recipients.map(({ code }) => millionths(place.values(input).get(code) ?? "0"));
  const reasons: BlockingReason[] = [];
  const totals: PartTotal[] = [];
  const norms: NormBeside[] = [];
  let shares: Shares = { denominator: 1n, numerators: recipients.map(() => 0n) };
  let left: bigint = pot;
  let floor: bigint | null = null;
  let cap: bigint | null = null;
  const refuse = (code: string, at: number, facts: Record<string, string> = {}) =>
    reasons.push({
      code: `distribution.reasons.${code}`,
      field: `pots.${year}`,
      facts: { year: String(year), part: String(at + 1), ...facts },
    });

  for (const [at, part] of parts.entries()) {
    const give = (asked: bigint, weights: readonly bigint[], none: string) => {
      if (asked > left) {
        refuse("above_left", at, {
          askedCents: `${asked}`,
          leftCents: `${left}`,
          shortCents: `${asked - left}`,
        });
        return;
      }
      if (asked > 0n && add(weights) === 0n) refuse(none, at, { restCents: `${asked}` });
      else if (asked > 0n) shares = addByWeight(shares, asked, weights);
      left -= asked;
      totals.push({ kind: part.kind, handedOut: cents(asked) });
    };
    switch (part.kind) {
      case "fixed_per_class": {
        const amounts = recipients.map(({ g4 }): bigint => (g4 ? part.g4 : part.other));
        give(add(amounts), amounts, "zero_weights");
        break;
      }
      case "per_unit": {
        const units = weightsOf(part.input);
        const norm = (2n * part.cents * add(units) + UNIT) / (2n * UNIT);
        norms.push({ norm: cents(norm), ceiling: cents(left), difference: cents(left - norm) });
        give(norm < left ? norm : left, units, "zero_weights");
        break;
      }
      case "weighted":
        give(taken(part.take, pot, left), weightsOf(part.input), "zero_weights");
        break;
      case "equal":
        give(
          taken(part.take, pot, left),
          recipients.map(() => 1n),
          "zero_weights",
        );
        break;
      case "residual": {
        const one = part.to === "one" ? part.recipient : null;
        const weights =
          part.to === "pro_rata"
            ? shares.numerators
            : recipients.map(({ code }) => (one === null || code === one ? 1n : 0n));
        give(left, weights, part.to === "one" ? "no_such_recipient" : "nothing_to_follow");
        break;
      }
      case "floor":
        floor = part.cents;
        break;
      case "cap":
        cap = part.cents;
        break;
    }
  }
  return reasons.length > 0 ? { reasons } : { shares, parts: totals, norms, left, floor, cap };
}

function taken(take: Take, pot: bigint, left: bigint): bigint {
  if (take.of === "rest") return left;
  return take.of === "amount" ? take.cents : (pot * take.hundredths) / 10_000n;
}
