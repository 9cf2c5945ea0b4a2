import { type Cents, cents, sum } from "../money";
import type { BlockingReason } from "../refusal";

/** One decision on its three bases, in cents; gross and BCF part are null when the decision does not state them. */
export interface DecisionBases {
  readonly grossCents: Cents | null;
  readonly bcfCents: Cents | null;
  readonly netCents: Cents;
}

/** Gross less the part for the VAT compensation fund is what is allocated: said together, and exact to the cent. */
export function basesReasons(
  decisionCents: bigint | null,
  grossCents: bigint | null,
  bcfCents: bigint | null,
): BlockingReason[] {
  if (grossCents === null && bcfCents === null) return [];
  if (grossCents === null) return [{ code: "proposals.reasons.gross_missing", field: "grossCents" }];
  if (bcfCents === null) return [{ code: "proposals.reasons.bcf_missing", field: "bcfCents" }];
  const net = grossCents - bcfCents;
  if (decisionCents === null || net === decisionCents) return [];
  return [
    {
      code: "proposals.reasons.bases_differ",
      field: "grossCents",
      facts: {
        netCents: net.toString(),
        decisionCents: decisionCents.toString(),
        differenceCents: (net - decisionCents).toString(),
      },
    },
  ];
}

/** The bridge over several decisions: gross and BCF part have a total only when every decision states them. */
export function bridgeOf(decisions: readonly DecisionBases[]): DecisionBases {
  const total = (basis: "grossCents" | "bcfCents") => {
    const stated = decisions.map((decision) => decision[basis]).filter((amount) => amount !== null);
    return stated.length === decisions.length && stated.length > 0 ? sum(stated) : null;
  };
  return {
    grossCents: total("grossCents"),
    bcfCents: total("bcfCents"),
    netCents: cents(sum(decisions.map(({ netCents }) => netCents))),
  };
}
