import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { CarryOverBox } from "@/components/movements/carry-over-box";
import { CarryOverForm } from "@/components/movements/carry-over-form";
import { FreeTable } from "@/components/movements/free-table";
import { MovementForm } from "@/components/movements/movement-form";
import { PageTitle } from "@/components/shell/page-title";
import { Switch } from "@/components/signs/switch";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { findAllocation } from "@/lib/queries/allocations/find-allocation";
import { listTrancheAllocations } from "@/lib/queries/allocations/tranche-allocations";
import { movementOptions } from "@/lib/queries/movements/movement-options";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { formOptions } from "@/lib/queries/proposals/form-options";
import { ProgrammeFrame } from "../../../programme-frame";
import { carryOverAction, moveToPlaceAction } from "./actions";

type Props = {
  params: Promise<{ programme: string; allocation: string }>;
  searchParams: Promise<{ soort?: string }>;
};
const KIND = z.enum(["gebied", "jaar"]).catch("gebied");

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("movements"))("title") };
}

export default async function MovementPage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:propose");
  const readGrant = await authorize("allocation:read");
  const { programme: code, allocation: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const allocation = await orNotFound(
    z.uuid().safeParse(id).success
      ? findAllocation(readGrant, programme.id, id)
      : Promise.reject(new NotFound(id)),
  );
  const [options, form, allocations] = await Promise.all([
    orNotFound(movementOptions(grant, programme.id, id)),
    orNotFound(formOptions(grant, programme.id, allocation.trancheId)),
    listTrancheAllocations(grant, programme.id, allocation.trancheId),
  ]);
  const kind = KIND.parse((await searchParams).soort);
  const [t, locale] = [await getTranslations("movements"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const here = `${base}/toekenningen/${id}`;
  const shared = {
    title: t("title"),
    idempotencyKey: randomUUID(),
    allocationId: id,
    cancelHref: here,
  };
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[
        { label: t("allocations"), href: `${base}/toekenningen` },
        { label: allocation.number, href: here },
        { label: t("title") },
      ]}
    >
      <PageTitle
        title={t("title")}
        lead={`${allocation.number}. ${allocation.area}, ${locale === "en" ? allocation.themeEn : allocation.themeNl}. ${t("lead")}`}
      />
      <div className="below-m">
        <Switch
          label={t("kind.label")}
          options={[
            { label: t("kind.place"), href: `${here}/verplaatsen`, current: kind === "gebied" },
            { label: t("kind.year"), href: `${here}/verplaatsen?soort=jaar`, current: kind === "jaar" },
          ]}
        />
      </div>
      <div className="cols cols-1-1">
        {kind === "gebied" ? (
          <MovementForm
            {...shared}
            action={moveToPlaceAction.bind(null, programme.code, allocation.number)}
            choices={{
              years: options.years.map(({ year }) => year),
              destinations: allocations.filter((one) => one.id !== id),
              areas: form.areas,
              themes: form.themes,
            }}
            legalSource={form.legalReference}
          />
        ) : (
          <CarryOverForm
            {...shared}
            action={carryOverAction.bind(null, programme.code, allocation.number)}
            fromYears={options.years.map(({ year }) => year)}
            toYears={form.years}
            legalSource={options.rule?.legalSource ?? null}
          />
        )}
        <aside aria-labelledby="vrij">
          <h2 id="vrij">{t("free.title")}</h2>
          <FreeTable years={options.years} />
          {kind === "jaar" && <CarryOverBox rule={options.rule} />}
        </aside>
      </div>
    </ProgrammeFrame>
  );
}
