import { useLocale, useTranslations } from "next-intl";
import { clockInAmsterdam } from "@/lib/domain/windows/amsterdam-time";
import { shortDate } from "@/lib/views/dates";

/** When a window closes, as a clock in the Netherlands shows it. */
export function ClosingText({ at }: { at: Date | null }) {
  const t = useTranslations("windows");
  const locale = useLocale();
  if (at === null) return <span className="muted">{t("notClosing")}</span>;
  const { date, time } = clockInAmsterdam(at);
  const shown = locale === "nl" ? time.replace(":", ".") : time;
  return <span className="tnum">{t("closes", { date: shortDate(date, locale), time: shown })}</span>;
}
