import type { Actor } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import type { ReportHeader } from "@/lib/domain/reports/report-file";
import type { Section, SectionSignature } from "@/lib/domain/reports/sections";
import type { Tx } from "../transaction";

/** The last signature under each section of a report. */
export async function readSignatures(tx: Tx, reportId: string): Promise<SectionSignature[]> {
  return tx.$queryRaw<SectionSignature[]>`
    SELECT DISTINCT ON (s.section) s.section, s.section_hash AS hash, p.name AS "personName", s.at
      FROM report_signature s JOIN person p ON p.id = s.person_id
     WHERE s.report_id = ${reportId}::uuid ORDER BY s.section, s.at DESC, s.id DESC`;
}

export async function writeSignatures(
  tx: Tx,
  actor: Actor,
  report: ReportHeader,
  sections: readonly Section[],
): Promise<void> {
  const personId = actor.personId;
  if (personId === null) throw new Refusal("not_allowed");
  await tx.reportSignature.createMany({
    data: sections.map(({ key, hash }) => ({
      reportId: report.id,
      municipalityId: report.municipalityId,
      section: key,
      sectionHash: hash,
      version: report.version,
      personId,
    })),
  });
}
