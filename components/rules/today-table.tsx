import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { Tag } from "@/components/signs/tag";
import type { StageRow } from "@/lib/domain/rules/rule-book";
import type { RuleToday } from "@/lib/domain/rules/weight";
import { shortDate } from "@/lib/views/dates";
import { SEVERITY_LOOK } from "./look";
import { StageTag } from "./stage-tag";

type TodayTableProps = {
  rules: readonly RuleToday[];
  /** Where a rule has a page of its own, for who may open it. */
  href: (code: string) => string;
  /** Head of the column of how they stand: today, or a date. */
  on: string;
  caption: string;
};

/** Every rule of a report with how it stands today and what was agreed for later. */
export function TodayTable({ rules, href, on, caption }: TodayTableProps) {
  const t = useTranslations("stages");
  const sentences = useTranslations("rules.of");
  return (
    <ScrollRegion label={caption}>
      <table className="stack rules" role="table">
        <caption className="hidden">{caption}</caption>
        <StackHead columns={[t("code"), t("sentence"), on, t("later")]} />
        <tbody role="rowgroup">
          {rules.map((rule) => (
            <tr role="row" key={rule.code}>
              <th scope="row" role="rowheader" className="nowrap">
                <a href={href(rule.code)}>{rule.code}</a>
              </th>
              <td role="cell">
                {sentences(`${rule.code}.sentence`)}
                <span className="meta">{t("version", { version: rule.version })}</span>
              </td>
              <td role="cell" data-label={on}>
                <Now rule={rule} />
              </td>
              <td role="cell" data-label={t("later")}>
                <Later rule={rule} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The agreed stage, or what the rule was made with. */
export function Now({ rule: { now, made, fixed, onTrial } }: { rule: RuleToday }) {
  const t = useTranslations("stages");
  const severities = useTranslations("rules.severities");
  const locale = useLocale();
  const look = { block: SEVERITY_LOOK.block, warn: SEVERITY_LOOK.question, inform: SEVERITY_LOOK.inform };
  return (
    <span className="state-cell">
      {now !== null && <StageTag stage={now.stage} />}
      {now === null && onTrial && <StageTag stage="simulate" />}
      {now === null &&
        !onTrial &&
        made.map((severity) => (
          <Tag key={severity} {...look[severity]}>
            {severities(severity)}
          </Tag>
        ))}
      <span className="meta">
        {now !== null ? t("since", { date: shortDate(now.from, locale) }) : t(onTrial ? "asNew" : "asMade")}
      </span>
      {fixed !== "none" && <span className="meta">{t(`fixed.${fixed}`)}</span>}
    </span>
  );
}

function Later({ rule: { next, waiting } }: { rule: RuleToday }) {
  const t = useTranslations("stages");
  if (next.length === 0 && waiting === null) return <span className="muted">{t("nothing")}</span>;
  return (
    <span className="state-cell">
      {next.map((stage) => (
        <Coming key={stage.id} stage={stage} />
      ))}
      {waiting !== null && <Coming stage={waiting} />}
    </span>
  );
}

function Coming({ stage: { stage, from, agreed } }: { stage: StageRow }) {
  const t = useTranslations("stages");
  const date = shortDate(from, useLocale());
  return (
    <>
      <StageTag stage={stage} />
      <span className="meta">{agreed === null ? t("proposedFrom", { date }) : t("from", { date })}</span>
    </>
  );
}
