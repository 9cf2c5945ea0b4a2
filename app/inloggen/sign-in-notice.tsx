import { useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";

type SignInNoticeProps = {
  problem: "noAccount" | "failed" | undefined;
  over: boolean;
  /** Name of the identity provider. */
  provider: string | undefined;
};

/** Why somebody is on this page again. */
export function SignInNotice({ problem, over, provider = "" }: SignInNoticeProps) {
  const t = useTranslations("sign-in");
  if (problem !== undefined) {
    return (
      <Alert id="waarom" tone="warn" title={t(`${problem}.title`, { provider })} announce>
        <p>{t(`${problem}.text`, { provider })}</p>
      </Alert>
    );
  }
  if (!over) return null;
  return (
    <Alert id="waarom" title={t("over.title")} announce>
      <p>{t("over.text")}</p>
    </Alert>
  );
}
