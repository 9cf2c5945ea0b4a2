import { farFrom, medianOf, percent } from "./median";
import { type Signal, type SignalPlace, signalKey } from "./signal";

/** How many peers it takes before one of them can stand out. */
export const FEWEST_PEERS = 5;
/** Round amounts are multiples of so many cents: 1.000,00. */
export const ROUND_CENTS = 100_000n;
export const ROUND_LINES = 3;
/** The last days of a period, and which part of its money has to be booked in them. */
export const LAST_DAYS = 14;
export const LAST_PERCENT = 50;

export interface RoundFacts extends SignalPlace {
  readonly lines: number;
  readonly round: number;
}

/** Many round amounts: an estimate may have been reported where a booking was meant. */
export const roundSignals = (year: number, all: readonly RoundFacts[]): Signal[] =>
  all.flatMap(({ lines, round, ...place }) =>
    round >= ROUND_LINES && round * 5 >= lines ? [made("round", year, place, { lines, round })] : [],
  );

export interface PeriodEndFacts extends SignalPlace {
  readonly reportId: string;
  readonly reportNumber: string;
  readonly bookings: number;
  readonly totalCents: bigint;
  readonly lastCents: bigint;
}

/** Most of a period's money booked in its last days: it may belong to the next period, or be spent to have spent it. */
export const periodEndSignals = (year: number, all: readonly PeriodEndFacts[]): Signal[] =>
  all.flatMap(({ reportId, reportNumber, bookings, totalCents, lastCents, ...place }) => {
    const share = percent({ part: lastCents, whole: totalCents });
    if (bookings < FEWEST_PEERS || totalCents <= 0n || share < LAST_PERCENT) return [];
    const facts = { report: reportNumber, share, lastCents: String(lastCents), days: LAST_DAYS };
    return [{ ...made("period_end", year, place, facts, reportNumber), reportId }];
  });

export interface SilenceFacts extends SignalPlace {
  readonly reportId: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly themeCode: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly periods: number;
  readonly beforeCents: bigint;
}

/** A line that was spent on in every earlier period, and of which nothing is reported now. */
export const silenceSignals = (year: number, all: readonly SilenceFacts[]): Signal[] =>
  all.map(
    ({ reportId, areaCode, areaName, themeCode, themeNl, themeEn, periods, beforeCents, ...place }) => ({
      ...made(
        "silence",
        year,
        place,
        { area: areaName, themeNl, themeEn, periods, beforeCents: String(beforeCents) },
        `${areaCode}~${themeCode}`,
      ),
      reportId,
    }),
  );

export interface TwiceFacts extends SignalPlace {
  /** What is the same: a document, a project, or a booking. */
  readonly what: "document" | "project" | "booking";
  readonly name: string;
  /** What it is recognised by, when the name is not enough. */
  readonly mark: string;
  readonly otherStreamName: string;
  readonly otherMunicipalityName: string;
  readonly reportId: string;
}

/** The same document, project or booking behind spend of two schemes: it may have been paid for twice. */
export const twiceSignals = (year: number, all: readonly TwiceFacts[]): Signal[] =>
  all.map(({ what, name, mark, otherStreamName, otherMunicipalityName, reportId, ...place }) => ({
    ...made(
      "twice",
      year,
      place,
      { name, otherStream: otherStreamName, otherMunicipality: otherMunicipalityName },
      `${what}~${mark}`,
    ),
    sentence: what,
    reportId,
  }));

export interface PaceFacts extends SignalPlace {
  readonly trancheName: string;
  readonly spentCents: bigint;
  /** What was meant for the years up to this one. */
  readonly meantCents: bigint;
}

/** Spent far faster or slower than half of the municipalities in the same tranche. */
export function paceSignals(year: number, all: readonly PaceFacts[]): Signal[] {
  return groups(all, ({ streamCode, trancheName }) => `${streamCode}~${trancheName}`).flatMap((peers) => {
    const known = peers.filter(({ meantCents }) => meantCents > 0n);
    const median = medianOf(known.map(ratioOf));
    if (known.length < FEWEST_PEERS || median === null) return [];
    return known.flatMap((one): Signal[] => {
      const far = farFrom(ratioOf(one), median);
      if (far === null) return [];
      const { trancheName, spentCents, meantCents, ...place } = one;
      const facts = {
        tranche: trancheName,
        share: percent(ratioOf(one)),
        median: percent(median),
        peers: known.length,
        spentCents: String(spentCents),
      };
      return [{ ...made("pace", year, place, facts, trancheName), sentence: far }];
    });
  });
}
const ratioOf = ({ spentCents, meantCents }: PaceFacts) => ({ part: spentCents, whole: meantCents });

export interface PeerFacts extends SignalPlace {
  /** Name of the published figure, such as inhabitants, and how many there are here. */
  readonly unit: string;
  readonly count: bigint;
  readonly spentCents: bigint;
}

/** Spent per inhabitant, home or whatever a stream has figures of: far from what is usual among its municipalities. */
export function peerSignals(year: number, all: readonly PeerFacts[]): Signal[] {
  return groups(all, ({ streamCode, unit }) => `${streamCode}~${unit}`).flatMap((peers) => {
    const known = peers.filter(({ count, spentCents }) => count > 0n && spentCents > 0n);
    const per = ({ spentCents, count }: PeerFacts) => ({ part: spentCents, whole: count });
    const median = medianOf(known.map(per));
    if (known.length < FEWEST_PEERS || median === null) return [];
    return known.flatMap((one): Signal[] => {
      const far = farFrom(per(one), median);
      if (far === null) return [];
      const { unit, count, spentCents, ...place } = one;
      const facts = {
        unit,
        perCents: String(spentCents / count),
        medianCents: String(median.part / median.whole),
        peers: known.length,
      };
      return [{ ...made("peer", year, place, facts, unit), sentence: far }];
    });
  });
}

function made(
  kind: Signal["kind"],
  year: number,
  { streamCode, streamName, municipalityCode, municipalityName }: SignalPlace,
  facts: Signal["facts"],
  thing = "",
): Signal {
  const place = { streamCode, streamName, municipalityCode, municipalityName };
  return {
    ...place,
    kind,
    year,
    facts,
    key: signalKey(kind, year, place, thing),
    sentence: "is",
    reportId: null,
  };
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return [...found.values()];
}
