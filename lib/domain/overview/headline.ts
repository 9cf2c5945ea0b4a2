import type { Calculation } from "../claims/calculation";
import type { Claim } from "../claims/claim";
import { type BookStream, type ClaimBook, decidedReading } from "../claims/claim-book";
import { totalReadings } from "../claims/readings";
import { type Cents, sum } from "../money";
import type { Contested, Headline } from "../reconciliation/headline";
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
  /** The reading that was chosen in that conflict; null while it is open. */
  readonly decided: string | null;
  /** The claims that compete, when the readings are claims themselves. */
  readonly rivals: readonly Claim[];
}

/** What the parts with a fixed amount come to. */
export const fixedTotal = ({ parts }: Headline): Cents =>
  sum(parts.flatMap(({ claim }) => claim.amount ?? []));

/** Whether the headline is what is left when the fixed parts and this amount are rounded. */
export function roundsTo(headline: Headline, adds: Cents): boolean {
  const total = fixedTotal(headline) + adds;
  return headline.band === null || (total >= headline.band.low && total < headline.band.high);
}

/**
 * The figures between which nobody chose, each amount once. A published figure always stays; a way to read one stays
 * only where the total then still rounds to the headline.
 */
export function openFigures(
  headline: Headline,
  readings: readonly { readonly code: string; readonly adds: Cents }[],
  isClaim: (code: string) => boolean,
): Cents[] {
  const kept = readings.filter(({ code, adds }) => adds > 0n && (isClaim(code) || roundsTo(headline, adds)));
  return [...new Set(kept.map(({ adds }) => adds))];
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
      decided: null,
      rivals: [],
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
        decided === null
          ? openFigures(headline, readings, (code) => book.claims.find(code) !== null)
          : decided.adds === null
            ? []
            : [decided.adds],
      conflict,
      decided: decided?.code ?? null,
      rivals: readings.flatMap(({ code }) => book.claims.find(code) ?? []),
    };
  });
  return [...fixed, ...contested].sort((a, b) => (a.note ?? 99) - (b.note ?? 99));
}

/** How each reading of a conflict comes to what it adds, where that is more than one claim's amount. */
export function addsOf(book: ClaimBook, { conflict }: Contested): ReadonlyMap<string, Calculation> {
  const code = book.conflicts.find((one) => one.code === conflict)?.checkCode;
  const readings = code === "L01" ? totalReadings(book.claims, book.territory) : [];
  return new Map(readings.flatMap((one) => (one.noteSeven === null ? [] : [[one.code, one.noteSeven]])));
}
