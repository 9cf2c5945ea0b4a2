/** The practice programme: every name, amount and decision here is invented. Amounts are euro cents. */

export const PRACTICE = {
  code: "oefen",
  nameNl: "Oefenprogramma",
  nameEn: "Practice programme",
  horizonFrom: 2023,
  horizonTo: 2043,
  numberPrefix: "OEF",
  seed: "geldstroom-oefenprogramma-1",
} as const;

export const ORGANISATIONS = [
  { code: "OEFMIN-A", kind: "ministry", abbreviation: "Oef-A", name: "Oefenministerie A" },
  { code: "OEFMIN-B", kind: "ministry", abbreviation: "Oef-B", name: "Oefenministerie B" },
  {
    code: "OEF01",
    kind: "municipality",
    abbreviation: null,
    name: "Voorbeeldstad",
    latitude: 52.62,
    longitude: 5.62,
  },
  {
    code: "OEF02",
    kind: "municipality",
    abbreviation: null,
    name: "Oefendam",
    latitude: 52.28,
    longitude: 6.12,
  },
  {
    code: "OEF03",
    kind: "municipality",
    abbreviation: null,
    name: "Proefrade",
    latitude: 51.66,
    longitude: 5.62,
  },
  {
    code: "OEF04",
    kind: "municipality",
    abbreviation: null,
    name: "Testerloo",
    latitude: 52.86,
    longitude: 6.42,
  },
  {
    code: "OEF05",
    kind: "municipality",
    abbreviation: null,
    name: "Modelveen",
    latitude: 51.42,
    longitude: 4.02,
  },
  { code: "OEFAUD", kind: "audit_body", abbreviation: null, name: "Oefenauditdienst" },
  { code: "OEFBEH", kind: "operator", abbreviation: null, name: "Oefenbeheer" },
] as const;

export const AREAS = [
  {
    code: "voorbeeldstad-noord",
    municipality: "OEF01",
    name: "Voorbeeldstad Noord",
    latitude: 52.64,
    longitude: 5.6,
  },
  {
    code: "voorbeeldstad-zuid",
    municipality: "OEF01",
    name: "Voorbeeldstad Zuid",
    latitude: 52.58,
    longitude: 5.64,
  },
  { code: "oefendam-oost", municipality: "OEF02", name: "Oefendam Oost", latitude: 52.28, longitude: 6.16 },
  {
    code: "proefrade-centrum",
    municipality: "OEF03",
    name: "Proefrade Centrum",
    latitude: 51.66,
    longitude: 5.62,
  },
  {
    code: "testerloo-haven",
    municipality: "OEF04",
    name: "Testerloo Haven",
    latitude: 52.86,
    longitude: 6.44,
  },
  { code: "modelveen-west", municipality: "OEF05", name: "Modelveen West", latitude: 51.42, longitude: 4.0 },
] as const;

export const STREAMS = [
  {
    code: "OW",
    note: 1,
    shortName: "Oefenregeling Wijken",
    owner: "OEFMIN-A",
    earmark: "exclusive",
    vatBasis: "gross",
    claimCents: 42_000_000_00n,
    legalReference: "Oefenbesluit 12, artikel 3",
    tranches: [
      {
        code: "1",
        name: "Tranche 1, 2023–2025",
        firstYear: 2023,
        lastYear: 2025,
        opensOn: "2023-01-01",
        closesOn: null,
        carryOver: null,
      },
      {
        code: "2",
        name: "Tranche 2, 2026–2028",
        firstYear: 2026,
        lastYear: 2028,
        opensOn: "2026-01-01",
        closesOn: null,
        carryOver: {
          sharePercent: 50,
          nextYearOnly: true,
          lastYear: 2028,
          legalSource: "Oefenbesluit 12, artikel 9",
        },
      },
    ],
    themes: [
      { code: "armoede", nameNl: "Armoede en schulden", nameEn: "Poverty and debt" },
      { code: "school", nameNl: "School en omgeving", nameEn: "School and surroundings" },
      { code: "jonge-kind", nameNl: "Jonge kind", nameEn: "Early childhood" },
    ],
  },
  {
    code: "OJ",
    note: 2,
    shortName: "Oefenregeling Jeugd",
    owner: "OEFMIN-A",
    earmark: "share_of_national",
    vatBasis: "gross",
    claimCents: 12_750_000_00n,
    legalReference: "Oefenbesluit 14, artikel 2",
    tranches: [
      {
        code: "1",
        name: "Tranche 1, 2023–2026",
        firstYear: 2023,
        lastYear: 2026,
        opensOn: "2023-01-01",
        closesOn: null,
        carryOver: null,
      },
    ],
    themes: [
      { code: "preventie", nameNl: "Preventie", nameEn: "Prevention" },
      { code: "begeleiding", nameNl: "Begeleiding", nameEn: "Guidance" },
    ],
  },
  {
    code: "OWO",
    note: 3,
    shortName: "Oefenregeling Wonen",
    owner: "OEFMIN-B",
    earmark: "priority",
    vatBasis: "gross",
    claimCents: 36_500_000_00n,
    legalReference: "Oefenbesluit 15, artikel 6",
    tranches: [
      {
        code: "1",
        name: "Tranche 1, 2024–2026",
        firstYear: 2024,
        lastYear: 2026,
        opensOn: "2024-01-01",
        closesOn: null,
        carryOver: null,
      },
    ],
    themes: [
      { code: "renovatie", nameNl: "Renovatie", nameEn: "Renovation" },
      { code: "isolatie", nameNl: "Isolatie", nameEn: "Insulation" },
    ],
  },
] as const;

