import { amountOf, count, difference, product, sumOf, unitAmountOf } from "../calculation";
import { INTRO, NOTE_7_G4, NOTES, noteCode } from "../claim-codes";
import { reading } from "../reading";
import { fixedNotes, noteSeven, totalReadings } from "../readings";
import { type CheckInput, differs, type Findings, listing, step, unknownDifference } from "./check";
import { markersIn } from "./leaflet-markers";

/** L01: the notes add up to the headline in more than one way. */
export function headlineVersusNotes({ claims, territory }: CheckInput): Findings {
  const readings = totalReadings(claims, territory);
  const headline = amountOf(claims.need(INTRO));
  return {
    claims: [INTRO, ...NOTES],
    readings,
    differences: readings.flatMap(({ code, calculation, rounds }) =>
      calculation === null
        ? []
        : [differs(code, difference(headline, calculation), rounds ? "rounding" : "source_conflict")],
    ),
    steps: [
      step("fixed_notes", fixedNotes(claims)),
      ...readings.map(({ code, withoutNoteOne }) => step(`without_note_1_${code}`, withoutNoteOne)),
    ],
  };
}

/** L02: note 7 has an amount, but no marker in the text, no scheme, no ministry and no period. */
export function noteSevenWithoutOwner({ claims, territory, leafletText }: CheckInput): Findings {
  const { perMunicipality, perArea } = noteSeven(claims, territory);
  const totals = totalReadings(claims, territory).filter(({ code }) => code.startsWith("per_year"));
  const marked = markersIn(leafletText ?? "");
  const unmarked = NOTES.filter((_, index) => !marked.includes(index + 1)).map((claim) => ({
    claim,
    value: claim,
  }));
  return {
    claims: [noteCode(7), INTRO],
    readings: [
      reading("note_7_per_municipality", perMunicipality),
      reading("note_7_per_area", perArea),
      ...totals,
    ],
    steps: totals.flatMap(({ code, noteSeven: yearly }) =>
      yearly === null ? [] : [step(`note_7_${code}`, yearly)],
    ),
    listings: leafletText === null ? [] : [listing("notes_without_marker", unmarked)],
  };
}

/** L03: five areas in four municipalities. Who has more than one area makes the whole difference. */
export function noteSevenGrain({ claims, territory }: CheckInput): Findings {
  const { perMunicipality, perArea } = noteSeven(claims, territory);
  const several = territory.filter(({ areas }) => areas.length > 1);
  const extra = BigInt(several.reduce((sum, { areas, isG4 }) => sum + (isG4 ? areas.length - 1 : 0), 0));
  return {
    claims: [noteCode(7)],
    readings: [reading("note_7_per_municipality", perMunicipality), reading("note_7_per_area", perArea)],
    differences: [differs("area_or_municipality", difference(perArea, perMunicipality), "source_conflict")],
    steps: [step("extra_g4_areas", product(count("g4_areas", extra), unitAmountOf(claims.need(NOTE_7_G4))))],
    listings: [
      listing(
        "municipalities_with_more_areas",
        several.map(({ code }) => ({ claim: null, value: code })),
      ),
    ],
  };
}

/** L04: note 7 may be the amount of note 6, a part of note 8, or neither. Only one of them may count. */
export function noteSevenElsewhere({ claims, territory }: CheckInput): Findings {
  const { perMunicipality, perArea } = noteSeven(claims, territory);
  const fixed = fixedNotes(claims);
  return {
    claims: [noteCode(6), noteCode(7), noteCode(8)],
    readings: [
      reading("amount_of_note_6_municipality", sumOf([fixed, perMunicipality])),
      reading("amount_of_note_6_area", sumOf([fixed, perArea])),
      reading("inside_note_8", fixed),
      reading("separate_municipality", sumOf([fixed, perMunicipality])),
      reading("separate_area", sumOf([fixed, perArea])),
    ],
    differences: [
      unknownDifference("notes_6_and_7", "overlap"),
      unknownDifference("notes_7_and_8", "overlap"),
    ],
    steps: [step("note_8", amountOf(claims.need(noteCode(8))))],
  };
}
