import { type Cents, cents, sum } from "../money";
import {
  judge,
  type Tolerance,
  type ToleranceOutcome,
  type ToleranceReading,
  toleranceRoom,
} from "../sisa/tolerance";

/** Spend of a scheme in the year, as it was booked. */
export interface TrackedSpend {
  readonly streamId: string;
  readonly code: string;
  readonly name: string;
  readonly spent: Cents;
}

/** A finding that counts, in the version that was issued. */
export interface TrackedFinding {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly streamId: string;
  readonly nature: "error" | "uncertainty";
  readonly amount: Cents;
  readonly entries: readonly bigint[];
}

export interface TrackedScheme extends TrackedSpend {
  readonly errors: Cents;
  readonly uncertainties: Cents;
  readonly findings: readonly TrackedFinding[];
  /** What the norm leaves room for; null while no norm is recorded for the year. */
  readonly room: { readonly errors: Cents; readonly uncertainties: Cents; readonly together: Cents } | null;
  readonly outcome: ToleranceOutcome | null;
  /** Entries that more than one of its findings is about: their amounts may be counted twice. */
  readonly shared: readonly bigint[];
}

/** The norm as its source has it, or read in one of the two ways. */
export const readAs = (tolerance: Tolerance, reading: ToleranceReading | null): Tolerance =>
  reading === null ? tolerance : { ...tolerance, reading };

/** Errors and uncertainties of every scheme against the norm of the year. A scheme with findings and no spend is there too. */
export function trackTolerance(
  schemes: readonly TrackedSpend[],
  findings: readonly TrackedFinding[],
  tolerance: Tolerance | null,
): TrackedScheme[] {
  return schemes.flatMap((scheme) => {
    const mine = findings.filter(({ streamId }) => streamId === scheme.streamId);
    if (scheme.spent === 0n && mine.length === 0) return [];
    const of = (nature: TrackedFinding["nature"]) =>
      sum(mine.filter((one) => one.nature === nature).map(({ amount }) => amount));
    const [errors, uncertainties] = [of("error"), of("uncertainty")];
    const facts = { base: scheme.spent, errors, uncertainties };
    const room = (share: number) => toleranceRoom(share, scheme.spent);
    return [
      {
        ...scheme,
        errors,
        uncertainties,
        findings: mine,
        room:
          tolerance === null
            ? null
            : {
                errors: room(tolerance.errors),
                uncertainties: room(tolerance.uncertainties),
                together: room(Math.max(tolerance.errors, tolerance.uncertainties)),
              },
        outcome: tolerance === null ? null : judge(tolerance, facts),
        shared: sharedEntries(mine),
      },
    ];
  });
}

function sharedEntries(findings: readonly TrackedFinding[]): bigint[] {
  const seen = new Map<bigint, number>();
  for (const seq of findings.flatMap(({ entries }) => [...new Set(entries)]))
    seen.set(seq, (seen.get(seq) ?? 0) + 1);
  return [...seen].flatMap(([seq, times]) => (times > 1 ? [seq] : [])).sort((a, b) => (a < b ? -1 : 1));
}

/** Every amount of a year together, for under the table. */
export const trackedTotals = (rows: readonly TrackedScheme[]) => ({
  spent: cents(rows.reduce((all, { spent }) => all + spent, 0n)),
  errors: sum(rows.map(({ errors }) => errors)),
  uncertainties: sum(rows.map(({ uncertainties }) => uncertainties)),
});
