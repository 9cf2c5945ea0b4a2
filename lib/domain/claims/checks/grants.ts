import { amountOf, count, difference, product, quotient, sumOf, unitAmountOf, unitsOf } from "../calculation";
import { NOTES, noteCode } from "../claim-codes";
import { reading } from "../reading";
import { totalReadings } from "../readings";
import { type CheckInput, differs, type Findings, listing, step, targetOf, unknownDifference } from "./check";

const HEALTH = "kansrijke-wijk-t1-20-gebieden";

/** L14: the same theme is in note 1 and stands again by itself, without an amount. */
export function schoolTwice(input: CheckInput): Findings {
  const areas = BigInt(input.territory.reduce((sum, { areas: own }) => sum + own.length, 0));
  const present = targetOf(input, "school-en-omgeving-gebieden");
  return {
    claims: [noteCode(1)],
    steps: [step("share_of_areas_with_schools", quotient(count("areas", present), count("areas", areas)))],
    differences: [unknownDifference("school_in_note_1", "overlap")],
  };
}

/** L16: the health ministry pays along two roads. */
export function healthTwice({ claims }: CheckInput): Findings {
  const health = claims.need(HEALTH);
  return {
    claims: [noteCode(1), noteCode(6), health.code],
    steps: [step("health_theme", product(unitsOf(health), unitAmountOf(health)))],
    differences: [
      differs("health_in_note_1", amountOf(health), "overlap"),
      unknownDifference("notes_1_and_6", "overlap"),
    ],
  };
}

/** L17: an amount without a period, beside an amount for each year. */
export function periodMissing({ claims }: CheckInput): Findings {
  const [note, yearly, later] = [
    claims.need(noteCode(8)),
    claims.need("preventie-met-gezag-2022"),
    claims.need("preventie-met-gezag-2025"),
  ];
  const silent = NOTES.map((code) => claims.need(code)).filter(({ period }) => period === null);
  return {
    claims: [note.code, yearly.code, later.code],
    steps: [step("per_year_2022", unitAmountOf(yearly)), step("per_year_2025", unitAmountOf(later))],
    differences: [
      differs("note_8_below_one_year", difference(unitAmountOf(yearly), amountOf(note)), "not_published"),
    ],
    listings: [
      listing(
        "notes_without_period",
        silent.map(({ code }) => ({ claim: code, value: code })),
      ),
    ],
  };
}

/** L19: one amount in three versions, and a sum that does not fit the last. */
export function laterVersions({ claims }: CheckInput): Findings {
  const [first, second, third] = [noteCode(1), "kansrijke-wijk-250", "kansrijke-wijk-256"].map((code) =>
    amountOf(claims.need(code)),
  );
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("a version is missing");
  const withHealth = sumOf([second, amountOf(claims.need(HEALTH))]);
  return {
    claims: [noteCode(1), "kansrijke-wijk-250", "kansrijke-wijk-256", HEALTH],
    readings: [
      reading("version_leaflet", first),
      reading("version_second", second),
      reading("version_third", third),
      reading("second_with_health", withHealth),
    ],
    differences: [
      differs("first_to_second", difference(second, first), "timing"),
      differs("second_to_third", difference(third, second), "timing"),
      differs("sum_above_third", difference(withHealth, third), "unexplained"),
    ],
  };
}

/** L25: what the government said was there already, against the leaflet without note 1. */
export function governmentStatement({ claims, territory }: CheckInput): Findings {
  const [available, fresh] = [
    amountOf(claims.need("rijk-2023-beschikbaar")),
    amountOf(claims.need("rijk-2023-nieuw")),
  ];
  const readings = totalReadings(claims, territory).filter(({ code }) =>
    ["not_counted", "per_municipality", "per_area"].includes(code),
  );
  return {
    claims: ["rijk-2023-beschikbaar", "rijk-2023-nieuw", noteCode(1)],
    readings: readings.map(({ code, withoutNoteOne }) => reading(code, withoutNoteOne)),
    differences: readings.map(({ code, withoutNoteOne }) =>
      differs(`available_and_${code}`, difference(withoutNoteOne, available), "rounding"),
    ),
    steps: [step("available_and_new", sumOf([available, fresh]))],
  };
}
