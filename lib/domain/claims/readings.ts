import type { Cents } from "../money";
import { amountOf, type Calculation, count, difference, product, sumOf, unitAmountOf } from "./calculation";
import { INTRO, NOTE_7_G4, NOTE_7_OTHER, NOTES, noteCode } from "./claim-codes";
import type { ClaimSet } from "./claim-set";
import { type Reading, reading } from "./reading";
import { inBand } from "./rounding";
import { countTerritory, type Territory } from "./territory";
import { exactCents } from "./value";

/** What note 7 can mean for the total. A decision names one of these codes. */
export type NoteSevenReading =
  | "not_counted"
  | "per_municipality"
  | "per_area"
  | "per_year_municipality"
  | "per_year_area"
  | "inside_note_8";

export type TotalReading = Reading & {
  readonly code: NoteSevenReading;
  /** What note 7 adds; null when it adds nothing of its own. */
  readonly noteSeven: Calculation | null;
  readonly withoutNoteOne: Calculation;
  readonly rounds: boolean;
};

/** First and last year of a period such as "2023-2026"; null when it does not name two years. */
export function yearsOf(period: string | null): { first: number; last: number } | null {
  const [, first, last] = /^(\d{4})-(\d{4})$/.exec(period ?? "") ?? [];
  return first === undefined || last === undefined ? null : { first: Number(first), last: Number(last) };
}

/** Note 7 for each municipality and for each area: the sentence fits both. */
export function noteSeven(
  claims: ClaimSet,
  territory: Territory,
): { perMunicipality: Calculation; perArea: Calculation } {
  const counts = countTerritory(territory);
  const [g4, other] = [unitAmountOf(claims.need(NOTE_7_G4)), unitAmountOf(claims.need(NOTE_7_OTHER))];
  return {
    perMunicipality: sumOf([
      product(count("g4_municipalities", counts.g4Municipalities), g4),
      product(count("other_municipalities", counts.otherMunicipalities), other),
    ]),
    perArea: sumOf([
      product(count("g4_areas", counts.g4Areas), g4),
      product(count("other_areas", counts.otherAreas), other),
    ]),
  };
}

/** The notes that state an amount of their own. */
export function fixedNotes(claims: ClaimSet): Calculation {
  return sumOf(
    NOTES.map((code) => claims.need(code))
      .filter(({ amount }) => amount !== null)
      .map(amountOf),
  );
}

/** The total of the leaflet under every reading of note 7, each tested against the headline's rounding band. */
export function totalReadings(claims: ClaimSet, territory: Territory): TotalReading[] {
  const { band } = claims.need(INTRO);
  if (band === null) throw new Error("the headline has no rounding band");
  const fixed = fixedNotes(claims);
  const noteOne = amountOf(claims.need(noteCode(1)));
  const { perMunicipality, perArea } = noteSeven(claims, territory);
  // Note 7 names no period; the only period of years among the notes is that of note 6.
  const period = yearsOf(claims.need(noteCode(6)).period);
  const yearly = (once: Calculation) =>
    period === null ? null : product(once, count("years", BigInt(period.last - period.first + 1)));

  const total = (code: NoteSevenReading, added: Calculation | null): TotalReading => {
    const calculation = added === null ? fixed : sumOf([fixed, added]);
    const amount = exactCents(calculation.value) as Cents;
    return {
      ...reading(code, calculation),
      code,
      noteSeven: added,
      withoutNoteOne: difference(calculation, noteOne),
      rounds: inBand(amount, band),
    };
  };
  const inYears = (code: NoteSevenReading, once: Calculation) => {
    const added = yearly(once);
    return added === null ? [] : [total(code, added)];
  };
  return [
    total("not_counted", null),
    total("per_municipality", perMunicipality),
    total("per_area", perArea),
    ...inYears("per_year_municipality", perMunicipality),
    ...inYears("per_year_area", perArea),
    total("inside_note_8", null),
  ];
}
