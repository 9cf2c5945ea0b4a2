import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { PageTitle } from "@/components/shell/page-title";
import { SHORTEST_PASSWORD } from "@/lib/auth/password-policy";
import { returnPath } from "@/lib/input/sign-in";
import { choosePasswordAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in.choose"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** With the present password and without a session: the way in for who holds a password that works once. */
export default async function ChoosePasswordPage({ searchParams }: Props) {
  const t = await getTranslations("sign-in");
  const back = returnPath.parse((await searchParams).terug);
  const signIn = `/inloggen?terug=${encodeURIComponent(back)}`;
  const title = t("choose.title");
  return (
    <SiteFrame crumbs={[{ label: t("title"), href: signIn }, { label: title }]}>
      <PageTitle title={title} lead={t("choose.lead")} />
      <ActionForm action={choosePasswordAction} title={title} refusal={t("choose.refusal")}>
        <HiddenField name="back" value={back} />
        <TextField
          name="email"
          label={t("fields.email")}
          type="email"
          inputMode="email"
          autoComplete="username"
        />
        <TextField
          name="current"
          label={t("fields.current")}
          type="password"
          autoComplete="current-password"
        />
        <TextField
          name="password"
          label={t("fields.new")}
          hint={t("choose.hint", { shortest: SHORTEST_PASSWORD })}
          type="password"
          autoComplete="new-password"
        />
        <TextField name="repeat" label={t("fields.repeat")} type="password" autoComplete="new-password" />
        <div className="actions">
          <SubmitButton>{t("choose.submit")}</SubmitButton>
          <a className="button button-quiet" href={signIn}>
            {t("choose.cancel")}
          </a>
        </div>
      </ActionForm>
    </SiteFrame>
  );
}
