import { useLocale, useTranslations } from "next-intl";
import { MOST_CHANGES } from "@/lib/domain/municipality/since-visit";
import { longInstant } from "@/lib/views/dates";

/** How much happened since one looked the last time. */
export function VisitLine({ since, fresh }: { since: Date | null; fresh: number }) {
  const t = useTranslations("municipality.visit");
  const locale = useLocale();
  const facts = (date: Date) => ({ count: fresh, most: MOST_CHANGES, date: longInstant(date, locale) });
  return (
    <p className="small muted">
      {since === null ? t("first") : t(fresh > MOST_CHANGES ? "many" : "since", facts(since))}
    </p>
  );
}
