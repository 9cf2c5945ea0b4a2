import { type Cents, cents } from "@/lib/domain/money";
import type { EarlierPeriod, ReportResult } from "@/lib/domain/reports/finding";
import type { KnownDecision, KnownFacts } from "@/lib/domain/reports/known";
import { isFinal } from "@/lib/domain/reports/period";
import { type ReportLine, yearsLeft } from "@/lib/domain/reports/report-line";
import type { PastReport } from "@/lib/domain/rules/replay";
import { isoDate } from "../dates";
import type { Tx } from "../transaction";
import { type PastFacts, type PastLine, type PastWindow, readPastFacts, type Spend } from "./past-facts";

/**
 * Every report of the programme that was handed in, as it was handed in, beside what is allocated today and what was
 * accepted before it: ten questions to the database, however many reports there are.
 */
export async function readPastReports(tx: Tx, programmeId: string): Promise<PastReport[]> {
  const facts = await readPastFacts(tx, programmeId);
  return facts.reports.map((one) => pastReport(one, facts));
}

function pastReport(window: PastWindow, facts: PastFacts): PastReport {
  const owner = `${window.trancheId}/${window.municipalityId}`;
  const endsOn = isoDate(window.endsOn);
  const spends = facts.spends.get(owner) ?? [];
  const before = spends.filter((one) => one.endsOn < endsOn);
  const left = yearsLeft(window, window.lastYear);
  const lines = (facts.lines.get(window.id) ?? []).map((line) =>
    toLine({ ...line, reportId: window.id }, facts, { owner, before, left }),
  );
  const { year, period, periods } = window;
  return {
    id: window.id,
    number: window.number,
    streamName: window.streamName,
    trancheName: window.trancheName,
    municipalityName: window.municipalityName,
    report: {
      period: {
        year,
        period,
        periods,
        startsOn: isoDate(window.startsOn),
        endsOn,
        opensOn: isoDate(window.opensOn),
        dueOn: isoDate(window.dueOn),
        final: isFinal(window, window.lastYear),
      },
      today: isoDate(window.dueOn),
      stage: "submit",
      openQuestions: 0,
      earlier: earlierOf(window, facts, owner),
      lines,
      results: resultsOf(facts, window.id),
      known: knownOf(window, facts, owner, before),
    },
  };
}

interface About {
  readonly owner: string;
  readonly before: readonly Spend[];
  /** The years over which the forecast of this report was to be divided. */
  readonly left: readonly number[];
}

function toLine(line: PastLine, facts: PastFacts, { owner, before, left }: About): ReportLine {
  const at = `${line.reportId}/${line.place}`;
  const said = new Map((facts.years.get(at) ?? []).map(({ year, amount }) => [year, amount]));
  const mine = before.filter(({ place }) => place === line.place);
  const last = mine.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1)).at(-1);
  const total = (spends: readonly Spend[]) => cents(spends.reduce((all, { amount }) => all + amount, 0n));
  const orNull = (value: bigint | null): Cents | null => (value === null ? null : cents(value));
  return {
    key: line.key,
    areaId: line.areaId,
    themeId: line.themeId,
    allocated: facts.allocatedUpTo(owner, line.place, null),
    previous: total(mine),
    spent: orNull(line.spent),
    correction: orNull(line.correction),
    correctionNote: line.note,
    forecast: orNull(line.forecast),
    explanation: line.explanation,
    corrects: null,
    correctsSeq: null,
    earlierSpends: [],
    own: orNull(line.own),
    years: left.map((year) => ({ year, amount: orNull(said.get(year) ?? null) })),
    projects: (facts.projects.get(at) ?? []).map((one) => ({ ...one, spent: orNull(one.spent) })),
    exempt: facts.exempt.get(`${line.reportId}/${line.areaId}`) ?? null,
    correctable: total(mine.filter(({ year }) => year === last?.year)),
  };
}

const earlierOf = (window: PastWindow, facts: PastFacts, owner: string): EarlierPeriod[] =>
  (facts.windows.get(owner) ?? [])
    .filter(({ endsOn }) => endsOn < isoDate(window.endsOn))
    .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1));

const resultsOf = (facts: PastFacts, reportId: string): readonly ReportResult[] =>
  facts.results.get(reportId) ?? [];

function knownOf(window: PastWindow, facts: PastFacts, owner: string, before: readonly Spend[]): KnownFacts {
  const decisions: readonly KnownDecision[] = facts.decisions.get(owner) ?? [];
  const named = new Map(decisions.map((one) => [one.place, one]));
  const places = [...new Set(before.map(({ place }) => place))];
  const later = (facts.spends.get(owner) ?? []).find((one) => one.endsOn > isoDate(window.endsOn));
  return {
    decisions,
    spentBefore: places.flatMap((place) => {
      const one = named.get(place);
      if (one === undefined) return [];
      const { areaName, themeNameNl, themeNameEn } = one;
      const spent = before
        .filter((each) => each.place === place)
        .reduce((all, { amount }) => all + amount, 0n);
      return [
        {
          place,
          areaName,
          themeNameNl,
          themeNameEn,
          spent: cents(spent),
          settled: facts.settled.has(`${owner}/${place}`),
        },
      ];
    }),
    allocatedToDate: new Map(
      decisions.map(({ place }) => [place, facts.allocatedUpTo(owner, place, window.year)]),
    ),
    eligible: { from: day(window.eligibleFrom), to: day(window.eligibleTo) },
    later:
      later === undefined ? null : { year: later.windowYear, period: later.period, periods: later.periods },
    sameAsReturned: false,
  };
}

const day = (date: Date | null) => (date === null ? null : isoDate(date));
