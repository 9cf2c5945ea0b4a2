import type { Cents } from "../money";
import {
  amountOf,
  type Calculation,
  difference,
  product,
  rowsOf,
  unitAmountOf,
  unitsOf,
} from "./calculation";
import type { Claim } from "./claim";
import type { ClaimSet } from "./claim-set";
import { roundingRoom } from "./rounding";
import { exactCents } from "./value";

/** Why two figures differ. "Unexplained" is shown like the others, never hidden. */
export type Cause =
  | "source_conflict"
  | "rounding"
  | "norm_versus_ceiling"
  | "outside_areas"
  | "overlap"
  | "gross_net_bcf"
  | "timing"
  | "not_published"
  | "unexplained";

export type FoundConflict = {
  readonly kind: "rule_versus_amount" | "parts_versus_total" | "two_figures" | "gross_versus_net";
  /** The claims that disagree; where there is a whole, it comes first. */
  readonly claims: readonly string[];
  /** What is left when the second is taken from the first; null when more than two figures compete. */
  readonly calculation: Calculation | null;
  readonly difference: Cents | null;
  readonly cause: Cause;
};

const found = (
  kind: FoundConflict["kind"],
  claims: readonly string[],
  calculation: Calculation,
  cause: Cause,
): FoundConflict => ({ kind, claims, calculation, difference: exactCents(calculation.value), cause });

const size = (value: bigint) => (value < 0n ? -value : value);

/** A claim that gives a number, a price and an amount that do not multiply. */
function ruleVersusAmount(set: ClaimSet): FoundConflict[] {
  return set.all.flatMap((claim) => {
    if (claim.amount === null || claim.units === null || claim.unitAmount === null) return [];
    const gap = difference(amountOf(claim), product(unitsOf(claim), unitAmountOf(claim)));
    if (gap.value.numerator === 0n) return [];
    return [found("rule_versus_amount", [claim.code], gap, "norm_versus_ceiling")];
  });
}

/** A total that is not the sum of the parts we know. Figures that compete are in no sum. */
function partsVersusTotal(set: ClaimSet, contested: ReadonlySet<string>): FoundConflict[] {
  return set.all.flatMap((total) => {
    const parts = set
      .linkedTo(total.code, "part_of")
      .filter((part) => part.amount !== null && !contested.has(part.code));
    if (total.amount === null || parts.length === 0) return [];
    const gap = difference(amountOf(total), rowsOf(parts));
    if (gap.value.numerator === 0n) return [];
    const claims = [total.code, ...parts.map((part) => part.code)];
    return [found("parts_versus_total", claims, gap, causeOfGap(total, parts, gap.value.numerator))];
  });
}

function causeOfGap(total: Claim, parts: readonly Claim[], gap: bigint): Cause {
  const complete = total.unitName !== "projecten" || total.units === BigInt(parts.length);
  if (gap > 0n && !complete) return "not_published";
  const room = [total, ...parts].reduce((sum, claim) => sum + roundingRoom(claim), 0n);
  if (size(gap) <= room) return "rounding";
  return gap > 0n ? "not_published" : "unexplained";
}

const figureOf = (claim: Claim) => claim.amount ?? claim.unitAmount;

/** What makes two claims speak of the same thing: all of this, and not that one came later in place of the other. */
const subjectOf = (claim: Claim) =>
  JSON.stringify([
    claim.stream,
    claim.tranche,
    claim.municipality ?? claim.recipientName,
    claim.area,
    claim.status,
    claim.grain,
    claim.vatBasis,
    claim.period,
    claim.unitName,
  ]);

function twoFigures(set: ClaimSet): FoundConflict[] {
  const replaced = new Set(set.links.filter(({ kind }) => kind === "replaces").map(({ to }) => to));
  const subjects = new Map<string, Claim[]>();
  for (const claim of set.all) {
    if (claim.stream === null || figureOf(claim) === null || replaced.has(claim.code)) continue;
    const subject = subjectOf(claim);
    subjects.set(subject, [...(subjects.get(subject) ?? []), claim]);
  }
  return [...subjects.values()].flatMap((claims) => {
    const figures = new Set(claims.map(figureOf));
    const sources = new Set(claims.map(({ source }) => source));
    if (figures.size < 2 || sources.size < 2) return [];
    const codes = claims.map(({ code }) => code);
    const [one, other] = claims;
    if (claims.length > 2 || one === undefined || other === undefined) return [competition(codes)];
    const [high, low] = (figureOf(one) ?? 0n) > (figureOf(other) ?? 0n) ? [one, other] : [other, one];
    const gap = difference(figure(high), figure(low));
    return [found("two_figures", [high.code, low.code], gap, "source_conflict")];
  });
}

const figure = (claim: Claim) => (claim.amount === null ? unitAmountOf(claim) : amountOf(claim));

/** More than two figures for one thing: there is no single difference to name. */
const competition = (claims: readonly string[]): FoundConflict => ({
  kind: "two_figures",
  claims,
  calculation: null,
  difference: null,
  cause: "source_conflict",
});

/** The same total with and without the part that goes to the VAT compensation fund. */
function grossVersusNet(set: ClaimSet): FoundConflict[] {
  const totals = set.all.filter(({ grain, amount }) => grain === "stream_tranche" && amount !== null);
  return totals
    .filter(({ vatBasis }) => vatBasis === "gross")
    .flatMap((gross) =>
      totals
        .filter((net) => net.vatBasis === "net_of_bcf")
        .filter(
          (net) =>
            net.stream === gross.stream && net.tranche === gross.tranche && net.status === gross.status,
        )
        .map((net) =>
          found(
            "gross_versus_net",
            [gross.code, net.code],
            difference(amountOf(gross), amountOf(net)),
            "gross_net_bcf",
          ),
        ),
    );
}

/** Every disagreement that the claims show by themselves. */
export function findConflicts(set: ClaimSet): FoundConflict[] {
  const competing = twoFigures(set);
  const contested = new Set(competing.flatMap(({ claims }) => claims));
  return [
    ...ruleVersusAmount(set),
    ...partsVersusTotal(set, contested),
    ...competing,
    ...grossVersusNet(set),
  ];
}

/**
 * Claims that may be in no total: they compete with another and nobody has decided, or somebody decided for the other.
 * `decided` holds the codes of the claims that were chosen.
 */
export function contestedClaims(
  set: ClaimSet,
  decided: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  return new Set(
    findConflicts(set)
      .filter(({ kind }) => kind === "two_figures")
      .flatMap(({ claims }) => claims.filter((code) => !decided.has(code))),
  );
}
