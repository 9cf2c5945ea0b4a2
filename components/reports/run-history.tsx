import { useLocale, useTranslations } from "next-intl";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import type { KeptFinding, RuleRunRow } from "@/lib/domain/reports/rule-run";
import { instant } from "@/lib/views/dates";
import { aboutOf, capital, sentenceFacts } from "@/lib/views/reports";

type RunHistoryProps = { report: Pick<ReportFile, "runs" | "lines" | "results"> };

/** What the rules said at each step, in the version of the rule and with the explanation of then. */
export function RunHistory({ report }: RunHistoryProps) {
  const t = useTranslations("reports.runs");
  if (report.runs.length === 0) return null;
  return (
    <section className="section" aria-labelledby="controles">
      <h2 id="controles">{t("title")}</h2>
      <p className="small muted">{t("lead")}</p>
      {report.runs.map((run) => (
        <Run key={run.id} run={run} report={report} />
      ))}
    </section>
  );
}

function Run({ run, report }: RunHistoryProps & { run: RuleRunRow }) {
  const t = useTranslations("reports.runs");
  const locale = useLocale();
  const { at, version, step, personName, findings } = run;
  const name = t("run", { at: instant(at, locale), step: t(`steps.${step}`), version });
  const found = t("found", { count: findings.length });
  if (findings.length === 0)
    return (
      <p className="run">
        {name} <span className="muted">{found}</span>
      </p>
    );
  return (
    <details className="run">
      <summary>
        {name} <span className="muted">{found}</span>
      </summary>
      <ul>
        {findings.map((one, index) => (
          <Found key={index} finding={one} report={report} />
        ))}
      </ul>
      {personName !== null && <p className="small muted">{t("by", { who: personName })}</p>}
    </details>
  );
}

function Found({ finding, report }: RunHistoryProps & { finding: KeptFinding }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { code, version, problem, severity, line, explanation, waiver } = finding;
  const about = aboutOf({ line: line ?? undefined, result: line ?? undefined }, report, locale);
  const sentence = t(`rules.${code}.${problem}`, sentenceFacts(finding, locale));
  return (
    <li>
      {about === null ? capital(sentence) : `${about}: ${sentence}`}
      <span className="meta">
        {t("runs.rule", { code, version, weight: t(`weight.${waiver ? "waived" : severity}`) })}
        {explanation !== null && ` ${t("runs.explained", { explanation })}`}
      </span>
    </li>
  );
}
