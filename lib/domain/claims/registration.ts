import type { Cents } from "../money";
import type { BlockingReason } from "../refusal";
import type { ClaimGrain, ClaimPrecision, ClaimStatus, VatBasis } from "./claim";
import type { ClaimBook } from "./claim-book";

/** A document that was not known yet. */
export interface NewSource {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly address: string | null;
}

/** What an officer read in a document. Codes throughout: an unknown one is a reason, not a guess. */
export interface ClaimRegistration {
  /** Code of a known source, or the new one. */
  readonly source: string | null;
  readonly newSource: NewSource;
  readonly place: string | null;
  readonly quote: string | null;
  readonly amount: Cents | null;
  readonly units: bigint | null;
  readonly unitAmount: Cents | null;
  readonly unitName: string | null;
  readonly status: ClaimStatus;
  readonly statusVerb: string | null;
  readonly period: string | null;
  readonly vatBasis: VatBasis;
  readonly precision: ClaimPrecision;
  readonly grain: ClaimGrain;
  readonly stream: string | null;
  readonly municipality: string | null;
  readonly area: string | null;
  readonly note: string | null;
  readonly replaces: string | null;
  readonly replaceReason: string | null;
}

const reason = (name: string, field: string, facts?: BlockingReason["facts"]): BlockingReason => ({
  code: `claims.register.${name}`,
  field,
  ...(facts !== undefined && { facts }),
});

/** Everything that keeps a claim out of the book, all at once. */
export function registrationReasons(
  book: Pick<ClaimBook, "claims" | "sources" | "streams" | "municipalities" | "areas">,
  claim: ClaimRegistration,
  today: string,
): BlockingReason[] {
  return [
    ...sourceReasons(book, claim, today),
    ...figureReasons(claim),
    ...subjectReasons(book, claim),
    ...replacementReasons(book, claim),
  ];
}

function sourceReasons(
  { sources }: Pick<ClaimBook, "sources">,
  { source, newSource, place }: ClaimRegistration,
  today: string,
): BlockingReason[] {
  const found: BlockingReason[] = place === null ? [reason("noPlace", "place")] : [];
  if (source !== null) {
    const known = sources.find(({ code }) => code === source);
    if (known === undefined) return [...found, reason("unknownSource", "source")];
    if (known.publishedOn === null && known.publishedText === null)
      found.push(reason("sourceWithoutDate", "source", { source: known.title }));
    return found;
  }
  if (newSource.title === null) found.push(reason("noTitle", "newTitle"));
  if (newSource.publisher === null) found.push(reason("noPublisher", "newPublisher"));
  if (newSource.publishedOn === null) found.push(reason("noDate", "newDate"));
  else if (newSource.publishedOn > today)
    found.push(reason("future", "newDate", { publishedOn: newSource.publishedOn, todayOn: today }));
  return found;
}

function figureReasons({ amount, units, unitAmount, unitName }: ClaimRegistration): BlockingReason[] {
  const rule = [units, unitAmount, unitName].filter((part) => part !== null).length;
  if (amount === null && rule === 0) return [reason("noFigure", "amount")];
  const found: BlockingReason[] = [];
  if (amount !== null && amount <= 0n)
    found.push(reason("notPositive", "amount", { givenCents: amount.toString() }));
  if (unitAmount !== null && unitAmount <= 0n)
    found.push(reason("notPositive", "unitAmount", { givenCents: unitAmount.toString() }));
  if (rule > 0 && rule < 3) found.push(reason("halfRule", "units"));
  return found;
}

function subjectReasons(
  { streams, municipalities, areas }: Pick<ClaimBook, "streams" | "municipalities" | "areas">,
  { grain, stream, municipality, area }: ClaimRegistration,
): BlockingReason[] {
  const found: BlockingReason[] = [];
  if (stream !== null && !streams.some(({ code }) => code === stream))
    found.push(reason("unknownStream", "stream"));
  if (municipality !== null && !municipalities.some(({ code }) => code === municipality))
    found.push(reason("unknownMunicipality", "municipality"));
  const place = areas.find(({ code }) => code === area);
  if (area !== null && place === undefined) found.push(reason("unknownArea", "area"));
  if (place !== undefined && municipality !== null && place.municipality !== municipality)
    found.push(reason("areaElsewhere", "area", { area: place.name }));
  if ((grain === "stream" || grain === "stream_tranche") && stream === null)
    found.push(reason("grainNeedsStream", "stream"));
  if (grain === "municipality" && municipality === null)
    found.push(reason("grainNeedsMunicipality", "municipality"));
  if (grain === "area" && area === null) found.push(reason("grainNeedsArea", "area"));
  return found;
}

function replacementReasons(
  { claims }: Pick<ClaimBook, "claims">,
  { replaces, replaceReason }: ClaimRegistration,
): BlockingReason[] {
  if (replaces === null) return replaceReason === null ? [] : [reason("replacesNothing", "replaces")];
  const found = claims.find(replaces) === null ? [reason("unknownClaim", "replaces")] : [];
  return replaceReason === null ? [...found, reason("noReplaceReason", "replaceReason")] : found;
}
