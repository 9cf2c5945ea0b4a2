import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { RoleFields } from "@/components/admin/role-fields";
import { ShownOnce } from "@/components/admin/shown-once";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { PageTitle } from "@/components/shell/page-title";
import { authorize } from "@/lib/auth/authorize";
import { findOrganisations } from "@/lib/queries/people/people";
import { addPersonAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.people"))("new") };
}

export default async function NewPersonPage() {
  const grant = await authorize("people:manage");
  const organisations = await findOrganisations(grant);
  const t = await getTranslations("admin");
  return (
    <SiteFrame
      current="administration"
      crumbs={[{ label: t("people.title"), href: "/beheer" }, { label: t("people.new") }]}
    >
      <PageTitle title={t("people.new")} lead={t("person.passwordText")} />
      <ActionForm action={addPersonAction} title={t("people.new")} refusal={t("form.refusal")}>
        <ShownOnce title={t("person.passwordShown")} link={t("person.created")} />
        <HiddenField name="idempotencyKey" value={randomUUID()} />
        <TextField name="name" label={t("form.name")} hint={t("form.nameHint")} autoComplete="off" />
        <TextField name="email" label={t("form.email")} type="email" autoComplete="off" />
        <RoleFields organisations={organisations} />
        <div className="actions">
          <SubmitButton>{t("form.create")}</SubmitButton>
        </div>
      </ActionForm>
    </SiteFrame>
  );
}
