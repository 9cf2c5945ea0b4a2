import { contentHash } from "@/lib/db/hash";
import { once } from "@/lib/db/idempotency";
import { holdReport, moveReport } from "@/lib/db/reports/move-report";
import { readWholeReport, screenOf } from "@/lib/db/reports/read-whole-report";
import { readReportEvents, writeReportEvent } from "@/lib/db/reports/report-events";
import { lockReport } from "@/lib/db/reports/report-header";
import {
  addMissingLines,
  type LineValues,
  type ResultValues,
  writeLines,
  writeResults,
} from "@/lib/db/reports/write-lines";
import { keepRun } from "@/lib/db/rules/rule-runs";
import { type WrittenExplanation, writeExplanations } from "@/lib/db/rules/write-explanations";
import { inContext, type Tx } from "@/lib/db/transaction";
import { requireWindowOpen } from "@/lib/db/windows/window-open";
import type { Actor, Grant } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import { openPlaces } from "@/lib/domain/reports/remarks";
import type { NamedLine, WholeReport } from "@/lib/domain/reports/report-file";
import { explanationKey, hasOwnField } from "@/lib/domain/reports/rule-engine";
import type { LineInput, ReportInput } from "@/lib/input/report";
import { dateInAmsterdam } from "@/lib/views/dates";
import { conflicts, type FilledIn, staleDifferences } from "./stale-differences";

/** A draft that saves itself is not a line of history every few seconds. */
const QUIET_MINUTES = 10;

export interface Saved {
  /** As text, the way the form carries it. */
  readonly version: string;
  readonly savedAt: Date;
}

type SaveInput = Omit<ReportInput, "submitKey">;

/**
 * Keeps what was filled in. Every change is a new version, so a signature under an earlier one no longer counts.
 * @param before what the fields of `input` held when the page gave them: what others saved elsewhere then stays as it is, and
 *   only what both changed is refused; without it anything that was saved meanwhile is
 * @throws NotFound, Refusal `not_open`, `window_closed`, Refusal `stale` with both versions of every field that differs
 */
export async function saveReport(
  grant: Grant<"report:fill">,
  input: SaveInput,
  before: FilledIn | null = null,
): Promise<Saved> {
  const { actor } = grant;
  const { idempotencyKey: key, intent, ...content } = input;
  const saved = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "report.save", input: content }, () =>
      save(tx, actor, { now: input, before }, intent === "auto"),
    ),
  );
  return { version: saved.version, savedAt: new Date(saved.savedAt) };
}

async function save(
  tx: Tx,
  actor: Actor,
  { now: input, before: held }: { readonly now: SaveInput; readonly before: FilledIn | null },
  quiet: boolean,
) {
  const shown = held === null ? input.version : null;
  const header = await holdReport(tx, { report: input.report, version: shown }, "save").catch(
    async (error: unknown) => {
      throw error instanceof Refusal && error.code === "stale" ? await bothVersions(tx, input, error) : error;
    },
  );
  await requireWindowOpen(tx, { ...header, reportId: header.id });
  const added = await addMissingLines(tx, header);
  const before = await readWholeReport(tx, header, dateInAmsterdam(new Date()), "submit");
  if (held !== null) await refuseConflicts(tx, { now: input, before: held }, before);
  const lines = changedLines(before, input);
  const results = changedResults(before, input);
  const explanations = changedExplanations(before, input);
  if (added + lines.length + results.length + explanations.length === 0) {
    return { version: String(header.version), savedAt: header.updatedAt.toISOString() };
  }
  refuseWhatWasNotReturned(before, lines, results);
  await writeLines(tx, header.id, lines);
  await writeResults(tx, header.id, results);
  await writeExplanations(tx, header, explanations);
  const version = header.version + 1;
  const savedAt = await moveReport(tx, header.id, {
    status: header.status,
    version,
    contentHash: null,
    savedBy: actor.personId,
  });
  if (!quiet || !(await savedJustNow(tx, actor, header.id, savedAt))) {
    const now = await readWholeReport(tx, header, dateInAmsterdam(savedAt), "submit");
    await writeReportEvent(tx, actor, {
      report: header,
      version,
      action: "saved",
      contentHash: now.hash,
      content: screenOf(now),
    });
    await keepRun(tx, actor, now, { version, step: "save" });
  }
  return { version: String(version), savedAt: savedAt.toISOString() };
}

