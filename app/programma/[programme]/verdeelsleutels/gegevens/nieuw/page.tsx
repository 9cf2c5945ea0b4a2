import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { InputForm } from "@/components/distribution/input-form";
import { PageTitle } from "@/components/shell/page-title";
import { Switch } from "@/components/signs/switch";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { keyOptions } from "@/lib/queries/distribution/key-options";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../../../programme-frame";
import { enterInputAction } from "../../actions";

type Props = { params: Promise<{ programme: string }>; searchParams: Promise<{ per?: string }> };
const per = z.enum(["gemeente", "gebied"]).catch("gemeente");

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("distribution.inputForm"))("title") };
}

export default async function NewInputPage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:propose");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("distribution.inputForm");
  const chosen = per.parse((await searchParams).per);
  const grain = chosen === "gebied" ? "area" : "municipality";
  const options = await keyOptions(grant, programme.id);
  const base = `/programma/${programme.code}/verdeelsleutels`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("keys"), href: base }, { label: t("title") }]}
    >
      <PageTitle title={t("title")} lead={t("lead")} />
      <div className="below-m">
        <Switch
          label={t("per")}
          options={(["gemeente", "gebied"] as const).map((one) => ({
            label: t(`pers.${one}`),
            href: `${base}/gegevens/nieuw?per=${one}`,
            current: one === chosen,
          }))}
        />
      </div>
      <InputForm
        key={grain}
        action={enterInputAction.bind(null, programme.code)}
        title={t("title")}
        idempotencyKey={randomUUID()}
        grain={grain}
        streams={options.streams}
        names={[...new Set(options.inputs.filter((one) => one.grain === grain).map(({ name }) => name))]}
        recipients={options.recipients[grain]}
        cancelHref={base}
      />
    </ProgrammeFrame>
  );
}
