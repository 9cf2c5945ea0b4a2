import type { Cents } from "../money";

/** Who receives: the municipality (the legal recipient) or each target area by itself. */
export type Grain = "municipality" | "area";

/** How much of the pot a part hands out: what is left, an amount, or a share of the pot in hundredths of a percent. */
export type Take =
  | { readonly of: "rest" }
  | { readonly of: "amount"; readonly cents: Cents }
  | { readonly of: "share"; readonly hundredths: bigint };

/** One step of a key. Every amount is per year. Inputs are called by the name of their series. */
export type KeyPart =
  | { readonly kind: "fixed_per_class"; readonly g4: Cents; readonly other: Cents }
  | {
      readonly kind: "per_unit";
      readonly input: string;
      readonly cents: Cents;
      /** The number of units that the source of the rule names, whole; null when it names none. */
      readonly statedUnits: bigint | null;
    }
  | { readonly kind: "weighted"; readonly input: string; readonly take: Take }
  | { readonly kind: "equal"; readonly take: Take }
  | { readonly kind: "residual"; readonly to: "pro_rata" | "equal" }
  | { readonly kind: "residual"; readonly to: "one"; readonly recipient: string }
  | { readonly kind: "floor"; readonly cents: Cents }
  | { readonly kind: "cap"; readonly cents: Cents };
export type PartKind = KeyPart["kind"];

export const PART_KINDS = [
  "fixed_per_class",
  "per_unit",
  "weighted",
  "equal",
  "residual",
  "floor",
  "cap",
] as const satisfies readonly PartKind[];

/** A rule to divide a pot, as one version of a key says it. */
export interface KeyDefinition {
  readonly format: "geldstroom-key-v1";
  readonly grain: Grain;
  /** Only recipients with a value in this input take part; null for all of the programme. */
  readonly among: string | null;
  readonly parts: readonly KeyPart[];
  /** The pot that the source of the rule names; null when it names none. */
  readonly statedPot: Cents | null;
}

export interface Recipient {
  /** Code of the municipality or the area, by the grain of the key. */
  readonly code: string;
  readonly municipality: string;
  readonly g4: boolean;
}

/** Values of one input per recipient: plain decimals as text, such as "1250.5". */
export type InputValues = ReadonlyMap<string, string>;

/** Names of the inputs that a key asks for, each once, in the order of its parts. */
export const inputsOf = ({ among, parts }: KeyDefinition): string[] => [
  ...new Set([
    ...(among === null ? [] : [among]),
    ...parts.flatMap((part) => (part.kind === "weighted" || part.kind === "per_unit" ? [part.input] : [])),
  ]),
];

/** The order that decides a tie: the code of the municipality, then the code of the area. */
export function inTieOrder<R extends Recipient>(recipients: readonly R[]): R[] {
  const key = ({ municipality, code }: R) => `${municipality}\u0000${code}`;
  return [...recipients].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
