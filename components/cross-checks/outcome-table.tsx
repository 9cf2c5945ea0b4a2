import { useLocale, useTranslations } from "next-intl";
import { StageTag } from "@/components/rules/stage-tag";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import { outcomeStatus, passedOf } from "@/lib/domain/cross-checks/kept-run";
import type { RuleOutcome } from "@/lib/domain/cross-checks/run";
import { rulePath } from "@/lib/domain/rules/catalogue";
import { count } from "@/lib/views/digits";

type OutcomeTableProps = {
  outcomes: readonly RuleOutcome[];
  caption: string;
  /** The findings of one rule. */
  href: (code: string) => string;
};

/** What each rule came to: looked at, in order, found, and what could not be judged with its reason. */
export function OutcomeTable({ outcomes, caption, href }: OutcomeTableProps) {
  const t = useTranslations("crossChecks.outcomes");
  const sentences = useTranslations("rules.of");
  const locale = useLocale();
  return (
    <ScrollRegion label={caption}>
      <table className="compact rules stack" role="table">
        <caption className="hidden">{caption}</caption>
        <StackHead
          columns={[
            t("code"),
            t("sentence"),
            t("state"),
            ...(["checked", "passed", "found", "unjudged"] as const).map((name) => ({ amount: t(name) })),
          ]}
        />
        <tbody role="rowgroup">
          {outcomes.map((one) => (
            <tr role="row" key={one.code}>
              <th scope="row" role="rowheader" className="nowrap">
                <a href={rulePath(one.code)}>{one.code}</a>
              </th>
              <td role="cell">
                {sentences(`${one.code}.sentence`)}
                <span className="meta">{t("version", { version: one.version })}</span>
              </td>
              <td role="cell" data-label={t("state")}>
                <State outcome={one} />
              </td>
              <td role="cell" className="amount" data-label={t("checked")}>
                {count(one.checked, locale)}
              </td>
              <td role="cell" className="amount wide-only" data-label={t("passed")}>
                {count(passedOf(one), locale)}
              </td>
              <td role="cell" className="amount" data-label={t("found")}>
                {one.found === 0 ? "0" : <a href={href(one.code)}>{count(one.found, locale)}</a>}
              </td>
              <td
                role="cell"
                className={one.unjudged === 0 ? "amount wide-only" : "amount"}
                data-label={t("unjudged")}
              >
                {count(one.unjudged, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** In order or not, at which stage, and why something was left open. */
function State({ outcome }: { outcome: RuleOutcome }) {
  const reasons = useTranslations("crossChecks.unjudged");
  return (
    <span className="state-cell">
      <StatusTag kind="crossOutcome" status={outcomeStatus(outcome)} />
      {outcome.stage !== null && <StageTag stage={outcome.stage} />}
      {outcome.why !== null && <span className="meta">{reasons(outcome.why)}</span>}
    </span>
  );
}
