import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { ReportEventRow } from "@/lib/domain/reports/report-file";
import { instant } from "@/lib/views/dates";

/** Who did what with the report, newest first. */
export function ReportHistory({ events }: { events: readonly ReportEventRow[] }) {
  const t = useTranslations("reports.history");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="geschiedenis">
      <h2 id="geschiedenis" className="below-s">
        {t("title")}
      </h2>
      <ScrollRegion label={t("caption")}>
        <table className="compact">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("who")}</th>
              <th scope="col">{t("what")}</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={`${event.at.toISOString()}${event.action}${event.version}`}>
                <td className="tnum nowrap">{instant(event.at, locale)}</td>
                <td>{event.personName}</td>
                <td>
                  <What event={event} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function What({ event }: { event: ReportEventRow }) {
  const t = useTranslations("reports.history");
  const lines = filledIn(event.content);
  const text = event.action === "saved" && lines !== null ? t("savedLines", lines) : t(event.action);
  const { reason, contentHash: hash } = event;
  return (
    <>
      {text}
      {event.action !== "opened" && `, ${t("version", { version: event.version })}`}
      {reason !== null && <span className="meta">{t("reason", { reason })}</span>}
      {hash !== null && event.action !== "saved" && (
        <span className="meta mono" title={hash}>
          {t("content", { hash: `${hash.slice(0, 8)}…${hash.slice(-4)}` })}
        </span>
      )}
    </>
  );
}

/** How many lines had an amount in a kept version; null when the event kept none. */
function filledIn(content: unknown): { filled: number; lines: number } | null {
  const kept = content as { declared?: { lines?: { spentCents: string | null }[] } } | null;
  const lines = kept?.declared?.lines;
  if (lines === undefined) return null;
  return { filled: lines.filter(({ spentCents }) => spentCents !== null).length, lines: lines.length };
}