/** Ceilings per tranche and year, in cents. */
export const CEILINGS = [
  { stream: "OW", tranche: "1", years: { 2023: 9_200_000_00n, 2024: 9_200_000_00n, 2025: 9_200_000_00n } },
  { stream: "OW", tranche: "2", years: { 2026: 4_800_000_00n, 2027: 4_800_000_00n, 2028: 4_800_000_00n } },
  {
    stream: "OJ",
    tranche: "1",
    years: { 2023: 3_100_000_00n, 2024: 3_200_000_00n, 2025: 3_200_000_00n, 2026: 3_250_000_00n },
  },
  {
    stream: "OWO",
    tranche: "1",
    years: { 2024: 12_000_000_00n, 2025: 12_000_000_00n, 2026: 12_500_000_00n },
  },
] as const;

export const INDICATORS = [
  {
    code: "deelnemers",
    stream: "OW",
    nameNl: "Bereikte huishoudens",
    nameEn: "Households reached",
    unitNl: "huishoudens",
    unitEn: "households",
    target: 4_200n,
  },
  {
    code: "jongeren",
    stream: "OJ",
    nameNl: "Begeleide jongeren",
    nameEn: "Young people guided",
    unitNl: "jongeren",
    unitEn: "young people",
    target: 900n,
  },
  {
    code: "woningen",
    stream: "OWO",
    nameNl: "Gerenoveerde woningen",
    nameEn: "Homes renovated",
    unitNl: "woningen",
    unitEn: "homes",
    target: 1_150n,
  },
] as const;

/** Reporting windows: yearly until 2025, three periods in 2026. Dates are calendar dates. */
export const WINDOWS = STREAMS.flatMap((stream) =>
  stream.tranches.flatMap((tranche) =>
    [2023, 2024, 2025, 2026]
      .filter((year) => year >= tranche.firstYear && year <= tranche.lastYear)
      .flatMap((year) => windowsOf(stream.code, tranche.code, year)),
  ),
);

function windowsOf(stream: string, tranche: string, year: number) {
  const base = { stream, tranche, year };
  if (year < 2026 || stream !== "OW") {
    return [
      {
        ...base,
        code: `${stream}-${tranche}-${year}`,
        period: 1,
        periods: 1,
        startsOn: `${year}-01-01`,
        endsOn: `${year}-12-31`,
        opensOn: `${year + 1}-01-01`,
        dueOn: `${year + 1}-04-01`,
      },
    ];
  }
  return [
    {
      ...base,
      code: `${stream}-${tranche}-${year}-1`,
      period: 1,
      periods: 3,
      startsOn: `${year}-01-01`,
      endsOn: `${year}-04-30`,
      opensOn: `${year}-05-01`,
      dueOn: `${year}-07-15`,
    },
    {
      ...base,
      code: `${stream}-${tranche}-${year}-2`,
      period: 2,
      periods: 3,
      startsOn: `${year}-05-01`,
      endsOn: `${year}-08-31`,
      opensOn: `${year}-09-01`,
      dueOn: `${year}-11-30`,
    },
    {
      ...base,
      code: `${stream}-${tranche}-${year}-3`,
      period: 3,
      periods: 3,
      startsOn: `${year}-09-01`,
      endsOn: `${year}-12-31`,
      opensOn: `${year + 1}-01-01`,
      dueOn: `${year + 1}-04-01`,
    },
  ];
}
