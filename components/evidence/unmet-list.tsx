import { useLocale, useTranslations } from "next-intl";
import { unmetRequirements } from "@/lib/domain/evidence/unmet";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { evidencePath } from "@/lib/views/evidence";
import { euro } from "@/lib/views/money";
import { lineName } from "./line-name";

/** What is beyond these opens. */
const SHOWN = 10;

type UnmetListProps = { report: Pick<ReportFile, "lines" | "evidence" | "header">; programme: string };

/** Each line that needs evidence and has none: the place to which "why can't I submit" links. */
export function UnmetList({ report, programme }: UnmetListProps) {
  const t = useTranslations("evidence");
  const locale = useLocale();
  const unmet = unmetRequirements(report.lines, report.evidence);
  if (unmet.length === 0) return null;
  const [first, rest] = [unmet.slice(0, SHOWN), unmet.slice(SHOWN)];
  const list = (some: typeof unmet) => (
    <ul>
      {some.map(({ line: key, field, kind, threshold, waiting }) => {
        const line = report.lines.find((one) => one.key === key);
        const facts = {
          name: line === undefined ? key : lineName(line, locale),
          threshold: euro(threshold, locale),
          kind: kind ?? "any",
        };
        const there = `${evidencePath(programme, report.header.id)}?regel=${encodeURIComponent(key)}#toevoegen`;
        return (
          <li key={field} id={field}>
            <a href={there}>{waiting ? t("unmet.waiting", facts) : t("unmet.missing", facts)}</a>
          </li>
        );
      })}
    </ul>
  );
  return (
    <>
      <p className="flush above-s">{t("coverage.unmet")}</p>
      {list(first)}
      {rest.length > 0 && (
        <details>
          <summary>{t("coverage.unmetMore", { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}
