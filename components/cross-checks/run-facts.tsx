import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/signs/facts";
import type { RunRow } from "@/lib/domain/cross-checks/kept-run";
import { instant, longDate } from "@/lib/views/dates";

type RunFactsProps = { run: RunRow; href: (run: number) => string };

/** As of which dates a run is, who asked for it, and with which one it is compared. */
export function RunFacts({ run, href }: RunFactsProps) {
  const t = useTranslations("crossChecks.run");
  const runs = useTranslations("crossChecks.runs");
  const locale = useLocale();
  return (
    <Facts
      wide
      facts={[
        { term: t("validOn"), value: longDate(run.asOf.validOn, locale), look: "figure" },
        { term: t("knownAt"), value: instant(new Date(run.asOf.knownAt), locale), look: "figure" },
        {
          term: t("askedBy"),
          value: `${run.person ?? runs("nightly")}, ${instant(run.askedAt, locale)}`,
        },
        {
          term: t("previous"),
          value:
            run.previous === null ? (
              t("noPrevious")
            ) : (
              <a href={href(run.previous.number)}>
                {runs("number", { number: String(run.previous.number) })}
              </a>
            ),
        },
      ]}
    />
  );
}
