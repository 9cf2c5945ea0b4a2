import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { KeyForm } from "@/components/distribution/key-form";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { findKey } from "@/lib/queries/distribution/find-key";
import { keyOptions } from "@/lib/queries/distribution/key-options";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../../../programme-frame";
import { keyAction } from "../../actions";
import { askedValues, versionValues } from "../../key-values";

type Props = {
  params: Promise<{ programme: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("distribution.form"))("change") };
}

export default async function NewVersionPage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:propose");
  const reader = await authorize("proposal:read");
  const { programme: code, key: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const key = await orNotFound(
    z.uuid().safeParse(id).success ? findKey(reader, programme.id, id) : Promise.reject(new NotFound(id)),
  );
  const [newest] = key.versions;
  if (newest === undefined || !key.mayWrite) notFound();
  const t = await getTranslations("distribution.form");
  const options = await keyOptions(grant, programme.id);
  const values = askedValues(await searchParams) ?? versionValues(key, newest.definition, newest.legalSource);
  const base = `/programma/${programme.code}/verdeelsleutels`;
  const own = options.inputs.filter(({ streamId }) => streamId === key.streamId);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[
        { label: t("keys"), href: base },
        { label: key.name, href: `${base}/${key.id}` },
        { label: t("change") },
      ]}
    >
      <PageTitle title={t("change")} lead={t("changeLead", { name: key.name, version: newest.version })} />
      <KeyForm
        action={keyAction.bind(null, programme.code, key.id)}
        title={t("change")}
        idempotencyKey={randomUUID()}
        values={values}
        seen={newest.version}
        streams={options.streams}
        inputs={own.map(({ name }) => name)}
        recipients={options.recipients[values.grain]}
        cancelHref={`${base}/${key.id}`}
      />
    </ProgrammeFrame>
  );
}
