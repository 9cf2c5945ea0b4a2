import { type BookConflict, type ClaimBook, checkOf, choicesOf, decidedReading } from "./claim-book";

export type ConflictState = "open" | "proposed" | "decided" | "superseded";

/** The decision that waits for a second person; there is at most one. */
export const waitingDecision = ({ proposals }: Pick<BookConflict, "proposals">) =>
  proposals.find(({ returned }) => returned === null) ?? null;

/** The claim that took the place of one of these figures after people began to register claims; null when none did. */
export function supersededBy(
  { claims }: Pick<ClaimBook, "claims">,
  conflict: Pick<BookConflict, "claims">,
): string | null {
  const codes = new Set(conflict.claims);
  const later = claims.links
    .filter(
      ({ kind, registered, to, from }) =>
        kind === "replaces" && registered && codes.has(to) && !codes.has(from),
    )
    .map(({ from }) => from);
  return later.toSorted()[0] ?? null;
}

/** What the application once found by itself and the claims no longer show: one was added, or a link came or went. */
export const hasLapsed = (book: ClaimBook, conflict: BookConflict): boolean =>
  conflict.foundAt !== null && checkOf(book, conflict) === null;

/** How a conflict stands: its figures may be replaced, a decision may wait, or hold. */
export function conflictState(book: ClaimBook, conflict: BookConflict): ConflictState {
  if (supersededBy(book, conflict) !== null || hasLapsed(book, conflict)) return "superseded";
  if (waitingDecision(conflict) !== null) return "proposed";
  return decidedReading(conflict) === null ? "open" : "decided";
}

/** Everything that two people agree to: the choice, the reason, and the figures that it was chosen between. */
export const decisionContent = (
  book: ClaimBook,
  conflict: BookConflict,
  { reading, reason }: { readonly reading: string; readonly reason: string },
) => ({
  conflict: conflict.code,
  reading,
  reason,
  figures: choicesOf(book, conflict).map(({ code, amount }) => [code, amount]),
});
