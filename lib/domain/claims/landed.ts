import { type Cents, cents, sum } from "../money";
import type { Claim } from "./claim";
import type { ClaimSet } from "./claim-set";
import { contestedClaims } from "./find-conflicts";
import type { Territory } from "./territory";

/** What was published for one area. Only exact awards are added up; everything else is named, never summed. */
export type LandedArea = {
  readonly area: string;
  readonly municipality: string;
  /** Null when no exact award is known; why is in `absence`. */
  readonly exact: Cents | null;
  readonly exactClaims: readonly Claim[];
  /** The exact awards of which it is likely, partly or not known that they fall in this area. */
  readonly uncertain: readonly Claim[];
  readonly rounded: readonly Claim[];
  /** Awards to the municipality of which no area is known, where it has only this one. */
  readonly areaUnknown: readonly Claim[];
  /** Figures that compete with another: shown, in no total. */
  readonly contested: readonly Claim[];
  readonly requested: readonly Claim[];
  /** "not_listed": there is an award, but not one to the cent. "not_published": nothing at all. */
  readonly absence: "not_listed" | "not_published" | null;
};

export type Landed = {
  readonly areas: readonly LandedArea[];
  readonly inAreas: Cents;
  readonly inAreasClaims: readonly Claim[];
  /** Exact awards to a municipality of the programme for a place outside its areas. */
  readonly outside: readonly Claim[];
  readonly outsideTotal: Cents;
  /** Exact awards to a municipality of the programme of which nobody knows where they fall. */
  readonly unplaced: readonly Claim[];
  readonly programmeTotal: Cents;
  /** Of how many areas any award is known, exact or not. */
  readonly areasWithAward: number;
};

const total = (claims: readonly Claim[]) => sum(claims.map(({ amount }) => amount ?? cents(0n)));

/** Where the published awards landed. `decided` holds claims that were chosen where figures compete. */
export function landed(
  set: ClaimSet,
  territory: Territory,
  decided: ReadonlySet<string> = new Set(),
): Landed {
  const contested = contestedClaims(set, decided);
  const mine = new Set(territory.map(({ code }) => code));
  const known = set.all.filter(
    ({ municipality, amount }) => municipality !== null && mine.has(municipality) && amount !== null,
  );
  const awards = known.filter(({ status }) => status === "awarded");
  const free = awards.filter(({ code }) => !contested.has(code));
  const exact = free.filter(({ precision }) => precision === "exact");

  const areas = territory.flatMap((municipality) =>
    municipality.areas.map((area): LandedArea => {
      const here = ({ area: target }: Claim) => target === area;
      const exactClaims = exact.filter(here);
      const rounded = free.filter((claim) => here(claim) && claim.precision !== "exact");
      const areaUnknown =
        municipality.areas.length === 1 ? free.filter((claim) => placeless(claim, municipality.code)) : [];
      const competing = awards.filter((claim) => here(claim) && contested.has(claim.code));
      const any = rounded.length + areaUnknown.length + competing.length > 0;
      return {
        area,
        municipality: municipality.code,
        exact: exactClaims.length === 0 ? null : total(exactClaims),
        exactClaims,
        uncertain: exactClaims.filter(({ areaMatch }) => areaMatch !== "in_area"),
        rounded,
        areaUnknown,
        contested: competing,
        requested: known.filter((claim) => here(claim) && claim.status === "requested"),
        absence: exactClaims.length > 0 ? null : any ? "not_listed" : "not_published",
      };
    }),
  );
  const inAreasClaims = exact.filter(({ area }) => area !== null);
  const outside = exact.filter(({ areaMatch }) => areaMatch === "outside");
  const unplaced = exact.filter(({ area, areaMatch }) => area === null && areaMatch !== "outside");
  return {
    areas,
    inAreas: total(inAreasClaims),
    inAreasClaims,
    outside,
    outsideTotal: total(outside),
    unplaced,
    programmeTotal: total([...inAreasClaims, ...outside, ...unplaced]),
    areasWithAward: areas.filter(({ absence }) => absence !== "not_published").length,
  };
}

const placeless = (claim: Claim, municipality: string) =>
  claim.municipality === municipality && claim.area === null && claim.areaMatch === "unknown";
