import { amountOf, product, rowsOf, unitAmountOf, unitsOf } from "./calculation";
import type { Check } from "./checks/check";
import { differs } from "./checks/check";
import type { ClaimSet } from "./claim-set";
import { type FoundConflict, findConflicts } from "./find-conflicts";
import { type Reading, reading } from "./reading";

/** What a conflict is known by: its kind and the claims, in whatever order they were found. */
export const foundKey = ({ kind, claims }: Pick<FoundConflict, "kind" | "claims">): string =>
  JSON.stringify([kind, ...claims.toSorted()]);

/** Whether a found conflict belongs in the register: a gap that has a known harmless cause does not. */
export const belongsInRegister = ({ kind, cause }: FoundConflict): boolean =>
  kind !== "parts_versus_total" || cause === "unexplained";

/** The figures of a conflict that was found by computation; null when the claims no longer show it. */
export function foundCheck(set: ClaimSet, kind: string, claims: readonly string[]): Check | null {
  const asked = claims.toSorted().join(" ");
  const found = findConflicts(set).find(
    (one) => one.kind === kind && one.claims.toSorted().join(" ") === asked,
  );
  if (found === undefined) return null;
  return {
    code: kind,
    severity: "medium",
    kind: kind === "gross_versus_net" ? "finding" : "source_conflict",
    place: "",
    decidedWith: null,
    claims: found.claims,
    readings: readingsOf(set, found),
    differences:
      found.calculation === null ? [] : [differs(`found_${found.kind}`, found.calculation, found.cause)],
    steps: [],
    listings: [],
  };
}

/** Between what people choose; figures that compete are the claims themselves. */
function readingsOf(set: ClaimSet, { kind, claims: [whole, ...parts] }: FoundConflict): Reading[] {
  if (whole === undefined || kind === "two_figures" || kind === "gross_versus_net") return [];
  const total = set.need(whole);
  if (kind === "rule_versus_amount")
    return [
      reading("as_amount", amountOf(total)),
      reading("as_rule", product(unitsOf(total), unitAmountOf(total))),
    ];
  return [
    reading("as_total", amountOf(total)),
    reading("as_parts", rowsOf(parts.map((code) => set.need(code)))),
  ];
}
