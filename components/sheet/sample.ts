import type { MapArea } from "@/components/charts/area-map";
import { type Cents, cents } from "@/lib/domain/money";
import type { Locale } from "@/lib/views/locale";
import { millions } from "@/lib/views/money";
import type { Flow, FlowTone } from "@/lib/views/sankey";

/** Invented figures and places for the reference sheet; nothing here looks like a published one. */
const thousand = (value: bigint): Cents => cents(value * 100_000n);

const STREAMS = [
  { id: "wijken", from: "a", name: "Oefenregeling Wijken", tone: "exclusive", value: thousand(42_000n) },
  { id: "wonen", from: "b", name: "Oefenregeling Wonen", tone: "priority", value: thousand(36_500n) },
  { id: "jeugd", from: "b", name: "Oefenregeling Jeugd", tone: "share", value: thousand(12_750n) },
  { id: "noot", from: "c", name: "Niet herleid", tone: "uncertain", value: thousand(4_500n) },
] as const satisfies ReadonlyArray<{ id: string; from: string; name: string; tone: FlowTone; value: Cents }>;

export function sampleFlow(
  locale: Locale,
  names: Readonly<Record<Exclude<FlowTone, "origin">, string>>,
): Flow {
  const text = (value: Cents) => millions(value, locale);
  const origin = (id: string, label: string, value: bigint) =>
    ({ id, column: 0, label, amount: text(thousand(value)), tone: "origin" }) as const;
  return {
    nodes: [
      origin("a", "Oefenministerie A", 42_000n),
      origin("b", "Oefenministerie B", 49_250n),
      { ...origin("c", "Oefenministerie C", 4_500n), tone: "uncertain" },
      { id: "d", column: 0, label: "Oefenministerie D", amount: "", tone: "origin" },
      ...STREAMS.map(({ id, name, tone, value }) => ({
        id,
        column: 1,
        label: name,
        amount: text(value),
        tone,
      })),
      { id: "sport", column: 1, label: "Oefenregeling Sport", amount: "", tone: "share" },
      ...STREAMS.map(({ tone, value }) => ({
        id: tone,
        column: 2,
        label: names[tone],
        amount: text(value),
        tone,
      })),
    ],
    links: [
      ...STREAMS.flatMap(({ id, from, tone, value }) => [
        { source: from, target: id, value, amount: text(value), tone },
        { source: id, target: tone, value, amount: text(value), tone },
      ]),
      { source: "d", target: "sport", value: null, amount: "", tone: "share" },
      { source: "sport", target: "share", value: null, amount: "", tone: "share" },
    ],
  };
}

const area = (
  id: string,
  label: string,
  longitude: number,
  latitude: number,
  tone: MapArea["tone"],
): MapArea => ({
  id,
  label,
  shortLabel: label.split(" ")[1] ?? label,
  longitude,
  latitude,
  tone,
});

export const AREAS: readonly MapArea[] = [
  area("noord", "Voorbeeldstad Noord", 5.1, 52.6, "named"),
  area("zuid", "Voorbeeldstad Zuid", 5.2, 52.4, "uncertain"),
  area("oost", "Oefendam Oost", 6.4, 52.8, "named"),
  area("west", "Proefrade West", 4.5, 51.9, "none"),
  area("centrum", "Modelveen Centrum", 5.9, 51.5, "named"),
  area("haven", "Schetsdijk Haven", 4.2, 51.6, "uncertain"),
];

export const YEARS = [
  { year: "2023", amounts: { wijken: thousand(9_200n), wonen: thousand(7_400n), jeugd: thousand(2_100n) } },
  { year: "2024", amounts: { wijken: thousand(9_145n), wonen: thousand(9_900n), jeugd: thousand(3_250n) } },
  { year: "2025", amounts: { wijken: thousand(9_255n), wonen: thousand(11_200n), jeugd: thousand(4_300n) } },
  { year: "2026", amounts: { wijken: thousand(14_300n), wonen: thousand(8_000n), jeugd: thousand(3_100n) } },
] as const;
