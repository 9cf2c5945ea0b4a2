import { useLocale, useTranslations } from "next-intl";
import { SectionHead } from "@/components/signs/section-head";
import { documentsOf, lineCoverage } from "@/lib/domain/evidence/coverage";
import type { NamedLine, ReportFile } from "@/lib/domain/reports/report-file";
import { share } from "@/lib/views/evidence";
import { euro } from "@/lib/views/money";
import { DocumentTable, type Withdrawing } from "./document-table";
import { lineName } from "./line-name";

type EvidenceLinesProps = {
  report: Pick<ReportFile, "lines" | "evidence">;
  /** Address of the page, on which documents are found too. */
  base: string;
  /** Absent for who only looks. */
  withdraw?: Withdrawing;
};

/** Every line of the report with the documents that support it. */
export function EvidenceLines({ report, base, withdraw }: EvidenceLinesProps) {
  const t = useTranslations("evidence.lines");
  return (
    <section className="section" aria-labelledby="documenten">
      <SectionHead id="documenten" title={t("title")} note={t("note")} />
      {report.lines.map((line) => (
        <Line key={line.key} line={line} report={report} base={base} withdraw={withdraw} />
      ))}
    </section>
  );
}

function Line({ line, report, base, withdraw }: EvidenceLinesProps & { line: NamedLine }) {
  const t = useTranslations("evidence.lines");
  const locale = useLocale();
  const name = lineName(line, locale);
  const documents = documentsOf(report.evidence.documents, line);
  const { spent, supported } = lineCoverage(line, documents);
  const amounts = { supported: euro(supported, locale), spent: euro(spent ?? supported, locale) };
  return (
    <section className="evidence-line" aria-labelledby={`regel-${line.key}`}>
      <div className="evidence-head">
        <h3 id={`regel-${line.key}`}>{name}</h3>
        <p className="small flush tnum">
          {spent === null && t("notReported")}
          {spent !== null && spent <= 0n && t("nothing")}
          {spent !== null && spent > 0n && t("supported", { ...amounts, share: share(supported, spent) })}
        </p>
      </div>
      {documents.length === 0 && <p className="small muted flush">{t("none")}</p>}
      {documents.length > 0 && (
        <DocumentTable documents={documents} name={name} base={base} withdraw={withdraw} />
      )}
      {withdraw !== undefined && (
        <p className="small flush above-s">
          <a href={`${base}?regel=${encodeURIComponent(line.key)}#toevoegen`}>
            {t("add")}
            <span className="hidden"> {t("addTo", { name })}</span>
          </a>
        </p>
      )}
    </section>
  );
}
