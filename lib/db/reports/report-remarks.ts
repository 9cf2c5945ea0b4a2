import type { Actor } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import type { Remark, RemarkKind, RemarkSubject } from "@/lib/domain/reports/remarks";
import type { ReportHeader, WholeReport } from "@/lib/domain/reports/report-file";
import { dateOf, isoDate } from "../dates";
import type { Tx } from "../transaction";

/** Everything that was said about a report, the first remark first, as far as this reader may see it. */
export async function readRemarks(tx: Tx, reportId: string): Promise<Remark[]> {
  const rows = await tx.reportRemark.findMany({
    where: { reportId },
    include: {
      person: { select: { name: true } },
      area: { select: { code: true } },
      theme: { select: { code: true } },
      indicator: { select: { code: true } },
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.map(({ section, area, theme, indicator, person, answerBy, ...row }) => ({
    id: row.id,
    kind: row.kind,
    side: row.side,
    round: row.round,
    subject: subjectOf(section, area?.code, theme?.code, indicator?.code),
    answersId: row.answersId,
    text: row.text,
    answerBy: answerBy === null ? null : isoDate(answerBy),
    personName: person.name,
    at: row.at,
  }));
}

function subjectOf(
  section: string | null,
  area: string | undefined,
  theme: string | undefined,
  indicator: string | undefined,
): RemarkSubject {
  if (section !== null) return { is: "section", key: section };
  if (area !== undefined && theme !== undefined) return { is: "line", key: `${area}.${theme}` };
  return indicator === undefined ? { is: "whole" } : { is: "result", key: indicator };
}

export interface NewRemark {
  readonly kind: RemarkKind;
  readonly subject: RemarkSubject;
  readonly text: string;
  readonly answersId?: string;
  readonly answerBy?: string | null;
}

/** Who says something speaks for the municipality or for the ministry. */
export async function writeRemarks(
  tx: Tx,
  actor: Actor,
  report: Pick<WholeReport, "header" | "lines" | "results">,
  round: number,
  remarks: readonly NewRemark[],
): Promise<void> {
  const personId = actor.personId;
  if (personId === null) throw new Refusal("not_allowed");
  const { id: reportId, municipalityId, version }: ReportHeader = report.header;
  await tx.reportRemark.createMany({
    data: remarks.map(({ kind, subject, text, answersId, answerBy }) => ({
      reportId,
      municipalityId,
      kind,
      side: actor.scope === "municipality" ? "municipality" : "ministry",
      round,
      version,
      ...placeOf(subject, report),
      text,
      answersId: answersId ?? null,
      answerBy: answerBy ? dateOf(answerBy) : null,
      personId,
    })),
  });
}

function placeOf(subject: RemarkSubject, { lines, results }: Pick<WholeReport, "lines" | "results">) {
  if (subject.is === "section") return { section: subject.key };
  if (subject.is === "line") {
    const line = lines.find(({ key }) => key === subject.key);
    return { areaId: line?.areaId ?? null, themeId: line?.themeId ?? null };
  }
  if (subject.is === "result")
    return { indicatorId: results.find(({ key }) => key === subject.key)?.indicatorId ?? null };
  return {};
}
