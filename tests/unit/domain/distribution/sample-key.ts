import type { Basis } from "@/lib/domain/distribution/distribute";
import { distribute } from "@/lib/domain/distribution/distribute";
import type { KeyDefinition, KeyPart, Recipient } from "@/lib/domain/distribution/key";
import { cents } from "@/lib/domain/money";
import { Refusal } from "@/lib/domain/refusal";

export const euro = (amount: bigint) => cents(amount * 100n);

export const definition = (
  parts: readonly KeyPart[],
  change: Partial<KeyDefinition> = {},
): KeyDefinition => ({
  format: "geldstroom-key-v1",
  grain: "municipality",
  among: null,
  parts,
  statedPot: null,
  ...change,
});

export const municipality = (code: string, g4 = false): Recipient => ({ code, municipality: code, g4 });

export const basis = (
  parts: readonly KeyPart[],
  pot: bigint,
  recipients: readonly Recipient[],
  weights: Readonly<Record<string, string>> = {},
): Basis => ({
  definition: definition(parts),
  recipients,
  inputs: new Map([["inwoners", new Map(Object.entries(weights))]]),
  pots: [{ year: 2026, pot: cents(pot) }],
});

/** The one year of an outcome. */
export function yearOf(from: Basis) {
  const [year] = distribute(from).years;
  if (year === undefined) throw new Error("no year");
  return year;
}

export const amountsOf = (from: Basis): Record<string, bigint> =>
  Object.fromEntries(yearOf(from).amounts.map(({ code, amount }) => [code, amount]));

/** Codes of the reasons, without the part that they share. */
export function refusedWith(from: Basis): string[] {
  try {
    distribute(from);
  } catch (error) {
    if (error instanceof Refusal)
      return error.reasons.map(({ code }) => code.replace("distribution.reasons.", ""));
    throw error;
  }
  return [];
}
