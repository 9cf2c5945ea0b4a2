import type { Cents } from "../money";
import type { BlockingReason } from "../refusal";
import type { ClaimLink, ClaimLinkKind } from "./claim";
import type { ClaimSet } from "./claim-set";

/** What an officer says about two claims: `from` is part of, replaces, overlaps or may be the amount of `to`. */
export interface LinkAsked {
  readonly from: string;
  readonly kind: ClaimLinkKind;
  readonly to: string;
  /** How much they share; only of claims that overlap, and null where that is not known. */
  readonly overlap: Cents | null;
  readonly note: string | null;
}

type Named = Pick<ClaimLink, "from" | "to" | "kind">;

const reason = (name: string, field: string, facts?: BlockingReason["facts"]): BlockingReason => ({
  code: `claims.linking.${name}`,
  field,
  ...(facts !== undefined && { facts }),
});

/** Everything that keeps a link out of the book, all at once. `withdrawn` are the links that were taken back. */
export function linkReasons(
  claims: ClaimSet,
  withdrawn: readonly Named[],
  { from, kind, to, overlap, note }: LinkAsked,
): BlockingReason[] {
  const found: BlockingReason[] = [];
  const other = claims.find(to);
  if (other === null) found.push(reason("unknown", "to"));
  else if (from === to) found.push(reason("itself", "to"));
  else if (has(claims.links, { from, kind, to })) found.push(reason("twice", "to", { claim: to }));
  else if (has(withdrawn, { from, kind, to })) found.push(reason("withdrawn", "to", { claim: to }));
  else if (kind !== "overlaps" && reaches(claims.links, kind, to, from))
    found.push(reason("circle", "to", { claim: to }));
  if (kind === "replaces" && note === null) found.push(reason("noReason", "note"));
  if (overlap === null) return found;
  if (kind !== "overlaps") return [...found, reason("overlapOnly", "overlap")];
  if (overlap <= 0n) found.push(reason("notPositive", "overlap", { givenCents: overlap.toString() }));
  for (const claim of [claims.find(from), other])
    if (claim !== null && claim.amount !== null && overlap > claim.amount)
      found.push(
        reason("moreThanWhole", "overlap", {
          claim: claim.code,
          wholeCents: claim.amount.toString(),
          givenCents: overlap.toString(),
          overCents: (overlap - claim.amount).toString(),
        }),
      );
  return found;
}

/** An overlap is the same seen from both sides. */
const has = (links: readonly Named[], { from, kind, to }: Named): boolean =>
  links.some(
    (link) =>
      link.kind === kind &&
      ((link.from === from && link.to === to) ||
        (kind === "overlaps" && link.from === to && link.to === from)),
  );

/** Whether links of one kind lead from a claim to another. */
function reaches(links: readonly Named[], kind: ClaimLinkKind, start: string, end: string): boolean {
  const seen = new Set([start]);
  for (const code of seen) {
    if (code === end) return true;
    for (const link of links) if (link.kind === kind && link.from === code) seen.add(link.to);
  }
  return false;
}