/** @throws Refusal `blocked` naming each line and result that nobody gave back; an empty one may always be filled. */
function refuseWhatWasNotReturned(
  { header, remarks, lines, results }: WholeReport,
  changed: readonly LineValues[],
  told: readonly ResultValues[],
): void {
  const open = openPlaces(header.status, header.round, remarks);
  if (open.all) return;
  const code = "reports.review.notReturned";
  const shut = [
    ...lines
      .filter((line) => line.spent !== null && !open.has(line))
      .filter(({ areaId, themeId }) =>
        changed.some((one) => one.areaId === areaId && one.themeId === themeId),
      )
      .map(({ key, areaName, themeNameNl, themeNameEn }) => ({
        code,
        field: `spent.${key}`,
        facts: { nameNl: `${areaName}, ${themeNameNl}`, nameEn: `${areaName}, ${themeNameEn}` },
      })),
    ...results
      .filter(({ key, value, note }) => (value !== null || note !== null) && !open.hasResult(key))
      .filter(({ indicatorId }) => told.some((one) => one.indicatorId === indicatorId))
      .map(({ key, nameNl, nameEn }) => ({ code, field: `result.${key}`, facts: { nameNl, nameEn } })),
  ];
  if (shut.length > 0) throw new Refusal("blocked", { count: String(shut.length) }, shut);
}

function changedLines({ lines }: WholeReport, input: SaveInput): LineValues[] {
  const typed = new Map(input.lines.map((line) => [line.key, line]));
  return lines.flatMap((line): LineValues[] => {
    const values = valuesOf(line, typed.get(line.key));
    return contentHash(values) === contentHash(valuesOf(line)) ? [] : [values];
  });
}

/** What the line says after this save: what was on the page, and for the rest what was there. */
function valuesOf(line: NamedLine, typed: Omit<LineInput, "key"> = {}): LineValues {
  const or = <T>(value: T | undefined, kept: T): T => (value === undefined ? kept : value);
  const { years: said, projects } = typed;
  return {
    areaId: line.areaId,
    themeId: line.themeId,
    spent: or(typed.spent, line.spent),
    correction: or(typed.correction, line.correction),
    correctionNote: or(typed.note, line.correctionNote),
    forecast: or(typed.forecast, line.forecast),
    explanation: or(typed.explanation, line.explanation),
    own: or(typed.own, line.own),
    correctsSeq: chosen(line, or(typed.corrects, line.correctsSeq)),
    years: line.years.map(({ year, amount }) => ({
      year,
      amount: or(said?.find((one) => one.year === year)?.amount, amount),
    })),
    projects: or(projects, line.projects),
  };
}

/** Only an earlier spend of the same line can be corrected. */
const chosen = ({ earlierSpends }: NamedLine, seq: bigint | null): bigint | null =>
  earlierSpends.some((one) => one.seq === seq) ? seq : null;

function changedResults({ results }: WholeReport, input: SaveInput): ResultValues[] {
  const typed = new Map(input.results.map((result) => [result.key, result]));
  return results.flatMap(({ key, indicatorId, value, note }): ResultValues[] => {
    const { result = value, resultNote = note } = typed.get(key) ?? {};
    return result === value && resultNote === note ? [] : [{ indicatorId, value: result, note: resultNote }];
  });
}

/** Only answers to what was asked: a rule that asks nothing of this report is given none. */
function changedExplanations(
  { explanations, findings }: WholeReport,
  input: SaveInput,
): WrittenExplanation[] {
  const stored = new Map(explanations.map(({ code, line, text }) => [explanationKey(code, line), text]));
  const askedFor = new Set(
    findings.filter(hasOwnField).map((one) => explanationKey(one.code, one.line ?? one.result)),
  );
  return (input.explanations ?? []).filter(({ code, line, text }) => {
    const key = explanationKey(code, line);
    return (askedFor.has(key) || stored.has(key)) && text !== (stored.get(key) ?? null);
  });
}

/** Whether the last thing that happened is a save of the same person, a few minutes ago at most. */
async function savedJustNow(tx: Tx, actor: Actor, reportId: string, now: Date): Promise<boolean> {
  const [last] = await readReportEvents(tx, reportId);
  if (last === undefined || last.action !== "saved" || last.personId !== actor.personId) return false;
  return now.getTime() - last.at.getTime() < QUIET_MINUTES * 60_000;
}

/** @throws Refusal `stale` for what others changed as well since the page was opened */
async function refuseConflicts(
  tx: Tx,
  changed: Parameters<typeof conflicts>[0],
  stored: WholeReport,
): Promise<void> {
  const last = (await readReportEvents(tx, stored.header.id)).find(({ action }) => action === "saved");
  const both = conflicts(changed, stored, last?.personName ?? "");
  if (both.length > 0) throw new Refusal("stale", { version: String(stored.header.version) }, both);
}

async function bothVersions(tx: Tx, input: SaveInput, error: Refusal): Promise<Refusal> {
  const header = await lockReport(tx, input.report);
  if (header === null) return error;
  const stored = await readWholeReport(tx, header, dateInAmsterdam(new Date()), "submit");
  const last = (await readReportEvents(tx, header.id)).find(({ action }) => action === "saved");
  return new Refusal("stale", error.facts, staleDifferences(input, stored, last?.personName ?? ""));
}
