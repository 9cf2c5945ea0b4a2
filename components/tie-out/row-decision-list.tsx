import { useLocale, useTranslations } from "next-intl";
import type { RowDecision } from "@/lib/domain/tie-out/decisions";
import type { OurUnit } from "@/lib/domain/tie-out/our-unit";
import { instant } from "@/lib/views/dates";
import { unitName } from "@/lib/views/tie-out";

type Told = RowDecision & { readonly to: OurUnit | null };

/** What auditors said about a row; nothing of it is ever taken away. */
export function RowDecisionList({ decisions }: { decisions: readonly Told[] }) {
  const t = useTranslations("tieOut.row");
  const locale = useLocale();
  if (decisions.length === 0) return null;
  return (
    <section className="section" aria-labelledby="gezegd">
      <h2 id="gezegd">{t("said")}</h2>
      <ol>
        {decisions.map(({ action, reason, by, at, to }) => (
          <li key={at.toISOString()}>
            {t(`told.${action}`, { unit: to === null ? "" : unitName(to) })} {t("reasonGiven", { reason })}
            <span className="meta">{t("byAt", { who: by, at: instant(at, locale) })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
