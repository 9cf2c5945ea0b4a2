import type { Check } from "./checks/check";
import { runCheck } from "./checks/run-checks";
import type { Claim } from "./claim";
import type { ClaimSet } from "./claim-set";
import type { Earmark } from "./flow";
import { foundCheck } from "./found-check";
import type { Territory } from "./territory";

/** Everything that was published about a programme, and what was decided about it. */
export interface ClaimBook {
  readonly claims: ClaimSet;
  readonly territory: Territory;
  readonly streams: readonly BookStream[];
  readonly municipalities: readonly BookMunicipality[];
  readonly areas: readonly BookArea[];
  readonly ministries: readonly {
    readonly code: string;
    readonly inLeaflet: boolean;
    readonly validFrom: string | null;
  }[];
  readonly sources: readonly BookSource[];
  readonly indicators: readonly BookIndicator[];
  readonly conflicts: readonly BookConflict[];
}

export interface BookStream {
  readonly id: string;
  readonly code: string;
  readonly note: number | null;
  readonly shortName: string;
  readonly officialName: string;
  readonly earmark: Earmark;
  /** Abbreviations that the source names, in its order; empty when it names none. */
  readonly ministries: readonly string[];
  /** Who owns it, each for as long as it does; dates are inclusive, null is open. */
  readonly owners: readonly {
    readonly ministry: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly tranches: readonly { readonly code: string; readonly name: string }[];
}

export interface BookMunicipality {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface BookArea {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  readonly aliases: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly wave: number | null;
}

export interface BookSource {
  readonly code: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string | null;
  readonly publishedText: string | null;
  readonly address: string | null;
  readonly content: string | null;
}

export interface BookIndicator {
  readonly code: string;
  readonly stream: string | null;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly unitNl: string;
  readonly unitEn: string;
  readonly target: bigint | null;
  readonly targetText: string | null;
  readonly source: string | null;
  readonly place: string | null;
  readonly note: string | null;
}

export interface BookConflict {
  readonly id: string;
  readonly code: string;
  readonly checkCode: string;
  readonly kind: "source_conflict" | "finding";
  readonly severity: "high" | "medium" | "low";
  readonly place: string | null;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly textNl: string;
  readonly textEn: string;
  readonly treatmentNl: string | null;
  readonly treatmentEn: string | null;
  /** Codes of the claims it rests on, in reading order. */
  readonly claims: readonly string[];
  /** Newest first. */
  readonly decisions: readonly ConflictDecision[];
  /** What was proposed and not agreed to, newest first; only colleagues of the programme see it. */
  readonly proposals: readonly ProposedDecision[];
  /** When the application found it by itself; null for what was read in. */
  readonly foundAt: Date | null;
}

/** A decision that waits for a second person, or came back. */
export interface ProposedDecision {
  readonly id: string;
  readonly reading: string;
  readonly reason: string;
  readonly hash: string;
  readonly by: string;
  readonly byId: string;
  readonly at: Date;
  readonly returned: { readonly by: string; readonly reason: string; readonly at: Date } | null;
}

export interface ConflictDecision {
  readonly reading: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** Who proposed it; null for what was decided before that took two people. */
  readonly proposedBy: string | null;
}

/** A decision that takes an earlier one back. */
export const OPEN = "open";

/** The reading that was chosen last; null while nothing is. */
export function decidedReading({ decisions: [last] }: Pick<BookConflict, "decisions">): string | null {
  return last === undefined || last.reading === OPEN ? null : last.reading;
}

/** The figures of a conflict, computed from the claims now: by a check of the catalogue, or as it was found. */
export function checkOf(
  book: ClaimBook,
  conflict: Pick<BookConflict, "checkCode" | "code" | "claims">,
): Check | null {
  const input = {
    claims: book.claims,
    territory: book.territory,
    ministries: book.ministries,
    indicators: book.indicators,
    leafletText: book.sources.find(({ content }) => content !== null)?.content ?? null,
  };
  return runCheck(conflict.checkCode, input) ?? foundCheck(book.claims, conflict.checkCode, conflict.claims);
}

/** A reading that can be decided on: its code, and the amount that it gives where it gives one. */
export interface Choice {
  readonly code: string;
  readonly amount: bigint | null;
  /** Whether it rounds to the published headline; null where there is no such question. */
  readonly rounds: boolean | null;
  /** The claim it is, when the readings are claims that compete. */
  readonly claim: Claim | null;
}

/** Between what a conflict asks to choose; a finding asks nothing. */
export function choicesOf(book: ClaimBook, conflict: BookConflict): Choice[] {
  if (conflict.kind === "finding") return [];
  const check = checkOf(book, conflict);
  // Figures that compete are chosen between as the claims they are.
  if (check !== null && check.readings.length > 0)
    return check.readings.map(({ code, amount, rounds }) => ({
      code,
      amount,
      rounds,
      claim: book.claims.find(code),
    }));
  return conflict.claims.flatMap((code) => {
    const claim = book.claims.find(code);
    return claim === null ? [] : [{ code, amount: claim.amount, rounds: null, claim }];
  });
}

/** What was published in place of a claim, and in place of that, oldest first. */
export function laterThan({ claims }: Pick<ClaimBook, "claims">, code: string): Claim[] {
  const found: Claim[] = [];
  const seen = new Set([code]);
  for (let next = [code]; next.length > 0; ) {
    const later = next
      .flatMap((one) => claims.linkedTo(one, "replaces"))
      .filter((one) => !seen.has(one.code));
    for (const one of later) seen.add(one.code);
    found.push(...later);
    next = later.map((one) => one.code);
  }
  return found;
}

/** The whole first, then stream by stream in the programme's order, each from the oldest to the newest. */
export function inReadingOrder(
  { streams }: Pick<ClaimBook, "streams">,
  claims: readonly Claim[],
): readonly Claim[] {
  const order = new Map(streams.map(({ code }, index) => [code, index]));
  const streamOf = ({ stream }: Claim) => (stream === null ? -1 : (order.get(stream) ?? streams.length));
  const when = ({ publishedOn, publishedText }: Claim) => publishedOn ?? publishedText ?? "9999";
  return [...claims].sort(
    (a, b) =>
      streamOf(a) - streamOf(b) ||
      (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a.code < b.code ? -1 : 1),
  );
}
