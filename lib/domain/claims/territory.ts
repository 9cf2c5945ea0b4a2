/** A municipality of the programme and its areas. The municipality receives; the area is what it is for. */
export type Territory = ReadonlyArray<{
  readonly code: string;
  readonly isG4: boolean;
  readonly areas: readonly string[];
}>;

export type TerritoryCounts = Readonly<
  Record<
    "municipalities" | "g4Municipalities" | "otherMunicipalities" | "areas" | "g4Areas" | "otherAreas",
    bigint
  >
>;

export function countTerritory(territory: Territory): TerritoryCounts {
  const g4 = territory.filter((municipality) => municipality.isG4);
  const others = territory.filter((municipality) => !municipality.isG4);
  const areas = (some: Territory) => BigInt(some.reduce((total, { areas: own }) => total + own.length, 0));
  return {
    municipalities: BigInt(territory.length),
    g4Municipalities: BigInt(g4.length),
    otherMunicipalities: BigInt(others.length),
    areas: areas(territory),
    g4Areas: areas(g4),
    otherAreas: areas(others),
  };
}
