import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { WindowChangeRow } from "@/lib/domain/windows/reporting-window";
import { instant, shortDate } from "@/lib/views/dates";

/** What the dates were before, and why they changed; the newest change first. */
export function WindowHistory({ changes }: { changes: readonly WindowChangeRow[] }) {
  const t = useTranslations("windows");
  const locale = useLocale();
  const dates = (dueOn: string, closesAt: Date | null) =>
    t("one.until", {
      due: shortDate(dueOn, locale),
      closes: closesAt === null ? t("notClosing") : instant(closesAt, locale),
    });
  return (
    <section className="section" aria-labelledby="geschiedenis">
      <h2 id="geschiedenis">{t("one.history")}</h2>
      {changes.length === 0 ? (
        <p className="muted">{t("one.never")}</p>
      ) : (
        <ScrollRegion label={t("one.historyCaption")}>
          <table className="compact">
            <caption className="hidden">{t("one.historyCaption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("one.when")}</th>
                <th scope="col">{t("one.from")}</th>
                <th scope="col">{t("one.to")}</th>
                <th scope="col">{t("one.why")}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.id}>
                  <th scope="row">
                    <span className="tnum nowrap">{instant(change.at, locale)}</span>
                    <span className="meta">{change.who}</span>
                  </th>
                  <td>{dates(change.fromDueOn, change.fromClosesAt)}</td>
                  <td>{dates(change.dueOn, change.closesAt)}</td>
                  <td>{change.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
