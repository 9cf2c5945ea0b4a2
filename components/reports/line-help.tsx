import { useTranslations } from "next-intl";
import type { ReportOfficer } from "@/lib/domain/reports/report-officer";
import { OfficerList } from "./officer-list";

const TERMS = ["spent", "correction", "cumulative", "forecast", "left", "own", "result"] as const;

/** What is filled in where, with an example each, and whom to ask: on the page itself, folded away. */
export function LineHelp({
  ministry,
  officers,
}: {
  ministry: string | null;
  officers: readonly ReportOfficer[];
}) {
  const t = useTranslations("reports.help");
  return (
    <details className="line-help">
      <summary>{t("title")}</summary>
      <dl>
        {TERMS.map((term) => (
          <div key={term}>
            <dt>{t(`${term}.term`)}</dt>
            <dd>
              {t(`${term}.text`)} <span className="muted">{t(`${term}.example`)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {t.rich(ministry === null ? "askNobody" : "ask", {
          ministry: ministry ?? "",
          link: (text) => <a href="#opmerkingen">{text}</a>,
          words: (text) => <a href="/begrippen">{text}</a>,
          rules: (text) => <a href="/regels#report">{text}</a>,
        })}
      </p>
      {ministry !== null && <OfficerList officers={officers} ministry={ministry} />}
    </details>
  );
}
