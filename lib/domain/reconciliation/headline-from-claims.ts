import type { Claim } from "../claims/claim";
import { NOTES } from "../claims/claim-codes";
import type { ClaimSet } from "../claims/claim-set";
import { landed } from "../claims/landed";
import { totalReadings } from "../claims/readings";
import type { Territory } from "../claims/territory";
import { exactCents } from "../claims/value";
import { type Cents, cents } from "../money";
import type { Contested, Headline, HeadlinePart, Overlap } from "./headline";
import type { ClaimRef, TwoLanguages } from "./label";

/** A source conflict as it is recorded, with the reading that holds at the known-at date. */
export interface KnownConflict {
  readonly code: string;
  readonly title: TwoLanguages;
  readonly claims: readonly string[];
  /** Code of the chosen reading; null while it is open. */
  readonly decided: string | null;
}

export interface HeadlineSources {
  readonly claims: ClaimSet;
  readonly territory: Territory;
  readonly conflicts: readonly KnownConflict[];
  /** Title of a source by its code. */
  readonly sourceTitles: ReadonlyMap<string, string>;
  readonly streams: readonly {
    readonly id: string;
    readonly code: string;
    readonly note: number | null;
    readonly name: string;
  }[];
}

const NOTE_7 = NOTES[6];

/** The figure the whole programme is measured against: a claim about the programme with a rounding band. */
export function headlineOf(sources: HeadlineSources): Headline | null {
  const { claims } = sources;
  const headline = claims.all.find(
    ({ grain, amount, band }) => grain === "programme" && amount !== null && band !== null,
  );
  if (headline === undefined || headline.amount === null) return null;
  const linked = claims.linkedTo(headline.code, "part_of");
  const leaflet = linked.length === 0 && NOTES.every((code) => claims.find(code) !== null);
  const parts = leaflet ? NOTES.filter((code) => code !== NOTE_7).map((code) => claims.need(code)) : linked;
  const counted = parts.map((claim) => partOf(sources, claim));
  return {
    claim: refOf(sources, headline, headline.amount),
    band: headline.band,
    parts: counted,
    contested: leaflet ? [noteSeven(sources)] : competingFigures(sources, headline.code),
    overlaps: overlapsOf(sources, counted),
  };
}

function refOf({ sourceTitles }: HeadlineSources, claim: Claim, amount: Cents): ClaimRef {
  const { code, place, publishedOn, publishedText, precisionText } = claim;
  const source = sourceTitles.get(claim.source) ?? claim.source;
  return {
    code,
    amount,
    source,
    place,
    published: publishedOn ?? publishedText,
    words: precisionText ?? claim.quote,
  };
}

function partOf(sources: HeadlineSources, claim: Claim): HeadlinePart {
  const stream = sources.streams.find(({ code }) => code === claim.stream);
  return {
    claim: claim.amount === null ? { code: claim.code, amount: null } : refOf(sources, claim, claim.amount),
    streamId: stream?.id ?? null,
    note: stream?.note ?? null,
    name: stream?.name ?? claim.place ?? claim.code,
    norm: normOf(claim),
    wholeStream: claim.grain === "stream",
    landed: landedOf(sources, claim.stream),
  };
}

function normOf({ amount, units, unitAmount, unitName }: Claim): HeadlinePart["norm"] {
  if (amount === null || units === null || unitAmount === null) return null;
  return { units, unitAmount, unitName, amount: cents(units * unitAmount) };
}

const landedOf = ({ claims, territory }: HeadlineSources, stream: string | null): HeadlinePart["landed"] =>
  landed(claims, territory)
    .inAreasClaims.filter((claim) => claim.stream !== null && claim.stream === stream)
    .flatMap(({ code, area, project, amount }) =>
      amount === null
        ? []
        : [{ claim: code, name: [area, project].filter(Boolean).join(", ") || code, amount }],
    );

/** Parts that a link says share money, as far as both are counted. */
function overlapsOf({ claims }: HeadlineSources, parts: readonly HeadlinePart[]): Overlap[] {
  const counted = new Map(
    parts.filter(({ claim }) => claim.amount !== null).map((part) => [part.claim.code, part]),
  );
  return claims.links.flatMap(({ from, to, kind, overlap }): Overlap[] => {
    const [one, other] = [counted.get(from), counted.get(to)];
    if (kind !== "overlaps" || one === undefined || other === undefined) return [];
    return [{ parts: [one, other], amount: overlap }];
  });
}

/** Note 7 of the leaflet fits several totals; each reading that adds another amount is one of them. */
function noteSeven({ claims, territory, conflicts, streams }: HeadlineSources): Contested {
  const known = conflicts.find(({ code }) => code === "L01");
  const all = totalReadings(claims, territory).map(({ code, noteSeven: added }) => ({
    code,
    adds: added === null ? null : exactCents(added.value),
  }));
  const chosen = all.find(({ code }) => code === known?.decided) ?? null;
  const readings = all.map(({ code, adds }) => ({ code, adds: adds ?? cents(0n) }));
  return {
    conflict: "L01",
    title: known?.title ?? { nl: "Noot 7", en: "Note 7" },
    streamId: streams.find(({ code }) => code === claims.need(NOTE_7).stream)?.id ?? null,
    claims: [claims.need(NOTE_7)].map(contestant),
    readings: readings.filter(({ adds }, index) => readings.findIndex((one) => one.adds === adds) === index),
    decided: chosen,
  };
}

const contestant = ({ code, place, amount }: Claim) => ({ claim: code, name: place ?? code, amount });

/** Conflicts between figures for the programme as a whole, each its own reading. */
function competingFigures({ claims, conflicts }: HeadlineSources, headline: string): Contested[] {
  return conflicts.flatMap((conflict) => {
    const figures = conflict.claims.flatMap((code) => claims.find(code) ?? []);
    const whole = figures.every(
      ({ stream, grain, amount }) => stream === null && grain === "programme" && amount !== null,
    );
    if (figures.length < 2 || !whole || conflict.claims.includes(headline)) return [];
    const readings = figures.map(({ code, amount }) => ({ code, adds: amount ?? cents(0n) }));
    const decided = readings.find(({ code }) => code === conflict.decided) ?? null;
    return [
      {
        conflict: conflict.code,
        title: conflict.title,
        streamId: null,
        claims: figures.map(contestant),
        readings,
        decided,
      },
    ];
  });
}
