import type { Finding, ReportRule } from "../finding";
import { type KnownDecision, placeOf } from "../known";

/** Decisions of before the end of a period, and those of them that nothing was reported about. */
export function notReported<T extends Pick<KnownDecision, "place" | "decidedOn">>(
  decisions: readonly T[],
  endsOn: string,
  reported: ReadonlySet<string>,
): { readonly due: readonly T[]; readonly missing: readonly T[] } {
  const due = decisions.filter(({ decidedOn }) => decidedOn <= endsOn);
  return { due, missing: due.filter(({ place }) => !reported.has(place)) };
}

/** X10: every decision of before the period's end is reported, and what is reported rests on such a decision. */
export const decisionsAreReported: ReportRule = ({ lines, period, known }) => {
  if (known === undefined) return [];
  const { due, missing } = notReported(known.decisions, period.endsOn, new Set(lines.map(placeOf)));
  const asked = missing.map(
    ({ number, areaName: area, themeNameNl: themeNl, themeNameEn: themeEn }): Finding => ({
      code: "X10",
      problem: "notReported",
      severity: "question",
      facts: { number, area, themeNl, themeEn },
    }),
  );
  const dueAt = new Set(due.map(({ place }) => place));
  const early = lines.flatMap((line): Finding[] => {
    const later = known.decisions.find(({ place }) => place === placeOf(line));
    if (later === undefined || dueAt.has(placeOf(line)) || (line.spent ?? 0n) === 0n) return [];
    const facts = { number: later.number, decided: { date: later.decidedOn } };
    return [{ code: "X10", problem: "decidedLater", severity: "question", line: line.key, facts }];
  });
  return [...joined(asked), ...early];
};

/** One question about the report as a whole, however many decisions are missing: it has one answer. */
function joined(missing: readonly Finding[]): Finding[] {
  const [first, ...rest] = missing;
  if (first === undefined) return [];
  return [{ ...first, facts: { ...first.facts, more: String(rest.length) } }];
}
