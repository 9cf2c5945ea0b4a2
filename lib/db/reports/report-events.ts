import type { Actor } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import type { ReportEventRow } from "@/lib/domain/reports/report-file";
import type { ReportAction } from "@/lib/domain/reports/report-status";
import { canonicalJson } from "../hash";
import type { Tx } from "../transaction";

export interface NewReportEvent {
  readonly report: { readonly id: string; readonly municipalityId: string };
  readonly version: number;
  readonly action: ReportAction;
  readonly reason?: string;
  readonly contentHash?: string;
  /** What was on the screen. */
  readonly content?: unknown;
}

export async function writeReportEvent(tx: Tx, actor: Actor, event: NewReportEvent): Promise<void> {
  if (actor.personId === null) throw new Refusal("not_allowed");
  await tx.reportEvent.create({
    data: {
      reportId: event.report.id,
      municipalityId: event.report.municipalityId,
      version: event.version,
      action: event.action,
      reason: event.reason ?? null,
      contentHash: event.contentHash ?? null,
      ...(event.content === undefined ? {} : { content: JSON.parse(canonicalJson(event.content)) }),
      personId: actor.personId,
    },
    select: { action: true },
  });
}

/** The report's history, newest first. A ministry does not see when a draft was saved. */
export async function readReportEvents(tx: Tx, reportId: string): Promise<ReportEventRow[]> {
  const rows = await tx.reportEvent.findMany({
    where: { reportId },
    include: { person: { select: { name: true } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return rows.map(({ person, action, ...row }) => ({
    version: row.version,
    action: action as ReportAction,
    reason: row.reason,
    contentHash: row.contentHash,
    content: row.content,
    personId: row.personId,
    personName: person.name,
    at: row.at,
  }));
}
