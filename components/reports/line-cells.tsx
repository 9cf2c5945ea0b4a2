import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Absent } from "@/components/signs/absent";
import { StatusTag } from "@/components/signs/status-tag";
import { Tag } from "@/components/signs/tag";
import { cents } from "@/lib/domain/money";
import { type LineSign, lineSign } from "@/lib/domain/reports/check-report";
import type { Finding } from "@/lib/domain/reports/finding";
import type { NamedLine } from "@/lib/domain/reports/report-file";
import { cumulative, hasCorrection, leftOver } from "@/lib/domain/reports/report-line";
import { amount } from "@/lib/views/money";
import { typedAmount } from "@/lib/views/reports";
import { Cell, Money } from "./cell";
import { LineInput } from "./line-input";

export type LineCellsProps = {
  line: NamedLine;
  theme: string;
  final: boolean;
  editing: boolean;
  /** Whether there is an earlier accepted period that can be corrected. */
  correctable: boolean;
  findings: readonly Finding[];
  /** What the last accepted report said. */
  before?: { readonly spent: bigint | null; readonly forecast: bigint | null };
};

/** The cells of one line: what was allocated and spent before, what is reported now, and what that leaves. */
export function LineCells({ line, theme, final, editing, correctable, findings, before }: LineCellsProps) {
  const t = useTranslations("reports.lines");
  const field = (name: "spent" | "correction" | "forecast", value: bigint | null) => (
    <LineInput
      name={`${name}.${line.key}`}
      label={t("field", { area: line.areaName, theme, column: t(name) })}
      defaultValue={typedAmount(value)}
      describedBy={describing(findings, `${name}.${line.key}`)}
    />
  );
  const corrects = editing && (correctable || hasCorrection(line));
  const forecasts = editing && (!final || (line.forecast ?? 0n) !== 0n);
  return (
    <>
      <th scope="row" role="rowheader">
        {theme}
      </th>
      <Cell label={t("allocated")}>
        <Money value={line.allocated} />
      </Cell>
      <Cell label={t("previous")}>
        <Money value={line.previous} />
      </Cell>
      <Cell label={t("spent")}>
        {editing ? field("spent", line.spent) : <Money value={line.spent} />}
        {!editing && <LastTime value={before?.spent} />}
      </Cell>
      <Cell label={t("correction")}>
        {corrects ? field("correction", line.correction) : <Correction line={line} />}
      </Cell>
      <Cell label={t("cumulative")}>
        <Money value={cumulative(line)} />
      </Cell>
      <Cell label={t("forecast")}>
        {forecasts ? field("forecast", line.forecast) : <Forecast line={line} final={final} />}
        {!editing && !final && <LastTime value={before?.forecast} />}
      </Cell>
      <Cell label={t("left")}>
        <Money value={leftOver(line, final)} />
        <SignTag sign={findings.length > 0 || editing ? lineSign(line.key, findings) : null} />
      </Cell>
    </>
  );
}

/** Where under the line it says what is wrong with a field. */
export const sentenceId = ({ code, problem, line, result }: Finding): string =>
  `${code}-${problem}-${line ?? result ?? "geheel"}`;

function describing(findings: readonly Finding[], field: string): string | undefined {
  const ids = findings.filter((one) => one.field === field && one.severity === "block").map(sentenceId);
  return ids.length === 0 ? undefined : ids.join(" ");
}

function Correction({ line }: { line: NamedLine }): ReactNode {
  const t = useTranslations("reports.lines");
  return hasCorrection(line) ? <Money value={line.correction} /> : <span className="muted">{t("none")}</span>;
}

function Forecast({ line, final }: { line: NamedLine; final: boolean }) {
  return final && (line.forecast ?? 0n) === 0n ? (
    <Absent reason="not_applicable" />
  ) : (
    <Money value={line.forecast} />
  );
}

function LastTime({ value }: { value: bigint | null | undefined }) {
  const t = useTranslations("reports.lines");
  const locale = useLocale();
  if (value === null || value === undefined) return null;
  return <span className="meta">{t("lastTime", { amount: amount(cents(value), locale) })}</span>;
}

function SignTag({ sign }: { sign: LineSign | null }) {
  const t = useTranslations("reports.lines");
  if (sign === null) return null;
  return (
    <>
      <br />
      {sign === "adjust" && (
        <Tag tone="error" sign="barred">
          {t("adjust")}
        </Tag>
      )}
      {sign === "explained" && (
        <Tag tone="ok" sign="check">
          {t("explained")}
        </Tag>
      )}
      {sign !== "adjust" && sign !== "explained" && <StatusTag kind="line" status={sign} />}
    </>
  );
}
