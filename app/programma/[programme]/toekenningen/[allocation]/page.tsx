import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { AllocationDetail } from "@/components/allocations/allocation-detail";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { findAllocation } from "@/lib/queries/allocations/find-allocation";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { historyAddress } from "@/lib/views/overview";
import { ProgrammeFrame } from "../../programme-frame";

type Props = { params: Promise<{ programme: string; allocation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allocations.detail"))("title") };
}

export default async function AllocationPage({ params }: Props) {
  const grant = await authorize("allocation:read");
  const { programme: code, allocation: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const allocation = await orNotFound(
    z.uuid().safeParse(id).success
      ? findAllocation(grant, programme.id, id)
      : Promise.reject(new NotFound(id)),
  );
  const t = await getTranslations("allocations");
  const locale = await getLocale();
  const base = `/programma/${programme.code}`;
  const municipal = grant.actor.scope === "municipality";
  const mayChange = grant.actor.roles.includes("officer") && allocation.own && allocation.allocated > 0n;
  const { settlement } = allocation;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current={municipal ? "ownAllocations" : "allocations"}
      crumbs={[
        { label: municipal ? t("list.own") : t("list.title"), href: `${base}/toekenningen` },
        { label: allocation.number },
      ]}
    >
      <PageTitle
        title={`${allocation.area}, ${locale === "en" ? allocation.themeEn : allocation.themeNl}`}
        lead={`${allocation.number}. ${allocation.stream}, ${allocation.tranche}.`}
      >
        {!(mayChange && settlement === null) && (
          <div className="actions">
            <a className="button button-second" href={`${base}/toekenningen/${id}/kasritme`}>
              {t("detail.schedule")}
            </a>
          </div>
        )}
        {mayChange && settlement === null && (
          <div className="actions">
            <a className="button button-second" href={`${base}/toekenningen/${id}/wijzigen?soort=revision`}>
              {t("detail.revise")}
            </a>
            <a className="button button-second" href={`${base}/toekenningen/${id}/verplaatsen`}>
              {t("detail.move")}
            </a>
            <a className="button button-second" href={`${base}/toekenningen/${id}/vaststellen`}>
              {t("detail.settle")}
            </a>
            <a className="button button-quiet" href={`${base}/toekenningen/${id}/kasritme`}>
              {t("detail.schedule")}
            </a>
            <a className="button button-quiet" href={`${base}/toekenningen/${id}/wijzigen?soort=withdrawal`}>
              {t("detail.withdraw")}
            </a>
          </div>
        )}
      </PageTitle>
      {settlement && (
        <Alert
          id="vastgesteld"
          tone="ok"
          title={t("detail.settledTitle", { amount: euro(settlement.amount, locale) })}
        >
          <p>
            {t("detail.settledText", { number: settlement.number, date: shortDate(settlement.on, locale) })}{" "}
            {!municipal && <a href={`${base}/toekenningen/${id}/vaststellen`}>{t("detail.settlement")}</a>}
          </p>
        </Alert>
      )}
      <AllocationDetail
        allocation={allocation}
        base={base}
        journal={!municipal}
        historyOf={
          municipal
            ? undefined
            : (year) =>
                historyAddress(`${base}/geldstromen/${allocation.streamCode}`, {
                  maat: "allocated",
                  toekenning: id,
                  jaar: year,
                })
        }
      />
    </ProgrammeFrame>
  );
}
