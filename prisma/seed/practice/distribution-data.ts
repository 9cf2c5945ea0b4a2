/** Invented: more municipalities, so that a pot can be divided over nineteen, and a stream that still has its pot. */
export const KEY_STREAM = {
  code: "OBU",
  shortName: "Oefenregeling Buurten",
  officialName: "Oefenregeling Sterke buurten",
  owner: "OEFMIN-A",
  legalReference: "Oefenbesluit 18, artikel 4",
  tranche: {
    code: "1",
    name: "Tranche 1, 2026–2027",
    firstYear: 2026,
    lastYear: 2027,
    opensOn: "2026-01-01",
  },
  themes: [
    { code: "buurt", nameNl: "Buurt en bewoners", nameEn: "Neighbourhood and residents" },
    { code: "veilig", nameNl: "Veilige straat", nameEn: "Safe street" },
  ],
  /** Cents per year. */
  ceiling: { 2026: 35_000_000_00n, 2027: 12_000_000_00n },
} as const;

interface NewPlace {
  readonly code: string;
  readonly name: string;
  readonly area: string;
  readonly latitude: number;
  readonly longitude: number;
}

export const NEW_PLACES: readonly NewPlace[] = [
  { code: "OEF06", name: "Schetsdijk", area: "Haven", latitude: 51.94, longitude: 4.62 },
  { code: "OEF07", name: "Probeerhout", area: "Zuid", latitude: 52.21, longitude: 4.95 },
  { code: "OEF08", name: "Toetsmeer", area: "West", latitude: 52.47, longitude: 4.78 },
  { code: "OEF09", name: "Schaduwburg", area: "Centrum", latitude: 51.55, longitude: 5.12 },
  { code: "OEF10", name: "Oefenhaven", area: "Oost", latitude: 53.08, longitude: 5.74 },
  { code: "OEF11", name: "Rekenrode", area: "Noord", latitude: 51.08, longitude: 5.92 },
  { code: "OEF12", name: "Kladdorp", area: "Veldzijde", latitude: 52.42, longitude: 6.68 },
  { code: "OEF13", name: "IJkstad", area: "Nieuwland", latitude: 52.03, longitude: 5.28 },
  { code: "OEF14", name: "Meetwoude", area: "Bosrand", latitude: 52.18, longitude: 5.84 },
  { code: "OEF15", name: "Ramingen", area: "Spoorzone", latitude: 51.82, longitude: 5.81 },
  { code: "OEF16", name: "Nulmeer", area: "Waterkant", latitude: 52.98, longitude: 6.82 },
  { code: "OEF17", name: "Monsterveen", area: "Zuidrand", latitude: 52.71, longitude: 6.11 },
  { code: "OEF18", name: "Conceptburg", area: "Vestingwijk", latitude: 51.49, longitude: 3.71 },
  { code: "OEF19", name: "Proefland", area: "Polder", latitude: 52.51, longitude: 5.31 },
];

/** Invented inhabitants on 1 January 2026 and homes with label E, F or G, by code. */
export const FIGURES: Readonly<Record<string, { readonly people: string; readonly homes: string }>> = {
  OEF01: { people: "412385", homes: "31240" },
  OEF02: { people: "98214", homes: "8460" },
  OEF03: { people: "121077", homes: "11935" },
  OEF04: { people: "64530", homes: "5120" },
  OEF05: { people: "45918", homes: "4385" },
  OEF06: { people: "233461", homes: "19870" },
  OEF07: { people: "158902", homes: "9745" },
  OEF08: { people: "87345", homes: "6030" },
  OEF09: { people: "176448", homes: "14260" },
  OEF10: { people: "55219", homes: "5675" },
  OEF11: { people: "92836", homes: "9910" },
  OEF12: { people: "71604", homes: "5890" },
  OEF13: { people: "187553", homes: "8125" },
  OEF14: { people: "63271", homes: "3980" },
  OEF15: { people: "140925", homes: "12575" },
  OEF16: { people: "38417", homes: "3645" },
  OEF17: { people: "59680", homes: "4715" },
  OEF18: { people: "49322", homes: "5205" },
  OEF19: { people: "83109", homes: "2890" },
};
