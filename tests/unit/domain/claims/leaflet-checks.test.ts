import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Calculation } from "@/lib/domain/claims/calculation";
import type { Check } from "@/lib/domain/claims/checks/check";
import { runChecks } from "@/lib/domain/claims/checks/run-checks";
import { roundedTo } from "@/lib/domain/claims/value";
import { PUBLISHED } from "./published-input";

const checks = new Map(runChecks(PUBLISHED).map((check) => [check.code, check]));
const check = (code: string): Check => {
  const found = checks.get(code);
  if (found === undefined) throw new Error(`no check ${code}`);
  return found;
};

type Figures = ReadonlyArray<{ readonly code: string; readonly calculation: Calculation | null }>;
/** Euros and counts in whole numbers, shares in tenths of a percent. */
const whole = ({ value }: Calculation): bigint =>
  value.unit === "money"
    ? roundedTo({ ...value, denominator: value.denominator * 100n }, 0)
    : value.unit === "share"
      ? roundedTo(value, 3)
      : roundedTo(value, 0);
const figures = (some: Figures) =>
  Object.fromEntries(
    some.map(({ code, calculation }) => [code, calculation === null ? null : whole(calculation)]),
  );
const million = (millions: number) => BigInt(millions * 10) * 100_000n;

interface Row {
  readonly check_id: string;
  readonly severity: string;
}
const ROWS = parse<Row>(readFileSync("prisma/seed/data/leaflet_checks.csv"), { columns: true });

it("every finding of a careful auditor is computed, with its severity", () => {
  expect(ROWS).toHaveLength(25);
  for (const { check_id, severity } of ROWS) expect(check(check_id), check_id).toMatchObject({ severity });
});

it("nothing is stored: other claims give other figures", () => {
  const claims = PUBLISHED.claims;
  const doubled = {
    ...claims,
    need: (code: string) => {
      const claim = claims.need(code);
      return code === "folder-noot-3" ? { ...claim, units: (claim.units ?? 0n) * 2n } : claim;
    },
  };
  const changed = runChecks({ ...PUBLISHED, claims: doubled }).find(({ code }) => code === "L06");
  expect(figures(changed?.readings ?? [])).toMatchObject({ homes_times_norm: million(87.6) });
});

describe("the leaflet's figures", () => {
  it("L01: six notes make 1.076; note 7 adds 27 or 30; only once does it round to 1,1 billion", () => {
    expect(check("L01").readings.map(({ code, amount, rounds }) => [code, amount, rounds])).toEqual([
      ["not_counted", million(1076) * 100n, true],
      ["per_municipality", million(1103) * 100n, true],
      ["per_area", million(1106) * 100n, true],
      ["per_year_municipality", million(1184) * 100n, false],
      ["per_year_area", million(1196) * 100n, false],
      ["inside_note_8", million(1076) * 100n, true],
    ]);
  });

  it("L02, L03: note 7 has no marker; area or municipality is 3 million, all of it Amsterdam", () => {
    expect(check("L02").listings[0]?.distinct).toEqual(["folder-noot-7"]);
    expect(figures(check("L03").differences)).toEqual({ area_or_municipality: million(3) });
    expect(check("L03").listings[0]?.distinct).toEqual(["GM0363"]);
    expect(check("L03").decidedWith).toBe("L01");
  });

  it("L04: note 7 counts in note 6, in note 8 or by itself, and how much they share is not published", () => {
    expect(check("L04").readings).toHaveLength(5);
    expect(figures(check("L04").differences)).toEqual({ notes_6_and_7: null, notes_7_and_8: null });
  });

  it("L05: 600 million is national; 75,4% and 38,0% of two tranches went to the programme", () => {
    expect(check("L05").steps.map(({ calculation }) => calculation.value)).toMatchObject([
      { numerator: 127_269_713_07n },
      {},
      { numerator: 55_278_601_80n },
      {},
      {},
    ]);
    expect(figures(check("L05").steps)).toMatchObject({
      share_t3: 754n,
      share_t4: 380n,
      share_together: 581n,
    });
    expect(figures(check("L05").readings)).toEqual({ claimed: million(600), landed_in_areas: 172_688_465n });
  });

  it.each([
    ["L06", { amount_per_home: 1500n, homes_for_amount: 30_822n, gap_share: 27n }],
    [
      "L07",
      { norm_in_note: 1460n, national_per_home: 1460n, national_average: 1790n, raised_per_home: 2024n },
    ],
    [
      "L08",
      {
        per_home: 6459n,
        per_home_without_vat: 5338n,
        average_r1: 5900n,
        average_r2: 5058n,
        average_r3: 4900n,
        average_r4: 3750n,
      },
    ],
    ["L09", { homes_in_note: 24_463n, homes_in_round_4: 24_768n, homes_apart: 305n }],
    ["L10", { locations: 14n, areas_without_location: 6n }],
    ["L13", { rounds_before_programme: million(854) }],
    ["L14", { share_of_areas_with_schools: 850n }],
    ["L15", { without_insulation: million(300) }],
    ["L16", { health_theme: million(7.2) }],
    ["L17", { per_year_2022: million(82), per_year_2025: million(143) }],
    ["L18", { note_5: million(35) }],
    ["L20", { areas_without_schools: 3n, school_alliances: 32n }],
    ["L22", { ministries_in_leaflet: 5n, ministries_now: 6n }],
    [
      "L23",
      {
        per_home: 24_000n,
        per_home_t2: 21_538n,
        per_home_t3_gross: 19_444n,
        per_home_t4_net: 21_716n,
        homes_announced: 28_700n,
      },
    ],
    ["L25", { available_and_new: million(1100) }],
  ])("%s: the steps", (code, expected) => {
    expect(figures(check(code).steps)).toMatchObject(expected);
  });

  it.each([
    ["L06", { norm_below_ceiling: million(1.2) }],
    ["L15", { insulation_in_energy_poverty: million(68.5), notes_3_and_5: null }],
    ["L16", { health_in_note_1: million(7.2), notes_1_and_6: null }],
    ["L19", { first_to_second: million(50), second_to_third: million(6), sum_above_third: million(1.2) }],
    ["L24", { bcf_t3: 6_284_059n, bcf_t4: million(4.5) }],
    ["L25", { available_and_not_counted: million(-24), available_and_per_area: million(6) }],
    ["V01", { two_figures: million(1) }],
    ["V02", { two_figures: 450_000n }],
    ["V03", { tranches_above_fund: million(5) }],
  ])("%s: the differences", (code, expected) => {
    expect(figures(check(code).differences)).toMatchObject(expected);
  });

  it("L11, L12: four kinds of recipient and five verbs are added together", () => {
    expect(check("L11").listings[0]?.distinct).toHaveLength(4);
    expect(check("L12").listings[0]?.distinct).toEqual([
      "gereserveerd",
      "stellen",
      "krijgen",
      "investeert",
      "toegekend",
    ]);
    expect(figures(check("L12").readings)).toEqual({
      status_made_available: million(200),
      status_announced: million(838),
      status_awarded: million(38),
    });
  });

  it("L21: the markers as they are read, and never 7", () => {
    expect(check("L21").listings[0]?.distinct).toEqual(["1", "2", "5", "4", "3", "6", "8"]);
  });
});
