import { useTranslations } from "next-intl";
import { SectionHead } from "@/components/signs/section-head";
import type { Finding } from "@/lib/domain/reports/finding";
import { FindingNote } from "./finding-note";

/** What the rules ask or remark about the report as a whole; what blocks is in the list above. */
export function WholeQuestions({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations("reports.warnings");
  const shown = findings.filter(
    ({ line, result, severity, waiver }) =>
      line === undefined && result === undefined && (severity !== "block" || waiver !== undefined),
  );
  if (shown.length === 0) return null;
  return (
    <section className="section whole-questions" aria-labelledby="vragen">
      <SectionHead id="vragen" title={t("wholeTitle")} />
      {shown.map((finding) => (
        <FindingNote key={`${finding.code}${finding.problem}`} finding={finding} />
      ))}
    </section>
  );
}
