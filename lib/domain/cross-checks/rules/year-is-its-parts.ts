import { type Cents, cents } from "../../money";
import { carriedWithin } from "../../movements/carry-over";
import type { Award, ProgrammeFacts } from "../facts";
import { NOWHERE } from "../finding";
import { type Judged, judgeEach } from "../judged";

/** What decisions did to one year of a stream: granted anew, brought to or from it within allocations, adjusted, moved between them. */
interface YearParts {
  readonly streamId: string;
  readonly year: number;
  fresh: bigint;
  forward: bigint;
  adjusted: bigint;
  other: bigint;
  /** What the ledger has; null for nothing at all. */
  total: Cents | null;
}

const partOf = ({ kind, batch }: Award): "fresh" | "adjusted" | "other" =>
  kind === "allocation" ? "fresh" : batch === null ? "adjusted" : "other";

function partsByYear({ awards, positions }: ProgrammeFacts): YearParts[] {
  const found = new Map<string, YearParts>();
  const of = (streamId: string, year: number): YearParts => {
    const key = `${streamId}/${year}`;
    const known = found.get(key) ?? {
      streamId,
      year,
      fresh: 0n,
      forward: 0n,
      adjusted: 0n,
      other: 0n,
      total: null,
    };
    found.set(key, known);
    return known;
  };
  /** What moved between years within an allocation is not granted or adjusted. */
  const forward = (award: Award, year: number, moved: bigint) => {
    const own = of(award.streamId, year);
    own.forward += moved;
    own[partOf(award)] -= moved;
  };
  for (const award of awards) {
    for (const { year, amount } of award.years) of(award.streamId, year)[partOf(award)] += amount;
    for (const { fromYear, toYear, amount } of carriedWithin(award.years)) {
      forward(award, fromYear, -amount);
      forward(award, toYear, amount);
    }
  }
  for (const { kind, streamId, year, amount } of positions)
    if (kind === "allocated" && year !== null) {
      const own = of(streamId, year);
      own.total = cents((own.total ?? 0n) + amount);
    }
  return [...found.values()];
}

/**
 * X6: what the ledger has allocated of a stream in a year is what decisions granted anew, brought forward, adjusted and moved
 * otherwise. A stream can be right as a whole and wrong in two years.
 */
export function yearIsItsParts(facts: ProgrammeFacts): Judged {
  return judgeEach(partsByYear(facts), "no_decisions", ({ streamId, year, total, ...parts }) => {
    const { fresh, forward, adjusted, other } = parts;
    const decided = cents(fresh + forward + adjusted + other);
    if ((total ?? 0n) === decided) return "passed";
    const stream = facts.names.streams.get(streamId);
    return {
      thing: `${stream?.code}~${year}`,
      problem: "differs",
      about: { name: `${stream?.name ?? ""}, ${year}`, at: { kind: "stream", id: stream?.code ?? "" } },
      place: { ...NOWHERE, streamId, year },
      unit: "cents",
      source: { value: total, origin: "ledger_by_year", at: { kind: "tree", id: stream?.code ?? "" } },
      target: { value: decided, origin: "decision_years", at: { kind: "stream", id: stream?.code ?? "" } },
      facts: {
        year: String(year),
        fresh: { cents: cents(fresh) },
        forward: { cents: cents(forward) },
        adjusted: { cents: cents(adjusted) },
        other: { cents: cents(other) },
      },
    };
  });
}
