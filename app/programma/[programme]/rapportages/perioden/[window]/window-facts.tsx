import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import { Facts } from "@/components/signs/facts";
import { ClosingText } from "@/components/windows/closing-text";
import { clockInAmsterdam } from "@/lib/domain/windows/amsterdam-time";
import type { WindowRow } from "@/lib/domain/windows/reporting-window";
import { longDate } from "@/lib/views/dates";
import { reportPath } from "@/lib/views/reports";

type WindowFactsProps = { window: WindowRow; programme: string; now: Date };

/** The dates of a window, how many reported, and what it means that it is closed. */
export function WindowFacts({ window, programme, now }: WindowFactsProps) {
  const t = useTranslations("windows");
  const locale = useLocale();
  const { closesAt } = window;
  const closed = closesAt !== null && closesAt <= now ? clockInAmsterdam(closesAt) : null;
  const query = new URLSearchParams({ geldstroom: window.streamCode, jaar: String(window.year) });
  return (
    <>
      {closed !== null && (
        <Alert id="gesloten" tone="warn" title={t("one.closedTitle")}>
          <p>
            {t("one.closedText", {
              date: longDate(closed.date, locale),
              time: locale === "nl" ? closed.time.replace(":", ".") : closed.time,
            })}
          </p>
        </Alert>
      )}
      <Facts
        wide
        facts={[
          {
            term: t("one.period"),
            value: t("one.days", {
              from: longDate(window.startsOn, locale),
              to: longDate(window.endsOn, locale),
            }),
          },
          { term: t("one.opens"), value: longDate(window.opensOn, locale) },
          { term: t("one.due"), value: longDate(window.dueOn, locale) },
          { term: t("one.closes"), value: <ClosingText at={closesAt} /> },
          {
            term: t("one.reported"),
            value: (
              <>
                {window.reporters === 0
                  ? t("list.nobody")
                  : t("list.of", { reported: window.reported, reporters: window.reporters })}
                {". "}
                <a href={`${reportPath(programme)}?${query}`}>{t("one.reports")}</a>
              </>
            ),
          },
        ]}
      />
    </>
  );
}
