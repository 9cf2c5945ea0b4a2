import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/form-state";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import { StackHead } from "@/components/signs/stack-head";
import { Tag } from "@/components/signs/tag";
import type { WaiverRow } from "@/lib/domain/rules/rule-book";
import { shortDate } from "@/lib/views/dates";
import type { StatusSign } from "@/lib/views/status";
import { DecideForm } from "./decide-form";

type WaiverTableProps = {
  waivers: readonly WaiverRow[];
  today: string;
  decide: FormAction | null;
  href: (code: string) => string;
};

const LOOK: Readonly<Record<string, StatusSign>> = {
  waiting: { tone: "info", sign: "eye" },
  holds: { tone: "ok", sign: "check" },
  expired: { tone: "wait", sign: "clock" },
  refused: { tone: "wait", sign: "barred" },
};

function stateOf(
  { granted, expiresOn }: WaiverRow,
  today: string,
): "waiting" | "holds" | "expired" | "refused" {
  if (granted === false) return "refused";
  if (expiresOn < today) return "expired";
  return granted === null ? "waiting" : "holds";
}

/** Who does not have to keep which rule, why and until when. */
export function WaiverTable({ waivers, today, decide, href }: WaiverTableProps) {
  const t = useTranslations("stages.waivers");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="vrijstellingen">
      <SectionHead id="vrijstellingen" title={t("title")} />
      {waivers.length === 0 ? (
        <EmptyState title={t("emptyTitle")} level={3}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <ScrollRegion label={t("title")}>
          <table className="stack compact rules" role="table">
            <caption className="hidden">{t("title")}</caption>
            <StackHead columns={[t("rule"), t("whom"), t("reason"), t("until"), t("state")]} />
            <tbody role="rowgroup">
              {waivers.map((row) => {
                const state = stateOf(row, today);
                const date = shortDate(row.expiresOn, locale);
                return (
                  <tr role="row" key={row.id} id={`vrijstelling-${row.id}`}>
                    <th scope="row" role="rowheader" className="nowrap">
                      <a href={href(row.code)}>{row.code}</a>
                    </th>
                    <td role="cell">
                      {row.municipality}
                      <span className="meta">
                        {row.stream}, {row.area ?? t("everyArea")}
                      </span>
                    </td>
                    <td role="cell" data-label={t("reason")}>
                      <div>
                        {row.reason}
                        {row.requester !== null && (
                          <span className="meta">
                            {row.decider === null
                              ? t("askedBy", { who: row.requester })
                              : t("askedAndDecidedBy", { who: row.requester, decider: row.decider })}
                          </span>
                        )}
                        {row.refusal !== null && <span className="meta">“{row.refusal}”</span>}
                      </div>
                    </td>
                    <td role="cell" className="tnum nowrap" data-label={t("until")}>
                      {date}
                    </td>
                    <td role="cell" data-label={t("state")}>
                      <div>
                        <Tag {...(LOOK[state] ?? { tone: "wait", sign: "none" })}>{t(`states.${state}`)}</Tag>
                        {decide !== null && state === "waiting" && row.mine && !row.own && (
                          <DecideForm
                            kind="waiver"
                            id={row.id}
                            action={decide}
                            what={t("of", { rule: row.code, municipality: row.municipality })}
                          />
                        )}
                        {decide !== null && state === "waiting" && row.own && (
                          <span className="meta">{t("own")}</span>
                        )}
                      </div>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
