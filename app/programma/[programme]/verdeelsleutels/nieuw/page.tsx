import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeyForm } from "@/components/distribution/key-form";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { keyOptions } from "@/lib/queries/distribution/key-options";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../../programme-frame";
import { keyAction } from "../actions";
import { askedValues, EMPTY } from "../key-values";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("distribution.form"))("new") };
}

export default async function NewKeyPage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:propose");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("distribution.form");
  const options = await keyOptions(grant, programme.id);
  const values = askedValues(await searchParams) ?? EMPTY;
  const base = `/programma/${programme.code}/verdeelsleutels`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("keys"), href: base }, { label: t("new") }]}
    >
      <PageTitle title={t("new")} lead={t("lead")} />
      <KeyForm
        action={keyAction.bind(null, programme.code, null)}
        title={t("new")}
        idempotencyKey={randomUUID()}
        values={values}
        seen={0}
        streams={options.streams}
        inputs={[...new Set(options.inputs.map(({ name }) => name))]}
        recipients={options.recipients[values.grain]}
        cancelHref={base}
      />
    </ProgrammeFrame>
  );
}
