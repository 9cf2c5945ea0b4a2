import { type Cents, cents, sum } from "../money";
import type { SisaIndicator, SisaRow, SisaStream } from "./sisa-year";
import type { Tolerance } from "./tolerance";

/** A row as it is delivered: nothing in it can be absent. */
export interface DeliveredRow {
  readonly key: string;
  readonly stream: string;
  readonly decisions: readonly { readonly number: string; readonly on: string }[];
  readonly allocations: readonly string[];
  readonly awarded: Cents;
  readonly before: Cents;
  readonly spent: Cents;
  readonly correction: Cents;
  readonly cumulative: Cents;
  readonly final: boolean;
  readonly errors: Cents;
  readonly uncertainties: Cents;
  readonly note: string | null;
  readonly accepted: number;
  readonly needed: number;
}

export interface DeliveredScheme {
  readonly stream: string;
  readonly name: string;
  /** Null: to be filled in from the guide of the year. */
  readonly code: string | null;
  readonly source: string | null;
  readonly indicators: readonly SisaIndicator[];
}

/** Exactly what is delivered. It is kept as text, so what is in it never changes with the application. */
export interface SisaContent {
  readonly format: 1;
  readonly programme: { readonly code: string; readonly name: string; readonly practice: boolean };
  readonly municipality: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly deadline: string;
  readonly adoptedOn: string;
  readonly tolerance: Tolerance | null;
  readonly schemes: readonly DeliveredScheme[];
  readonly rows: readonly DeliveredRow[];
}

/** Null while a figure or an answer is missing; the findings say which. */
export function deliveredRow(row: SisaRow): DeliveredRow | null {
  const { measures, answer } = row;
  const { final, errors, uncertainties, note } = answer;
  if (measures === null || final === null || errors === null || uncertainties === null) return null;
  return {
    key: row.key,
    stream: row.stream.code,
    decisions: row.decisions,
    allocations: row.allocations.map(({ number }) => number),
    awarded: row.awarded,
    ...measures,
    final,
    errors,
    uncertainties,
    note,
    accepted: row.accepted,
    needed: row.needed,
  };
}

/** The schemes of the rows, in the order of the programme's streams. */
export function deliveredSchemes(
  rows: readonly SisaRow[],
  streams: readonly SisaStream[],
): DeliveredScheme[] {
  return streams.flatMap((stream): DeliveredScheme[] => {
    const row = rows.find((one) => one.stream.id === stream.id);
    if (row === undefined) return [];
    const { scheme } = row;
    return [
      {
        stream: stream.code,
        name: stream.name,
        code: scheme?.code ?? null,
        source: scheme?.source ?? null,
        indicators: scheme?.indicators ?? [],
      },
    ];
  });
}

export const totalOf = (
  rows: readonly DeliveredRow[],
  measure: "spent" | "correction" | "cumulative" | "before",
): Cents => sum(rows.map((row) => row[measure]));

const MONEY = new Set(["awarded", "before", "spent", "correction", "cumulative", "errors", "uncertainties"]);

/** Reads what was frozen: amounts are decimal text there, and whole cents here. */
export function readContent(text: string): SisaContent {
  return JSON.parse(text, (name, value: unknown) =>
    MONEY.has(name) && typeof value === "string" ? cents(BigInt(value)) : value,
  ) as SisaContent;
}
