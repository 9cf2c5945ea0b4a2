import { useTranslations } from "next-intl";
import type { CarryOverRule } from "@/lib/domain/movements/carry-over";

/** The rule of the regulation in sentences, with its legal source; or that there is none. */
export function CarryOverBox({ rule }: { rule: CarryOverRule | null }) {
  const t = useTranslations("movements.rule");
  return (
    <section aria-labelledby="doorschuifregel">
      <h2 id="doorschuifregel">{t("title")}</h2>
      {rule === null ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <ul>
            <li>{rule.sharePercent === null ? t("noShare") : t("share", { share: rule.sharePercent })}</li>
            {rule.nextYearOnly && <li>{t("next")}</li>}
            {rule.lastYear !== null && <li>{t("last", { year: String(rule.lastYear) })}</li>}
            <li>{t("theme")}</li>
          </ul>
          <p className="small muted">{t("source", { source: rule.legalSource })}</p>
        </>
      )}
    </section>
  );
}
