import { type Cents, cents } from "../money";
import { type BlockingReason, Refusal } from "../refusal";
import { apportion } from "./apportion";
import { type Bounded, withinBounds } from "./bounds";
import { type InputValues, inputsOf, inTieOrder, type KeyDefinition, type Recipient } from "./key";
import { definitionReasons } from "./key-reasons";
import { type Composed, compose, type NormBeside, type PartTotal } from "./year";

/** Everything that an outcome follows from. */
export interface Basis {
  readonly definition: KeyDefinition;
  readonly recipients: readonly Recipient[];
  readonly inputs: ReadonlyMap<string, InputValues>;
  readonly pots: readonly { readonly year: number; readonly pot: Cents }[];
}

export interface YearOutcome {
  readonly year: number;
  readonly pot: Cents;
  /** In the order that decides a tie. */
  readonly amounts: readonly { readonly code: string; readonly amount: Cents }[];
  readonly sum: Cents;
  /** What the parts leave of the pot; pot = sum + left. */
  readonly left: Cents;
  readonly parts: readonly PartTotal[];
  readonly norms: readonly NormBeside[];
  /** Who got one of the cents that rounding left over. */
  readonly roundedUp: readonly string[];
  readonly atFloor: readonly string[];
  readonly atCap: readonly string[];
  readonly rounds: number;
}

export interface Outcome {
  readonly format: "geldstroom-distribution-v1";
  readonly years: readonly YearOutcome[];
}

/**
 * Divides each year's pot by the key, exact to the cent: fractions all the way, rounded once at the end by largest remainder.
 * The order of recipients, inputs and years makes no difference.
 * @throws Refusal `blocked` with every reason why it cannot be divided
 */
export function distribute({ definition, recipients, inputs, pots }: Basis): Outcome {
  const reasons = definitionReasons(definition);
  const { among } = definition;
  const listed = among === null ? undefined : inputs.get(among);
  const partakers = inTieOrder(
    among === null ? recipients : recipients.filter(({ code }) => listed?.has(code)),
  );
  reasons.push(...basisReasons(definition, partakers, inputs, pots));
  const years = reasons.length > 0 ? [] : [...pots].sort((a, b) => a.year - b.year);
  const outcomes = years.flatMap(({ year, pot }) => {
    const place = {
      year,
      pot,
      recipients: partakers,
      values: (name: string) => inputs.get(name) ?? new Map(),
    };
    const composed = compose(definition.parts, place);
    if ("reasons" in composed) reasons.push(...composed.reasons);
    else {
      const settled = settle(composed, place);
      if ("outcome" in settled) return [settled.outcome];
      reasons.push(settled.reason);
    }
    return [];
  });
  if (reasons.length > 0) throw new Refusal("blocked", { count: String(reasons.length) }, reasons);
  return { format: "geldstroom-distribution-v1", years: outcomes };
}

function basisReasons(
  definition: KeyDefinition,
  partakers: readonly Recipient[],
  inputs: Basis["inputs"],
  pots: Basis["pots"],
): BlockingReason[] {
  const missing = inputsOf(definition).flatMap((name): BlockingReason[] => {
    const values = inputs.get(name);
    if (values === undefined) return [{ code: "distribution.reasons.no_input", facts: { input: name } }];
    const without = partakers.filter(({ code }) => !values.has(code)).map(({ code }) => code);
    return without.length === 0
      ? []
      : [
          {
            code: "distribution.reasons.value_missing",
            facts: { input: name, count: String(without.length), codes: without.slice(0, 10).join(", ") },
          },
        ];
  });
  return [
    ...(partakers.length === 0 ? [{ code: "distribution.reasons.nobody" }] : []),
    ...missing,
    ...(pots.length === 0 ? [{ code: "distribution.reasons.no_pot", field: "pots" }] : []),
    ...pots
      .filter(({ pot }) => pot <= 0n)
      .map(({ year, pot }) => ({
        code: "distribution.reasons.pot_not_positive",
        field: `pots.${year}`,
        facts: { year: String(year), potCents: `${pot}` },
      })),
  ];
}

type Place = { readonly year: number; readonly pot: Cents; readonly recipients: readonly Recipient[] };

function settle(
  { shares, parts, norms, left, floor, cap }: Composed,
  { year, pot, recipients }: Place,
): { readonly outcome: YearOutcome } | { readonly reason: BlockingReason } {
  const total = pot - left;
  const count = BigInt(recipients.length);
  const refuse = (code: string, facts: Record<string, bigint>) => ({
    reason: {
      code: `distribution.reasons.${code}`,
      field: `pots.${year}`,
      facts: {
        year: String(year),
        count: String(count),
        ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, `${value}`])),
      },
    },
  });
  if (floor !== null && floor * count > total)
    return refuse("floors_above_pot", {
      floorCents: floor,
      floorsCents: floor * count,
      potCents: total,
      shortCents: floor * count - total,
    });
  if (cap !== null && cap * count < total)
    return refuse("caps_below_pot", {
      capCents: cap,
      capsCents: cap * count,
      potCents: total,
      overCents: total - cap * count,
    });
  const bounded: Bounded =
    floor === null && cap === null
      ? { shares, atFloor: [], atCap: [], rounds: 0, unplaced: 0n }
      : withinBounds(shares, total, { floor, cap });
  if (bounded.unplaced !== 0n) return refuse("unplaced", { restCents: bounded.unplaced });
  const { amounts, roundedUp } = apportion(bounded.shares, total);
  const codes = (places: readonly number[]) => places.map((place) => recipients[place]?.code ?? "");
  return {
    outcome: {
      year,
      pot,
      amounts: recipients.map(({ code }, index) => ({ code, amount: cents(amounts[index] ?? 0n) })),
      sum: cents(amounts.reduce((sum, amount) => sum + amount, 0n)),
      left: cents(left),
      parts,
      norms,
      roundedUp: codes(roundedUp),
      atFloor: codes(bounded.atFloor),
      atCap: codes(bounded.atCap),
      rounds: bounded.rounds,
    },
  };
}
