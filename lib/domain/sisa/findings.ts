import { cents } from "../money";
import type { BlockingReason } from "../refusal";
import type { SisaRuleCode } from "../rules/sisa-rules";
import type { SisaContent } from "./content";
import type { RecordedAnswer } from "./plausibility";
import {
  movesWithoutDecision,
  olderCorrections,
  type SisaFacts,
  type SisaRow,
  sisaDeadline,
  sisaRows,
} from "./sisa-year";
import { judge } from "./tolerance";

/** A question stands in the way until the row has an explanation, a block until it is lifted, what informs never. */
export interface SisaFinding extends BlockingReason {
  readonly rule: SisaRuleCode;
  readonly severity: "block" | "question" | "inform";
  readonly row?: string;
  /** About what the municipality answers: for nobody else. */
  readonly own?: true;
  readonly answered?: boolean;
}

/** What was delivered before: about this year, and about the year before it. */
export interface DeliveredBefore {
  readonly thisYear: SisaContent | null;
  /** What the CBS said of it, and of which version. */
  readonly cbs?: { readonly version: number; readonly said: RecordedAnswer } | null;
  readonly lastYear: SisaContent | null;
}

interface Said {
  readonly row?: SisaRow;
  readonly facts?: Readonly<Record<string, string>>;
  readonly field?: string;
  readonly own?: true;
}

function say(
  rule: SisaRuleCode,
  problem: string,
  severity: SisaFinding["severity"],
  { row, facts = {}, field, own }: Said = {},
): SisaFinding {
  return {
    rule,
    severity,
    code: `sisa.rules.${rule}.${problem}`,
    ...(field === undefined ? {} : { field }),
    ...(own === undefined ? {} : { own }),
    ...(row === undefined ? {} : { row: row.key }),
    ...(severity === "question" && row !== undefined
      ? { answered: (row.answer.note ?? "").trim() !== "" }
      : {}),
    facts: { ...(row === undefined ? {} : { decision: decisionsOf(row) }), ...facts },
  };
}

export const decisionsOf = ({ decisions }: Pick<SisaRow, "decisions">): string =>
  decisions.map(({ number }) => number).join(", ");

/** Everything that a plausibility check has to say: about the whole first, then row by row. */
export function sisaFindings(facts: SisaFacts, before: DeliveredBefore): SisaFinding[] {
  const rows = sisaRows(facts);
  return [
    ...aboutDelivery(facts, before, rows),
    ...aboutCodes(rows),
    ...rows.flatMap((row, index) => [
      ...aboutFigures(row, facts, before),
      ...aboutFinal(row, facts, before, index),
      ...aboutTolerance(row, facts, index),
    ]),
  ];
}

export const standsInTheWay = ({ severity, answered }: SisaFinding): boolean =>
  severity === "block" || (severity === "question" && answered !== true);

function aboutDelivery(facts: SisaFacts, { thisYear, cbs }: DeliveredBefore, rows: readonly SisaRow[]) {
  const { year, today, adoptedOn } = facts;
  const dueOn = sisaDeadline(year);
  const found: SisaFinding[] = [];
  if (today <= `${year}-12-31`)
    found.push(say("A1", "notOver", "block", { facts: { year: String(year), endOn: `${year}-12-31` } }));
  const field = "adoptedOn";
  if (adoptedOn === null) found.push(say("A1", "notAdopted", "block", { field, own: true }));
  else if (adoptedOn <= `${year}-12-31` || adoptedOn > today)
    found.push(
      say("A1", "adoptedWrong", "block", { field, own: true, facts: { adoptedOn, year: String(year) } }),
    );
  if (thisYear === null && today > dueOn) found.push(say("A1", "late", "inform", { facts: { dueOn } }));
  if (thisYear !== null && today > dueOn) found.push(say("A4", "afterDate", "inform", { facts: { dueOn } }));
  if (cbs?.said.answer === "not_plausible") {
    const { answeredOn, reason } = cbs.said;
    const about = { version: String(cbs.version), answeredOn, reason: reason ?? "" };
    found.push(say("A3", "notPlausible", "inform", { facts: about }));
  }
  const lost = movesWithoutDecision(facts);
  if (lost.length > 0) {
    const amount = lost.reduce((all, one) => all + one.amount, 0n);
    found.push(say("A5", "noDecision", "block", { facts: { amountCents: String(amount) } }));
  }
  if (rows.length === 0) found.push(say("A5", "nothing", "block", { facts: { year: String(year) } }));
  return found;
}

