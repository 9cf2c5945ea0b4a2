import type { Cents } from "../money";
import type { Calculation } from "./calculation";
import { exactCents } from "./value";

/** Why a reading has no exact amount of money. */
export type Absence = "not_published" | "not_whole_cents" | "not_money";

/** One way to read what the sources say. None is preferred; a person decides, and says why. */
export type Reading = {
  readonly code: string;
  /** Key of the words for it, the same in every check. */
  readonly labelKey: string;
  readonly calculation: Calculation | null;
  readonly amount: Cents | null;
  readonly reason: Absence | null;
  /** Whether it rounds to the published headline; null where there is no such question. */
  readonly rounds: boolean | null;
};

export function reading(
  code: string,
  calculation: Calculation | null,
  rounds: boolean | null = null,
): Reading {
  const amount = calculation === null ? null : exactCents(calculation.value);
  return {
    code,
    labelKey: `reading.${code}`,
    calculation,
    amount,
    reason: reasonOf(calculation, amount),
    rounds,
  };
}

function reasonOf(calculation: Calculation | null, amount: Cents | null): Absence | null {
  if (amount !== null) return null;
  if (calculation === null) return "not_published";
  return calculation.value.unit === "money" ? "not_whole_cents" : "not_money";
}
