import { NotFound } from "@/lib/domain/refusal";
import type { RemarkSubject } from "@/lib/domain/reports/remarks";
import type { WholeReport } from "@/lib/domain/reports/report-file";

/** @throws NotFound when the report has no such section, line or result */
export function requireSubject(report: WholeReport, subject: RemarkSubject): void {
  if (subject.is === "whole") return;
  const { sections, lines, results } = report;
  const places = { section: sections, line: lines, result: results }[subject.is];
  if (!places.some(({ key }) => key === subject.key)) throw new NotFound(subject.key);
}