function aboutCodes(rows: readonly SisaRow[]): SisaFinding[] {
  const missing = new Set(rows.filter(({ scheme }) => scheme?.code == null).map(({ stream }) => stream.name));
  return [...missing].map((stream) => say("A2", "codeMissing", "inform", { facts: { stream } }));
}

function aboutFigures(
  row: SisaRow,
  { year, itemFrom }: SisaFacts,
  { lastYear }: DeliveredBefore,
): SisaFinding[] {
  const { measures, open, needed, accepted } = row;
  const found: SisaFinding[] = [];
  if (row.decisions.length > 1) found.push(say("A5", "together", "inform", { row }));
  // What is not known cannot be implausible as well.
  if (measures === null)
    return [...found, say("A3", "notReported", "block", { row, facts: { year: String(year) } })];
  if (open.length > 0) {
    const periods = { open: open.join(", "), accepted: String(accepted), needed: String(needed) };
    found.push(say("A3", "incomplete", "question", { row, facts: periods }));
  }
  const { spent, cumulative, before } = measures;
  const amounts = { cumulativeCents: String(cumulative), awardedCents: String(row.awarded) };
  if (cumulative < 0n || spent < 0n)
    found.push(say("A3", "negative", "block", { row, facts: { ...amounts, spentCents: String(spent) } }));
  else if (cumulative > row.awarded) found.push(say("A3", "aboveAward", "question", { row, facts: amounts }));
  for (const { about, amount } of olderCorrections(row, year))
    found.push(
      say("A3", "olderCorrection", "question", {
        row,
        facts: { about: String(about), amountCents: String(amount) },
      }),
    );
  if (itemFrom !== null && spent >= itemFrom)
    found.push(say("A6", "item", "inform", { row, facts: { spentCents: String(spent) } }));
  const delivered = lastYear?.rows.find(({ key }) => key === row.key);
  if (delivered !== undefined && delivered.cumulative !== before)
    found.push(
      say("S8", "previous", "question", {
        row,
        facts: {
          year: String(year - 1),
          deliveredCents: String(delivered.cumulative),
          beforeCents: String(before),
          differenceCents: String(before - delivered.cumulative),
        },
      }),
    );
  return found;
}

function aboutFinal(
  row: SisaRow,
  { year }: SisaFacts,
  { lastYear }: DeliveredBefore,
  index: number,
): SisaFinding[] {
  const { final } = row.answer;
  const said = { row, field: `final.${index}`, own: true } as const;
  const closed = lastYear?.rows.find(({ key, final: ended }) => key === row.key && ended);
  const reopened =
    closed === undefined
      ? []
      : [say("S9", "reopened", "question", { row, facts: { year: String(year - 1) } })];
  if (final === null) return [...reopened, say("S9", "unanswered", "block", said)];
  if (!final) return reopened;
  const later = row.moves.filter((move) => move.reportedIn > year);
  const found = [...reopened];
  if (row.open.length > 0)
    found.push(say("S9", "open", "block", { ...said, facts: { open: row.open.join(", ") } }));
  if (later.length > 0) {
    const amount = cents(later.reduce((all, one) => all + one.amount, 0n));
    const first = Math.min(...later.map(({ reportedIn }) => reportedIn));
    found.push(
      say("S9", "later", "block", {
        ...said,
        facts: { first: String(first), amountCents: String(amount) },
      }),
    );
  }
  return found;
}

function aboutTolerance(row: SisaRow, { tolerance, year }: SisaFacts, index: number): SisaFinding[] {
  const { errors, uncertainties } = row.answer;
  const own = true as const;
  const found: SisaFinding[] = [];
  for (const name of ["errors", "uncertainties"] as const)
    if (row.answer[name] === null)
      found.push(say("A7", `${name}Missing`, "block", { row, field: `${name}.${index}`, own }));
  if (errors === null || uncertainties === null || row.measures === null) return found;
  if (tolerance === null)
    return [...found, say("A7", "noTolerance", "inform", { row, own, facts: { year: String(year) } })];
  const outcome = judge(tolerance, { base: row.measures.spent, errors, uncertainties });
  if (outcome === "within") return found;
  const facts = {
    errorsCents: String(errors),
    uncertaintiesCents: String(uncertainties),
    spentCents: String(row.measures.spent),
  };
  const problem = outcome === "unclear" ? "unclear" : "over";
  return [...found, say("A7", problem, "question", { row, field: `note.${index}`, own, facts })];
}
