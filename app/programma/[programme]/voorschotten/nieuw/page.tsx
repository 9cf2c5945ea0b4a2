import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { AdvanceForm } from "@/components/advances/advance-form";
import { PageTitle } from "@/components/shell/page-title";
import { Facts } from "@/components/signs/facts";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";
import { findAllocation } from "@/lib/queries/allocations/find-allocation";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { euro } from "@/lib/views/money";
import { ProgrammeFrame } from "../../programme-frame";
import { recordPaymentAction } from "../actions";

type Props = { params: Promise<{ programme: string }>; searchParams: Promise<{ toekenning?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("advances.form"))("title") };
}

export default async function NewAdvancePage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:propose");
  const readGrant = await authorize("allocation:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const asked = z.uuid().safeParse((await searchParams).toekenning);
  const allocation = await orNotFound(
    asked.success
      ? findAllocation(readGrant, programme.id, asked.data)
      : Promise.reject(new NotFound("toekenning")),
  );
  const [t, locale] = [await getTranslations("advances"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const { allocated, advanced, spent } = allocation;
  const fact = (term: string, amount: bigint) => ({
    term,
    value: euro(cents(amount), locale),
    look: "figure" as const,
  });
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("title"), href: `${base}/voorschotten` }, { label: t("form.title") }]}
    >
      <PageTitle
        title={t("form.title")}
        lead={`${allocation.number}. ${allocation.area}, ${locale === "en" ? allocation.themeEn : allocation.themeNl}.`}
      />
      <div className="cols cols-2-1">
        <AdvanceForm
          action={recordPaymentAction.bind(null, programme.code)}
          idempotencyKey={randomUUID()}
          allocationId={allocation.id}
          cancelHref={`${base}/voorschotten`}
        />
        <aside aria-labelledby="stand">
          <h2 id="stand">{t("form.stand")}</h2>
          <Facts
            facts={[
              fact(t("awarded"), allocated),
              fact(t("advanced"), advanced),
              fact(t("left"), allocated - advanced),
              fact(t("spent"), spent),
            ]}
          />
        </aside>
      </div>
    </ProgrammeFrame>
  );
}
