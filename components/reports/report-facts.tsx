import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { EuroText } from "@/components/signs/euro-text";
import { type Fact, Facts } from "@/components/signs/facts";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { hasCorrection } from "@/lib/domain/reports/report-line";
import type { ReportAction } from "@/lib/domain/reports/report-status";
import { reportTotals } from "@/lib/domain/reports/totals";
import { instant } from "@/lib/views/dates";
import { spacedHash } from "@/lib/views/reports";

/** What a signature or an acceptance is about: number, version, amounts, and the fingerprint of the content. */
export function ReportFacts({ report, posting }: { report: ReportFile; posting: boolean }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { header, lines, events } = report;
  const { spent, correction } = reportTotals(lines, report.period.final);
  const did = (action: ReportAction, term: string): Fact[] => {
    const event = events.find((one) => one.action === action);
    if (event === undefined) return [];
    return [{ term, value: t("facts.whoWhen", { who: event.personName, date: instant(event.at, locale) }) }];
  };
  const counts = {
    spent: lines.filter((line) => line.spent !== null && line.spent !== 0n).length,
    corrections: lines.filter(hasCorrection).length,
  };
  const facts: Fact[] = [
    { term: t("facts.number"), value: header.number },
    { term: t("facts.version"), value: String(header.version), look: "figure" },
    {
      term: t("facts.spent"),
      value: spent.missing > 0 ? <Absent reason="incomplete" /> : <EuroText value={spent.value} />,
    },
    {
      term: t("facts.correction"),
      value: counts.corrections === 0 ? t("facts.noCorrection") : <EuroText value={correction} />,
    },
    ...did("submitted", t("facts.submittedBy")),
    ...(header.status === "submitted" ? [] : did("signed", t("facts.signedBy"))),
    ...(posting ? [{ term: t("review.posts"), value: t("review.postsText", counts) }] : []),
    { term: t("facts.hash"), value: spacedHash(report.hash), look: "mono" },
  ];
  return <Facts facts={facts} />;
}
