import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
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
};

/** Every rule of a report with how it stands today and what was agreed for later. */
export function TodayTable({ rules, href }: TodayTableProps) {
  const t = useTranslations("stages");
  const sentences = useTranslations("rules.of");
  return (
    <ScrollRegion label={t("caption")}>
      <table className="stack rules" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(["code", "sentence", "today", "later"] as const).map((name) => (
              <th scope="col" role="columnheader" key={name}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rules.map((rule) => (
            <tr role="row" key={rule.code}>
              <th scope="row" role="rowheader" className="nowrap">
                <a href={href(rule.code)}>{rule.code}</a>
              </th>
              <td role="cell">{sentences(`${rule.code}.sentence`)}</td>
              <td role="cell" data-label={t("today")}>
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
export function Now({ rule: { now, made, fixed } }: { rule: RuleToday }) {
  const t = useTranslations("stages");
  const severities = useTranslations("rules.severities");
  const locale = useLocale();
  const look = { block: SEVERITY_LOOK.block, warn: SEVERITY_LOOK.question, inform: SEVERITY_LOOK.inform };
  return (
    <span className="state-cell">
      {now === null
        ? made.map((severity) => (
            <Tag key={severity} {...look[severity]}>
              {severities(severity)}
            </Tag>
          ))
        : [<StageTag key={now.id} stage={now.stage} />]}
      <span className="meta">
        {now === null ? t("asMade") : t("since", { date: shortDate(now.from, locale) })}
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
