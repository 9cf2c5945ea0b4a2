import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import { clockInAmsterdam } from "@/lib/domain/windows/amsterdam-time";
import { dateInAmsterdam, longDate } from "@/lib/views/dates";
import { together } from "@/lib/views/lists";

type WindowNoticeProps = {
  closesAt: Date | null;
  grantedUntil: string | null;
  areasUntil: readonly { readonly area: string; readonly until: string }[];
  open: boolean;
  programme: string;
  window: string;
};

/** Until when the report can still be filled, or that it is too late and what can be done about it. */
export function WindowNotice({
  closesAt,
  grantedUntil,
  areasUntil,
  open,
  programme,
  window,
}: WindowNoticeProps) {
  const t = useTranslations("windows.notice");
  const locale = useLocale();
  if (closesAt === null) return null;
  const clock = clockInAmsterdam(closesAt);
  const facts = {
    date: longDate(clock.date, locale),
    time: locale === "nl" ? clock.time.replace(":", ".") : clock.time,
  };
  const past = closesAt <= new Date();
  // A longer time that still holds, and ends later than the window itself.
  if (
    open &&
    grantedUntil !== null &&
    grantedUntil >= dateInAmsterdam(new Date()) &&
    grantedUntil >= clock.date
  )
    return <p className="small muted">{t("granted", { ...facts, until: longDate(grantedUntil, locale) })}</p>;
  if (open && areasUntil.length > 0)
    return (
      <p className="small muted">
        {t(past ? "grantedAreasOnly" : "grantedAreas", {
          ...facts,
          areas: together(
            areasUntil.map(({ area, until }) => t("areaUntil", { area, until: longDate(until, locale) })),
            locale,
          ),
        })}
      </p>
    );
  if (open) return past ? null : <p className="small muted">{t("until", facts)}</p>;
  const href = `/programma/${programme}/rapportages/perioden/${window}#uitzondering`;
  return (
    <Alert id="gesloten" tone="warn" title={t("title")}>
      <p>{t.rich("text", { ...facts, link: (text) => <a href={href}>{text}</a> })}</p>
    </Alert>
  );
}
