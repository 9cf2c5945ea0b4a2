import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import type { Cents } from "@/lib/domain/money";
import { euro } from "@/lib/views/money";

type Standing = {
  readonly needed: number;
  readonly given: number;
  readonly threshold: Cents | null;
  readonly ofPrincipal: boolean;
  readonly approvedByMe: boolean;
};

/** Why an open proposal needs two approvers, or somebody else than who looks. */
export function StandingMessages({ standing, own }: { standing: Standing; own: boolean }) {
  const t = useTranslations("proposals.page");
  const locale = useLocale();
  const { needed, given, threshold, ofPrincipal, approvedByMe } = standing;
  return (
    <>
      {needed > 1 && threshold !== null && (
        <Alert id="drempel" title={t("twoTitle")}>
          <p>{t("two", { threshold: euro(threshold, locale), given })}</p>
        </Alert>
      )}
      {approvedByMe && (
        <Alert id="door-u" title={t("byYouTitle")}>
          <p>{t("byYou")}</p>
        </Alert>
      )}
      {ofPrincipal && !own && (
        <Alert id="waarnemer" title={t("principalTitle")}>
          <p>{t("principal")}</p>
        </Alert>
      )}
    </>
  );
}
