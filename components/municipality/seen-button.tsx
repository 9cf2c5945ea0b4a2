import { useLocale, useTranslations } from "next-intl";
import type { RecentChange } from "@/lib/domain/reports/municipality-work";
import { longInstant } from "@/lib/views/dates";

type SeenButtonProps = {
  changes: readonly RecentChange[];
  seenAt: Date | null;
  action: () => Promise<void>;
};

/** How much changed since one last said to have seen it, and the button that says so again. */
export function SeenButton({ changes, seenAt, action }: SeenButtonProps) {
  const t = useTranslations("municipality.seen");
  const locale = useLocale();
  const fresh = changes.filter(({ at }) => seenAt === null || at > seenAt).length;
  return (
    <form action={action} className="above-m">
      <p className="small muted flush">
        {seenAt === null ? t("never") : t("since", { count: fresh, date: longInstant(seenAt, locale) })}
      </p>
      {fresh > 0 && (
        <button type="submit" className="button button-second">
          {t("button")}
        </button>
      )}
    </form>
  );
}
