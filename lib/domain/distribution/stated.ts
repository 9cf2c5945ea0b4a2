import { type Cents, cents } from "../money";
import type { KeyDefinition, Recipient } from "./key";

/** What a rule adds up to by itself, beside the pot that its source names. */
export interface StatedTotal {
  readonly total: Cents;
  readonly pot: Cents | null;
  /** Pot less total: the difference between norm and ceiling; null when no pot is named. */
  readonly difference: Cents | null;
}

/** Only where the rule and the number of recipients or units say it; null where it depends on the pot or on inputs. */
export function statedTotal(definition: KeyDefinition, recipients: readonly Recipient[]): StatedTotal | null {
  let total = 0n;
  for (const part of definition.parts) {
    if (part.kind === "fixed_per_class") for (const { g4 } of recipients) total += g4 ? part.g4 : part.other;
    else if (part.kind === "per_unit" && part.statedUnits !== null) total += part.cents * part.statedUnits;
    else return null;
  }
  const { statedPot } = definition;
  return {
    total: cents(total),
    pot: statedPot,
    difference: statedPot === null ? null : cents(statedPot - total),
  };
}
