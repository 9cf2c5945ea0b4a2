import { useTranslations } from "next-intl";
import { KeepLooking } from "@/components/entry/keep-looking";

/** A run that the worker still has to do: the page looks again by itself, and has a link for who has no script. */
export function RunWaits({ address }: { address: string }) {
  const t = useTranslations("crossChecks.run");
  return (
    <>
      <KeepLooking />
      <p role="status">{t("waits")}</p>
      <p className="small">
        {t("mayLeave")} <a href={address}>{t("again")}</a>
      </p>
    </>
  );
}
