import { useLocale, useTranslations } from "next-intl";
import { Tag } from "@/components/signs/tag";
import type { Finding } from "@/lib/domain/reports/finding";
import { hasOwnField } from "@/lib/domain/reports/rule-engine";
import { shortDate } from "@/lib/views/dates";
import { sentenceFacts } from "@/lib/views/reports";
import { sentenceId } from "./line-cells";
import { LineQuestion } from "./line-question";

/** What a rule says to who fills the report: an error, a question with its field, a remark, or that it was lifted. */
export function FindingNote({ finding }: { finding: Finding }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { code, problem, severity, waiver, explanation } = finding;
  const facts = sentenceFacts(finding, locale);
  const id = sentenceId(finding);
  if (waiver !== undefined) {
    const until = shortDate(waiver.expiresOn, locale);
    return (
      <p className="small" id={id}>
        <Tag tone="ok" sign="check">
          {t("weight.waivedUntil", { date: until })}
        </Tag>{" "}
        {t(`rules.${code}.${problem}`, facts)} ({code})
      </p>
    );
  }
  if (hasOwnField(finding))
    return (
      <LineQuestion
        name={finding.field ?? ""}
        label={t("warnings.ask", { problem: t(`rules.${code}.${problem}`, facts) })}
        hint={t(`rules.${code}.${problem}Help`, facts)}
        defaultValue={explanation ?? ""}
      />
    );
  if (severity === "inform")
    return (
      <p className="small" id={id}>
        <Tag tone="info" sign="eye">
          {t("weight.inform")}
        </Tag>{" "}
        {t("warnings.inform", { problem: t(`rules.${code}.${problem}`, facts) })}{" "}
        {t(`rules.${code}.${problem}Help`, facts)}
      </p>
    );
  return (
    <p className="error" id={id}>
      {t(`rules.${code}.${problem}Help`, facts)}
    </p>
  );
}
