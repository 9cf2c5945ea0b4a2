import { type Cents, cents } from "../money";
import type { Position } from "../reconciliation/positions";
import type { FindingFact } from "../reports/finding";
import type { AcceptedReport, Names, RegisteredAllocation, Spot } from "./facts";
import { type CrossFinding, type Place, plain } from "./finding";

export const spotKey = ({ trancheId, areaId, themeId }: Omit<Spot, "municipalityId">): string =>
  `${trancheId}/${areaId}/${themeId}`;

/** Names of a place: the part that is the same in both languages, and the theme in each. */
export function spotNames(
  names: Names,
  { trancheId, municipalityId, areaId, themeId }: Spot,
): {
  readonly name: string;
  readonly facts: Readonly<Record<string, FindingFact>>;
  /** Codes, for a key. */
  readonly thing: string;
} {
  const tranche = names.tranches.get(trancheId);
  const stream = names.streams.get(tranche?.streamId ?? "");
  const area = names.areas.get(areaId);
  const theme = names.themes.get(themeId);
  return {
    name: `${names.municipalities.get(municipalityId)?.name ?? ""}, ${area?.name ?? ""}`,
    facts: {
      area: area?.name ?? "",
      themeNl: theme?.nl ?? "",
      themeEn: theme?.en ?? "",
      tranche: tranche?.name ?? "",
    },
    thing: [stream?.code, tranche?.code, area?.code, theme?.code].map((code) => plain(code ?? "")).join("~"),
  };
}

export const placeOfSpot = (names: Names, spot: Spot, year: number | null = null): Place => ({
  streamId: names.tranches.get(spot.trancheId)?.streamId ?? null,
  municipalityId: spot.municipalityId,
  areaId: spot.areaId,
  year,
});

export interface SpotFigures {
  readonly spot: Spot;
  /** Per year; what runs over years is not in it. */
  readonly allocated: ReadonlyMap<number, bigint>;
  readonly spent: ReadonlyMap<number, bigint>;
  /** Whether anything was ever allocated here. */
  readonly awarded: boolean;
  /** What may still be settled, cents. */
  readonly open: Cents;
}

/** Nothing is left open: a settlement closed the place. */
export const isSettled = ({ awarded, open }: SpotFigures): boolean => awarded && open === 0n;

const totalOf = (years: ReadonlyMap<number, bigint>, until: number): bigint =>
  [...years].reduce((all, [year, amount]) => (year <= until ? all + amount : all), 0n);

export const spentUntil = ({ spent }: SpotFigures, year = Number.POSITIVE_INFINITY): Cents =>
  cents(totalOf(spent, year));
export const allocatedUntil = ({ allocated }: SpotFigures, year = Number.POSITIVE_INFINITY): Cents =>
  cents(totalOf(allocated, year));

/** What the ledger says per place: allocated and spent by year, and whether a settlement closed it. */
export function figuresBySpot(positions: readonly Position[]): Map<string, SpotFigures> {
  const spots = new Map<string, { -readonly [K in keyof SpotFigures]: SpotFigures[K] }>();
  for (const { kind, trancheId, municipalityId, areaId, themeId, year, amount } of positions) {
    if (municipalityId === null || areaId === null || themeId === null) continue;
    const spot = { trancheId, municipalityId, areaId, themeId };
    const key = spotKey(spot);
    const known = spots.get(key) ?? {
      spot,
      allocated: new Map<number, bigint>(),
      spent: new Map<number, bigint>(),
      awarded: false,
      open: cents(0n),
    };
    if ((kind === "allocated" || kind === "spent") && year !== null)
      known[kind] = new Map(known[kind]).set(year, (known[kind].get(year) ?? 0n) + amount);
    if (kind === "allocated") known.awarded = true;
    if (kind === "entitlement") known.open = cents(known.open - amount);
    spots.set(key, known);
  }
  return spots;
}

/** The page of the allocation at a place, where there is one. */
export const allocationAt = (
  register: readonly RegisteredAllocation[],
): ReadonlyMap<string, RegisteredAllocation> => new Map(register.map((one) => [spotKey(one), one]));

/** What is said of an allocation by its number. */
export const aboutAllocation = ({ number, id }: RegisteredAllocation): CrossFinding["about"] => ({
  name: number,
  at: { kind: "allocation", id },
});

type NamedReport = Pick<AcceptedReport, "id" | "number" | "streamId" | "municipalityId" | "year">;

/** What is said of a report as a whole: of which stream and municipality it is, and its number. */
export const aboutReport = (
  names: Names,
  { id, number, streamId, municipalityId, year }: NamedReport,
): Pick<CrossFinding, "thing" | "about" | "place" | "facts"> => ({
  thing: number.toLowerCase(),
  about: {
    name: `${names.streams.get(streamId)?.name ?? ""}, ${names.municipalities.get(municipalityId)?.name ?? ""}`,
    at: { kind: "report", id },
  },
  place: { streamId, municipalityId, areaId: null, year },
  facts: { report: number },
});
