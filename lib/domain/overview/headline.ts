import type { Claim } from "../claims/claim";
import { type BookStream, type ClaimBook, decidedReading } from "../claims/claim-book";
import { type Cents, sum } from "../money";
import type { Headline } from "../reconciliation/headline";
import { headlineOf } from "../reconciliation/headline-from-claims";

/** The claim that the programme is measured against; null when no claim about the whole has a rounding band. */
export const headlineOfBook = (book: ClaimBook): Headline | null =>
  headlineOf({
    claims: book.claims,
    territory: book.territory,
    conflicts: book.conflicts
      .filter(({ kind }) => kind === "source_conflict")
      .map((conflict) => ({
        code: conflict.code,
        title: { nl: conflict.titleNl, en: conflict.titleEn },
        claims: conflict.claims,
        decided: decidedReading(conflict),
      })),
    sourceTitles: new Map(book.sources.map(({ code, title }) => [code, title])),
    streams: book.streams.map(({ id, code, note, shortName }) => ({ id, code, note, name: shortName })),
  });

/** One part of the headline: a stream with its published figure, its competing figures, or none. */
export interface Lane {
  readonly key: string;
  readonly stream: BookStream | null;
  readonly name: { readonly nl: string; readonly en: string };
  readonly note: number | null;
  readonly claim: Claim | null;
  /** One is certain, more are readings nobody chose between, none was published. */
  readonly figures: readonly Cents[];
  /** The conflict that its figures depend on. */
  readonly conflict: string | null;
}

/** What the parts with a fixed amount come to. */
export const fixedTotal = ({ parts }: Headline): Cents =>
  sum(parts.flatMap(({ claim }) => claim.amount ?? []));

/** The readings of a conflict that still make a total that rounds to the headline; each amount once. */
export function openFigures(headline: Headline, readings: readonly { readonly adds: Cents }[]): Cents[] {
  const fixed = fixedTotal(headline);
  const rounds = (adds: Cents) =>
    headline.band === null || (fixed + adds >= headline.band.low && fixed + adds < headline.band.high);
  return [...new Set(readings.map(({ adds }) => adds).filter((adds) => adds > 0n && rounds(adds)))];
}

/** The parts of the headline in the order of its notes. */
export function lanesOf(book: ClaimBook, headline: Headline): Lane[] {
  const streamOf = (id: string | null) => book.streams.find((stream) => stream.id === id) ?? null;
  const fixed = headline.parts.map(
    ({ claim, streamId, note, name }): Lane => ({
      key: claim.code,
      stream: streamOf(streamId),
      name: { nl: name, en: name },
      note,
      claim: book.claims.find(claim.code),
      figures: claim.amount === null ? [] : [claim.amount],
      conflict: null,
    }),
  );
  const contested = headline.contested.map(({ conflict, title, streamId, readings, decided }): Lane => {
    const stream = streamOf(streamId);
    const about = book.claims.all.find((claim) => stream !== null && claim.stream === stream.code) ?? null;
    return {
      key: conflict,
      stream,
      name: stream === null ? title : { nl: stream.shortName, en: stream.shortName },
      note: stream?.note ?? null,
      claim: about,
      figures:
        decided === null ? openFigures(headline, readings) : decided.adds === null ? [] : [decided.adds],
      conflict,
    };
  });
  return [...fixed, ...contested].sort((a, b) => (a.note ?? 99) - (b.note ?? 99));
}
