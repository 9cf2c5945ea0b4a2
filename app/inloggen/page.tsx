import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { PageTitle } from "@/components/shell/page-title";
import { oidcSettings } from "@/lib/auth/oidc";
import { practiceAccounts } from "@/lib/auth/practice-accounts";
import { currentPerson, sessionIsOver } from "@/lib/auth/session";
import { oidcProblem, returnPath } from "@/lib/input/sign-in";
import { signInAction } from "./actions";
import { PracticeAccounts } from "./practice-accounts";
import { SignInNotice } from "./sign-in-notice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations("sign-in");
  const { terug, error } = await searchParams;
  const back = returnPath.parse(terug);
  if ((await currentPerson()) !== null) redirect(back);
  const [practice, over] = await Promise.all([practiceAccounts(), sessionIsOver()]);
  const oidc = oidcSettings();
  const again = `?terug=${encodeURIComponent(back)}`;
  return (
    <SiteFrame crumbs={[{ label: "Geldstroom", href: "/" }, { label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <SignInNotice problem={oidcProblem.parse(error)} over={over} provider={oidc?.name} />
      <div className="cols cols-1-1">
        <div>
          <ActionForm action={signInAction} title={t("title")} refusal={t("refusal")}>
            <HiddenField name="back" value={back} />
            <TextField
              name="email"
              label={t("fields.email")}
              type="email"
              inputMode="email"
              autoComplete="username"
            />
            <TextField
              name="password"
              label={t("fields.password")}
              type="password"
              autoComplete="current-password"
            />
            <div className="actions">
              <SubmitButton>{t("submit")}</SubmitButton>
              {oidc !== null && (
                <a className="button button-second" href={`/inloggen/oidc${again}`}>
                  {t("oidc", { name: oidc.name })}
                </a>
              )}
            </div>
          </ActionForm>
          <p className="above-m small">
            {t.rich("choose.invite", { link: (text) => <a href={`/inloggen/wachtwoord${again}`}>{text}</a> })}
          </p>
        </div>
        {practice.length > 0 && <PracticeAccounts accounts={practice} />}
      </div>
    </SiteFrame>
  );
}
