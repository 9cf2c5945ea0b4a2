import { useTranslations } from "next-intl";

/** On every screen of the practice programme: nobody may take an invented amount for a real one. */
export function PracticeBand() {
  const t = useTranslations("shell.practice");
  return (
    <section className="practice" aria-label={t("title")}>
      <div className="wrap">
        <p>
          <strong>{t("title")}.</strong> {t("text")}
        </p>
      </div>
    </section>
  );
}
