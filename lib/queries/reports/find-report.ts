import "server-only";
import { readPreviousLines } from "@/lib/db/reports/earlier-periods";
import { readWholeReport } from "@/lib/db/reports/read-whole-report";
import { readReportEvents } from "@/lib/db/reports/report-events";
import { readReport } from "@/lib/db/reports/report-header";
import { readSignatures } from "@/lib/db/reports/report-signatures";
import { readRuns } from "@/lib/db/rules/rule-runs";
import { inContext } from "@/lib/db/transaction";
import { type Actor, type Grant, mayDo, type Permission } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";
import { changesSince, keptContent } from "@/lib/domain/reports/changes";
import { isBarred } from "@/lib/domain/reports/four-eyes";
import type {
  ReportEventRow,
  ReportFile,
  ReportHeader,
  ReportSteps,
  WholeReport,
} from "@/lib/domain/reports/report-file";
import { isOpenFor } from "@/lib/domain/reports/report-status";
import { signedSections } from "@/lib/domain/reports/sections";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws NotFound when it does not exist, is of another programme, or is not for this reader. */
export async function findReport(
  grant: Grant<"report:read">,
  programmeId: string,
  id: string,
  today: string,
): Promise<ReportFile> {
  if (!UUID.test(id)) throw new NotFound(id);
  return inContext(grant.actor, async (tx) => {
    const header = await readReport(tx, programmeId, id);
    if (header === null) throw new NotFound(id);
    const withMunicipality = isOpenFor(header.status, "save");
    const report = await readWholeReport(tx, header, today, withMunicipality ? "submit" : "review");
    const events = await readReportEvents(tx, id);
    const shown = header.status === "accepted" ? asAccepted(report, events) : report;
    const base = baseline(header, events);
    return {
      ...shown,
      signed: signedSections(report.sections, await readSignatures(tx, id), report.remarks),
      changes: base === null ? null : changesSince(base, report),
      // What is only being tried is no matter of the municipality.
      findings: shown.findings.filter(
        ({ severity }) => severity !== "simulated" || grant.actor.scope !== "municipality",
      ),
      events,
      runs: await readRuns(tx, id),
      today,
      visible: grant.actor.scope === "municipality" || !withMunicipality,
      steps: stepsFor(grant.actor, header, events),
      previous: await readPreviousLines(tx, header),
    };
  });
}

/** What a report is held beside: what was signed the last time, or else what was given back. */
function baseline({ status }: ReportHeader, events: readonly ReportEventRow[]) {
  if (status === "accepted") return null;
  const asked = status === "submitted" ? (["signed", "returned"] as const) : (["returned"] as const);
  for (const wanted of asked) {
    const kept = keptContent(events.find(({ action }) => action === wanted)?.content);
    if (kept !== null) return kept;
  }
  return null;
}

function stepsFor(actor: Actor, header: ReportHeader, events: readonly ReportEventRow[]): ReportSteps {
  const can = (permission: Permission) => actor.roles.some((role) => mayDo(role, permission));
  const own = actor.scope === "municipality" && actor.organisationIds.includes(header.municipalityId);
  const fill = own && can("report:fill") && isOpenFor(header.status, "save");
  const sign = own && can("report:sign") && isOpenFor(header.status, "sign");
  const review = header.owned && can("report:review") && isOpenFor(header.status, "review");
  const barred = (sign || review) && isBarred(events, actor.personId ?? "", sign ? "signed" : "accepted");
  const elsewhere = !header.owned && can("report:review") && isOpenFor(header.status, "review");
  return { fill, sign, review, barred, elsewhere };
}

type Shown = {
  readonly areaId: string;
  readonly themeId: string;
  readonly allocated: string;
  readonly previous: string;
};

/** An accepted report stands beside the figures of the moment it was accepted, as far as they were kept. */
function asAccepted(report: WholeReport, events: readonly ReportEventRow[]): WholeReport {
  const kept = events.find(({ action }) => action === "accepted")?.content as
    | { shown?: Shown[] }
    | null
    | undefined;
  const figures = new Map((kept?.shown ?? []).map((one) => [`${one.areaId}/${one.themeId}`, one]));
  const lines = report.lines.map((line) => {
    const then = figures.get(`${line.areaId}/${line.themeId}`);
    if (then === undefined) return line;
    return { ...line, allocated: cents(BigInt(then.allocated)), previous: cents(BigInt(then.previous)) };
  });
  return { ...report, lines, findings: [] };
}
