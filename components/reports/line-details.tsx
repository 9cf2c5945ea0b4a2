import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cents } from "@/lib/domain/money";
import type { NamedLine } from "@/lib/domain/reports/report-file";
import { FRESH_PROJECTS, projectRows } from "@/lib/domain/reports/report-line";
import { euro } from "@/lib/views/money";
import { typedAmount } from "@/lib/views/reports";
import { LineInput } from "./line-input";

/** Whether anything was divided or added on this line. */
export const hasDetails = ({ years, projects, own }: NamedLine): boolean =>
  projects.length > 0 || own !== null || years.some(({ amount }) => amount !== null);

type LineDetailsProps = { line: NamedLine; theme: string; open: boolean };

/** Under a line: its forecast by year, its spend by project, and what the municipality adds itself. */
export function LineDetails({ line, theme, open }: LineDetailsProps) {
  const t = useTranslations("reports.details");
  const about = { area: line.areaName, theme };
  const amount = (name: string, label: string, value: bigint | null) => (
    <LineInput name={`${name}.${line.key}`} label={label} defaultValue={typedAmount(value)} />
  );
  const rows = projectRows(line.projects, FRESH_PROJECTS);
  return (
    <details className="line-details small" open={open}>
      <summary>
        {t("summary")}
        <span className="hidden">
          : {line.areaName}, {theme}
        </span>
      </summary>
      <div className="parts">
        {line.years.length > 0 && (
          <Parts title={t("years")}>
            {line.years.map(({ year, amount: expected }) => (
              <Part key={year} label={String(year)}>
                {amount(`year.${year}`, t("yearField", { ...about, year: String(year) }), expected)}
              </Part>
            ))}
          </Parts>
        )}
        <Parts title={t("projects")} hint={t("projectsHint")}>
          <div className="part heads" aria-hidden="true">
            <span>{t("projectName")}</span>
            <span>{t("projectSpent")}</span>
          </div>
          {rows.map(({ position, name, spent }) => (
            <div className="part" key={position}>
              <LineInput
                name={`project.${position}.${line.key}`}
                mode="text"
                label={t("projectField", { ...about, number: position })}
                defaultValue={name ?? ""}
              />
              {amount(
                `projectSpent.${position}`,
                t("projectSpentField", { ...about, number: position }),
                spent,
              )}
            </div>
          ))}
        </Parts>
        <Parts title={t("own")} hint={t("ownHint")}>
          <Part label={t("ownLabel")}>{amount("own", t("ownField", about), line.own)}</Part>
        </Parts>
      </div>
    </details>
  );
}

function Parts({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="part">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

/** The same, to read: one sentence for each kind. */
export function DetailsTold({ line }: { line: NamedLine }) {
  const t = useTranslations("reports.details");
  const locale = useLocale();
  const money = (value: bigint | null) => (value === null ? t("empty") : euro(cents(value), locale));
  const told = (title: string, text: string) => (
    <p className="small">
      <strong>{title}:</strong> {text}
    </p>
  );
  const divided = line.years.some(({ amount }) => amount !== null);
  const projects = line.projects.map(({ name, spent }) => `${name} ${money(spent)}`).join("; ");
  return (
    <>
      {divided &&
        told(t("years"), line.years.map(({ year, amount }) => `${year} ${money(amount)}`).join("; "))}
      {line.projects.length > 0 && told(t("projects"), projects)}
      {line.own !== null && told(t("own"), t("ownTold", { amount: money(line.own) }))}
    </>
  );
}
