import fc from "fast-check";
import { cents } from "@/lib/domain/money";
import type { OurUnit, UnitLines } from "@/lib/domain/tie-out/our-unit";
import type { FileRow } from "@/lib/domain/tie-out/read-row";
import type { NamedPlaces } from "@/lib/domain/tie-out/recognise";
import { type TieOutInput, tieOut } from "@/lib/domain/tie-out/tie-out";

/** Two municipalities, each with two areas. */
export const MUNICIPALITIES = ["Voorbeeldstad", "Oefendam"] as const;
export const AREAS = ["Noord", "Zuid"] as const;
const areaId = (municipality: string, area: string) => `${municipality}-${area}`;

export const PLACES: NamedPlaces = {
  municipalities: MUNICIPALITIES.map((name) => ({ id: name, label: name, names: [] })),
  areas: MUNICIPALITIES.flatMap((municipality) =>
    AREAS.map((area) => ({
      id: areaId(municipality, area),
      municipalityId: municipality,
      label: `${area} (${municipality})`,
      names: [area],
    })),
  ),
};

const linesOf = (amount: bigint, seq: bigint): UnitLines => ({
  amount: cents(amount),
  count: 1,
  shown: [
    {
      seq,
      kind: "advanced",
      effectiveOn: "2026-01-01",
      recordedOn: "2026-01-02",
      amount: cents(amount),
    },
  ],
});

interface UnitFacts {
  readonly number: number;
  readonly amount?: bigint | null;
  readonly late?: bigint | null;
  readonly municipality?: string;
  readonly area?: string;
  readonly year?: number | null;
}

export function unit({
  number,
  amount = null,
  late = null,
  municipality = "Voorbeeldstad",
  area = "Noord",
  year = null,
}: UnitFacts): OurUnit {
  return {
    key: `u${number}`,
    place: {
      streamId: "OW",
      trancheId: "OW.1",
      municipalityId: municipality,
      areaId: areaId(municipality, area),
    },
    allocationNumbers: [`TK-2026-${number}`],
    decisionNumbers: [`BES-2026-${number}`],
    year,
    counted: amount === null ? null : linesOf(amount, BigInt(number * 10 + 1)),
    late: late === null ? null : linesOf(late, BigInt(number * 10 + 2)),
  };
}

export const row = (at: number, amount: bigint, says: Partial<FileRow> = {}): FileRow => ({
  row: at,
  decision: "",
  allocation: "",
  reference: "",
  municipality: "",
  area: "",
  date: null,
  year: null,
  amount: cents(amount),
  ...says,
});

export const compare = (
  rows: readonly FileRow[],
  units: readonly OurUnit[],
  more: Partial<TieOutInput> = {},
) => tieOut({ rows, units, places: PLACES, decisions: [], tolerance: cents(0n), year: null, ...more });

/** Few numbers and amounts, so that everything is often taken for something else. */
const someAmount = fc.bigInt({ min: -3n, max: 6n });
const maybe = <T>(values: readonly T[], none: T) => fc.constantFrom(none, ...values);

export const someUnits = fc
  .array(
    fc.record({
      amount: fc.option(someAmount),
      late: fc.option(someAmount, { freq: 3 }),
      municipality: fc.constantFrom(...MUNICIPALITIES),
      area: fc.constantFrom(...AREAS),
      year: fc.constantFrom(null, 2025, 2026),
    }),
    { maxLength: 7 },
  )
  .map((facts) => facts.map((one, index) => unit({ ...one, number: index + 1 })));

export const someRows = fc
  .array(
    fc.record({
      amount: someAmount,
      decision: maybe(["BES-2026-1", "bes 2026/2", "BES-2026-3", "BES-2026-99"], ""),
      allocation: maybe(["TK-2026-4", "tk20265"], ""),
      reference: maybe(["voorschot BES-2026-1 en TK-2026-2", "zonder nummer"], ""),
      municipality: maybe(["Voorbeeldstad", "Gemeente Oefendam", "Elders"], ""),
      area: maybe(["Noord", "Zuid"], ""),
      year: fc.constantFrom(null, 2025, 2026),
    }),
    { maxLength: 9 },
  )
  .map((rows) => rows.map(({ amount, ...says }, index) => row(index + 2, amount, says)));
