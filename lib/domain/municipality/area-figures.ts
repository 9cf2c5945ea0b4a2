import { type Cents, cents } from "../money";

/** One stream's tranche in one area; cents. Null is what nobody reported or allocated yet, which is not zero. */
export interface PlaceFigures {
  readonly areaCode: string;
  readonly areaName: string;
  readonly streamCode: string;
  readonly streamName: string;
  readonly trancheName: string;
  /** Last day on which the money can be spent, yyyy-mm-dd. */
  readonly expiresOn: string | null;
  readonly allocated: Cents | null;
  readonly received: Cents | null;
  /** Accepted by the ministry. */
  readonly spent: Cents | null;
  /** Of the last accepted report: what is still to be spent. */
  readonly forecast: Cents | null;
}

/** What was counted so far against an indicator, over every accepted report. */
export interface CountedResult {
  readonly code: string;
  readonly streamName: string;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly unitNl: string;
  readonly unitEn: string;
  readonly target: bigint | null;
  readonly counted: bigint | null;
}

export interface PlaceSums {
  readonly allocated: Cents | null;
  readonly received: Cents | null;
  readonly spent: Cents | null;
  readonly forecast: Cents | null;
  readonly lapses: Cents | null;
}

export interface AreaFigures {
  readonly code: string;
  readonly name: string;
  readonly places: readonly PlaceFigures[];
  readonly sums: PlaceSums;
}

/** What stays unspent and lapses when the forecast comes true; unknown while spend or forecast is. */
export function lapses({ allocated, spent, forecast }: PlaceFigures): Cents | null {
  return allocated === null || spent === null || forecast === null
    ? null
    : cents(allocated - spent - forecast);
}

/** A sum of what is known; null when nothing is, and when `whole` asks for every part and one is missing. */
function added(amounts: readonly (Cents | null)[], whole: boolean): Cents | null {
  const known = amounts.filter((amount) => amount !== null);
  if (known.length === 0 || (whole && known.length < amounts.length)) return null;
  return cents(known.reduce((all, one) => all + one, 0n));
}

/** Money that was allocated or received is added as far as it is there; what is reported, only when it is whole. */
export function sumsOf(places: readonly PlaceFigures[]): PlaceSums {
  return {
    allocated: added(
      places.map(({ allocated }) => allocated),
      false,
    ),
    received: added(
      places.map(({ received }) => received),
      false,
    ),
    spent: added(
      places.map(({ spent }) => spent),
      true,
    ),
    forecast: added(
      places.map(({ forecast }) => forecast),
      true,
    ),
    lapses: added(places.map(lapses), true),
  };
}

/** Area by area, never an average over them. */
export function byArea(places: readonly PlaceFigures[]): AreaFigures[] {
  const areas = new Map<string, PlaceFigures[]>();
  for (const place of places) areas.set(place.areaCode, [...(areas.get(place.areaCode) ?? []), place]);
  return [...areas].map(([code, own]) => ({
    code,
    name: own[0]?.areaName ?? code,
    places: own,
    sums: sumsOf(own),
  }));
}
