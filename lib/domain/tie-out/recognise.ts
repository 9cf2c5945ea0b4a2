import { type Pickable, picker, plainName } from "../entry/pick";
import { cents } from "../money";
import { numberFinder, plainNumber } from "../payments/named-numbers";
import type { OurUnit, UnitLines } from "./our-unit";
import type { NumberSort, Party } from "./party";
import type { FileRow } from "./read-row";

export interface NamedPlaces {
  readonly municipalities: readonly Pickable[];
  readonly areas: readonly (Pickable & { readonly municipalityId: string })[];
}

export const rowKey = (row: number): string => `r${row}`;

/** A unit by what it can be found by; as what counts of it, or as what was entered later. */
export function unitParty(unit: OurUnit, lines: UnitLines | null): Party {
  const numbers = new Map<string, NumberSort>();
  for (const number of unit.allocationNumbers) numbers.set(plainNumber(number), "allocation_number");
  for (const number of unit.decisionNumbers) numbers.set(plainNumber(number), "decision_number");
  numbers.delete("");
  return {
    key: unit.key,
    numbers,
    named: numbers.size > 0,
    municipality: unit.place.municipalityId,
    stranger: false,
    area: unit.place.areaId,
    year: unit.year,
    amount: lines?.amount ?? cents(0n),
    counts: lines !== null,
  };
}

/** How rows are recognised: by numbers that ours has, and by names of municipalities and areas. */
export function rowReader(places: NamedPlaces, units: readonly OurUnit[]): (row: FileRow) => Party {
  const known = units.flatMap((unit) => [...unit.allocationNumbers, ...unit.decisionNumbers]);
  const isKnown = new Set(known.map(plainNumber));
  const inText = numberFinder(known);
  const municipalityOf = municipalityFinder(places.municipalities);
  const areaIn = areaFinder(places.areas);
  return (row) => {
    const said = [row.decision, row.allocation].map(plainNumber).filter((number) => number !== "");
    const exact = said.filter((number) => isKnown.has(number));
    const found = exact.length > 0 ? exact : inText(`${row.decision} ${row.allocation} ${row.reference}`);
    const municipality = municipalityOf(row.municipality);
    return {
      key: rowKey(row.row),
      numbers: new Map(found.map((number) => [number, null])),
      named: said.length > 0 || found.length > 0,
      municipality,
      stranger: municipality === null && row.municipality !== "",
      area: areaIn(row.area, municipality),
      year: row.year,
      amount: row.amount,
      counts: true,
    };
  };
}

/** By its name or code, or by its name among other words: "Gemeente Voorbeeldstad, afdeling Financiën". */
function municipalityFinder(municipalities: readonly Pickable[]): (typed: string) => string | null {
  const pick = picker(municipalities);
  const words = (text: string) => ` ${plainName(text).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const known = municipalities.map(({ id, label }) => ({ id, name: words(label) }));
  const seen = new Map<string, string | null>();
  const find = (typed: string) => {
    const picked = pick(typed);
    if (picked.ok) return picked.id;
    const text = words(typed);
    const [only, ...others] = known.filter(({ name }) => text.includes(name));
    return only !== undefined && others.length === 0 ? only.id : null;
  };
  return (typed) => {
    if (typed === "") return null;
    if (!seen.has(typed)) seen.set(typed, find(typed));
    return seen.get(typed) ?? null;
  };
}

function areaFinder(
  areas: NamedPlaces["areas"],
): (typed: string, municipality: string | null) => string | null {
  const within = new Map<string | null, ReturnType<typeof picker>>([[null, picker(areas)]]);
  return (typed, municipality) => {
    if (typed === "") return null;
    if (!within.has(municipality))
      within.set(municipality, picker(areas.filter((area) => area.municipalityId === municipality)));
    const picked = within.get(municipality)?.(typed);
    return picked?.ok ? picked.id : null;
  };
}
