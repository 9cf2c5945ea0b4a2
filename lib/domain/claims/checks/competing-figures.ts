import { amountOf, type Calculation, difference, unitAmountOf } from "../calculation";
import type { Claim } from "../claim";
import { findConflicts } from "../find-conflicts";
import { reading } from "../reading";
import { type CheckInput, differs, type Findings } from "./check";

const figure = (claim: Claim): Calculation => (claim.amount === null ? unitAmountOf(claim) : amountOf(claim));

/** Two sources, two figures, one subject. A reading's code is the code of its claim, so that a decision names the claim. */
export function competingFigures(subject: (claim: Claim) => boolean) {
  return ({ claims }: CheckInput): Findings => {
    const found = findConflicts(claims).find(
      ({ kind, claims: codes }) =>
        kind === "two_figures" && codes.every((code) => subject(claims.need(code))),
    );
    const competing = (found?.claims ?? []).map((code) => claims.need(code));
    const [high, low] = competing.map(figure);
    return {
      claims: competing.map(({ code }) => code),
      readings: competing.map((claim) => reading(claim.code, figure(claim))),
      differences:
        high === undefined || low === undefined
          ? []
          : [differs("two_figures", difference(high, low), "source_conflict")],
    };
  };
}
