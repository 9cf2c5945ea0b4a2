import { type Cents, cents } from "../../money";
import type { AcceptedReport, ProgrammeFacts, ReportPosting, Spot } from "../facts";
import type { Reference } from "../finding";
import { type Judged, judgeEach } from "../judged";
import { placeOfSpot, spotNames } from "../spots";

type Kind = ReportPosting["kind"];

interface Pair {
  readonly spot: Spot;
  readonly kind: Kind;
  readonly report: AcceptedReport | null;
  said: Cents | null;
  posted: Cents | null;
  seq: bigint | null;
}

const keyOf = (reportId: string | null, { areaId, themeId }: Pick<Spot, "areaId" | "themeId">, kind: Kind) =>
  `${reportId}/${areaId}/${themeId}/${kind}`;

/** Every line of an accepted report beside the entries that name the report, in both directions. */
function pairs({ reports, postings }: ProgrammeFacts): Pair[] {
  const found = new Map<string, Pair>();
  const known = new Map(reports.map((report) => [report.id, report]));
  for (const report of reports)
    for (const line of report.lines) {
      const spot = { ...report, areaId: line.areaId, themeId: line.themeId };
      // Nothing and zero are posted alike: there is no entry of nothing.
      for (const [kind, said] of [
        ["spent", line.spent],
        ["spend_corrected", line.correction],
      ] as const)
        if ((said ?? 0n) !== 0n)
          found.set(keyOf(report.id, line, kind), { spot, kind, report, said, posted: null, seq: null });
    }
  for (const { reportId, kind, amount, seq, ...spot } of postings) {
    const key = keyOf(reportId, spot, kind);
    const report = known.get(reportId ?? "") ?? null;
    const pair = found.get(key) ?? { spot, kind, report, said: null, posted: null, seq: null };
    found.set(key, { ...pair, posted: cents((pair.posted ?? 0n) + amount), seq: pair.seq ?? seq });
  }
  return [...found.values()].filter(({ said, posted }) => said !== null || posted !== 0n);
}

/** X19: each line of an accepted report leads to an entry with its amount, and each entry of spend to such a line. */
export function linesAreEntries(facts: ProgrammeFacts): Judged {
  const { names } = facts;
  return judgeEach(pairs(facts), "no_reports", ({ spot, kind, report, said, posted, seq }) => {
    if (said === posted) return "passed";
    const named = spotNames(names, spot);
    const at: Reference | null = report && { kind: "report", id: report.id };
    const entry: Reference | null = seq === null ? null : { kind: "entry", id: String(seq) };
    return {
      thing: [report?.number.toLowerCase() ?? `post-${seq}`, named.thing, kind].join("~"),
      problem: posted === null ? "no_entry" : said === null ? "no_line" : "differs",
      about: { name: named.name, at: at ?? entry },
      place: placeOfSpot(names, spot, report?.year ?? null),
      unit: "cents",
      source: { value: said, origin: "report", at },
      target: { value: posted, origin: "entries", at: entry ?? at },
      facts: { ...named.facts, report: report?.number ?? "", kind },
    };
  });
}
