import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import type { RunRow } from "@/lib/domain/cross-checks/kept-run";
import { instant, shortDate } from "@/lib/views/dates";
import { count } from "@/lib/views/digits";

type RunTableProps = { runs: readonly RunRow[]; href: (run: number) => string };

const COUNTS = ["found", "fresh", "gone", "unjudged"] as const;

/** Runs over the programme, the last first: about when, by whom, and what came of them. */
export function RunTable({ runs, href }: RunTableProps) {
  const t = useTranslations("crossChecks.runs");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[
            t("run"),
            t("about"),
            t("asked"),
            t("state"),
            ...COUNTS.map((name) => ({ amount: t(name) })),
          ]}
        />
        <tbody role="rowgroup">
          {runs.map((run) => (
            <tr role="row" key={run.id}>
              <th scope="row" role="rowheader" className="nowrap">
                <a href={href(run.number)}>{t("number", { number: String(run.number) })}</a>
              </th>
              <td role="cell" data-label={t("about")}>
                <About run={run} />
              </td>
              <td role="cell" data-label={t("asked")}>
                <span>
                  <span className="tnum nowrap">{instant(run.askedAt, locale)}</span>
                  <span className="meta">{run.person ?? t("nightly")}</span>
                </span>
              </td>
              <td role="cell" data-label={t("state")}>
                <StatusTag kind="crossRun" status={run.state} />
              </td>
              {COUNTS.map((name) => (
                <td role="cell" className="amount" data-label={t(name)} key={name}>
                  {run.state === "done" ? count(run[name], locale) : ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The two dates of a run. */
function About({ run: { asOf, current } }: { run: RunRow }) {
  const t = useTranslations("crossChecks.runs");
  const locale = useLocale();
  if (current) return <>{t("current", { date: shortDate(asOf.validOn, locale) })}</>;
  return (
    <span>
      {t("validOn", { date: shortDate(asOf.validOn, locale) })}
      <span className="meta">{t("knownAt", { at: instant(new Date(asOf.knownAt), locale) })}</span>
    </span>
  );
}
