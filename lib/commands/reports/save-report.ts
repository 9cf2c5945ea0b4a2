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
import { inContext, type Tx } from "@/lib/db/transaction";
import { requireWindowOpen } from "@/lib/db/windows/window-open";
import type { Actor, Grant } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import type { WholeReport } from "@/lib/domain/reports/report-file";
import type { ReportInput } from "@/lib/input/report";
import { dateInAmsterdam } from "@/lib/views/dates";
import { staleDifferences } from "./stale-differences";

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
 * @throws NotFound, Refusal `not_open`, `window_closed`, Refusal `stale` with both versions of every field that differs
 */
export async function saveReport(grant: Grant<"report:fill">, input: SaveInput): Promise<Saved> {
  const { actor } = grant;
  const { idempotencyKey: key, intent, ...content } = input;
  const saved = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "report.save", input: content }, () =>
      save(tx, actor, input, intent === "auto"),
    ),
  );
  return { version: saved.version, savedAt: new Date(saved.savedAt) };
}

async function save(tx: Tx, actor: Actor, input: SaveInput, quiet: boolean) {
  const header = await holdReport(tx, input, "save").catch(async (error: unknown) => {
    throw error instanceof Refusal && error.code === "stale" ? await bothVersions(tx, input, error) : error;
  });
  await requireWindowOpen(tx, { ...header, reportId: header.id });
  const added = await addMissingLines(tx, header);
  const before = await readWholeReport(tx, header, dateInAmsterdam(new Date()), "submit");
  const lines = changedLines(before, input);
  const results = changedResults(before, input);
  if (added + lines.length + results.length === 0) {
    return { version: String(header.version), savedAt: header.updatedAt.toISOString() };
  }
  await writeLines(tx, header.id, lines);
  await writeResults(tx, header.id, results);
  const version = header.version + 1;
  const savedAt = await moveReport(tx, header.id, { status: header.status, version, contentHash: null });
  if (!quiet || !(await savedJustNow(tx, actor, header.id, savedAt))) {
    const now = await readWholeReport(tx, header, dateInAmsterdam(savedAt), "submit");
    await writeReportEvent(tx, actor, {
      report: header,
      version,
      action: "saved",
      contentHash: now.hash,
      content: screenOf(now),
    });
  }
  return { version: String(version), savedAt: savedAt.toISOString() };
}

function changedLines({ lines }: WholeReport, input: SaveInput): LineValues[] {
  const typed = new Map(input.lines.map((line) => [line.key, line]));
  return lines.flatMap((line): LineValues[] => {
    const { spent, correction, note, forecast, explanation } = typed.get(line.key) ?? {};
    const values = {
      areaId: line.areaId,
      themeId: line.themeId,
      spent: spent === undefined ? line.spent : spent,
      correction: correction === undefined ? line.correction : correction,
      correctionNote: note === undefined ? line.correctionNote : note,
      forecast: forecast === undefined ? line.forecast : forecast,
      explanation: explanation === undefined ? line.explanation : explanation,
    };
    const same =
      values.spent === line.spent &&
      values.correction === line.correction &&
      values.correctionNote === line.correctionNote &&
      values.forecast === line.forecast &&
      values.explanation === line.explanation;
    return same ? [] : [values];
  });
}

function changedResults({ results }: WholeReport, input: SaveInput): ResultValues[] {
  const typed = new Map(input.results.map((result) => [result.key, result]));
  return results.flatMap(({ key, indicatorId, value, note }): ResultValues[] => {
    const { result = value, resultNote = note } = typed.get(key) ?? {};
    return result === value && resultNote === note ? [] : [{ indicatorId, value: result, note: resultNote }];
  });
}

/** Whether the last thing that happened is a save of the same person, a few minutes ago at most. */
async function savedJustNow(tx: Tx, actor: Actor, reportId: string, now: Date): Promise<boolean> {
  const [last] = await readReportEvents(tx, reportId);
  if (last === undefined || last.action !== "saved" || last.personId !== actor.personId) return false;
  return now.getTime() - last.at.getTime() < QUIET_MINUTES * 60_000;
}

async function bothVersions(tx: Tx, input: SaveInput, error: Refusal): Promise<Refusal> {
  const header = await lockReport(tx, input.report);
  if (header === null) return error;
  const stored = await readWholeReport(tx, header, dateInAmsterdam(new Date()), "submit");
  const last = (await readReportEvents(tx, header.id)).find(({ action }) => action === "saved");
  return new Refusal("stale", error.facts, staleDifferences(input, stored, last?.personName ?? ""));
}
