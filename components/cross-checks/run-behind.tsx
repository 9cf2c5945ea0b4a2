import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import type { Behind } from "@/lib/domain/cross-checks/freshness";
import type { RunRow } from "@/lib/domain/cross-checks/kept-run";
import { longInstant } from "@/lib/views/dates";

type RunBehindProps = { why: Behind; run: RunRow; href: (run: number) => string };

/** Says that what stands below may no longer be so: a later run has no outcome, or none was done since. */
export function RunBehind({ why, run, href }: RunBehindProps) {
  const t = useTranslations("crossChecks");
  const locale = useLocale();
  return (
    <Alert id="achter" tone="warn" title={t(`behind.${why}`)}>
      {t("behind.asked", { at: longInstant(run.askedAt, locale) })}{" "}
      <a href={href(run.number)}>{t("runs.number", { number: String(run.number) })}</a>
    </Alert>
  );
}
