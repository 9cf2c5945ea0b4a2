import { amountOf, difference, product, quotient, unitAmountOf, unitsOf } from "../calculation";
import { noteCode } from "../claim-codes";
import { reading } from "../reading";
import { type CheckInput, differs, type Findings, step, unknownDifference } from "./check";

const NATIONAL = "lokale-aanpak-isolatie-t1";

/** L06: the note's own rule does not give the note's own amount. */
export function normAndCeiling({ claims }: CheckInput): Findings {
  const note = claims.need(noteCode(3));
  const [published, norm] = [amountOf(note), product(unitsOf(note), unitAmountOf(note))];
  const gap = difference(published, norm);
  return {
    claims: [note.code],
    readings: [reading("published_amount", published), reading("homes_times_norm", norm)],
    differences: [differs("norm_below_ceiling", gap, "norm_versus_ceiling")],
    steps: [
      step("amount_per_home", quotient(published, unitsOf(note))),
      step("homes_for_amount", quotient(published, unitAmountOf(note), "count")),
      step("gap_share", quotient(gap, published)),
    ],
  };
}

/** L07: the price per home is the national norm, so "extra" is not shown. */
export function nationalNorm({ claims }: CheckInput): Findings {
  const [note, national] = [claims.need(noteCode(3)), claims.need(NATIONAL)];
  const perHome = quotient(amountOf(national), unitsOf(national));
  const [average, raised] = [claims.need(`${NATIONAL}-gemiddeld`), claims.need(`${NATIONAL}-verhoogd`)];
  return {
    claims: [note.code, national.code],
    steps: [
      step("norm_in_note", unitAmountOf(note)),
      step("national_per_home", perHome),
      step("national_average", unitAmountOf(average)),
      step("raised_per_home", quotient(amountOf(raised), unitsOf(national))),
    ],
    differences: [differs("norm_and_national", difference(perHome, unitAmountOf(note)), "rounding")],
  };
}

/** L15: insulation money was part of the energy poverty money. */
export function insulationInEnergyPoverty({ claims }: CheckInput): Findings {
  const [whole, part] = [
    claims.need("energiearmoede-2021-2022"),
    claims.need("energiearmoede-2021-2022-nip"),
  ];
  return {
    claims: [noteCode(3), noteCode(5), whole.code, part.code],
    steps: [step("without_insulation", difference(amountOf(whole), amountOf(part)))],
    differences: [
      differs("insulation_in_energy_poverty", amountOf(part), "overlap"),
      unknownDifference("notes_3_and_5", "overlap"),
    ],
  };
}

/** L18: the energy fixers are paid from the amount, not beside it; how much they take was not published. */
export function fixersInside({ claims }: CheckInput): Findings {
  const note = claims.need(noteCode(5));
  return {
    claims: [note.code],
    steps: [step("note_5", amountOf(note))],
    differences: [unknownDifference("fixers_in_note_5", "overlap")],
  };
}
