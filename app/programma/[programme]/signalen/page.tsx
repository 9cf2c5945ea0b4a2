import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FilterForm } from "@/components/forms/filter-form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ExportLinks } from "@/components/ledger/export-links";
import { PageTitle } from "@/components/shell/page-title";
import { SignalList } from "@/components/signals/signal-list";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { readSignalYear } from "@/lib/input/signals";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listSignals } from "@/lib/queries/signals/find-signals";
import { moneyYears } from "@/lib/views/money-years";
import { signalsPath } from "@/lib/views/signals";
import { ProgrammeFrame } from "../programme-frame";
import "@/app/styles/audit.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signals"))("title") };
}

/** What stands out in a year's spend, each with its reason; where to look, and never a finding by itself. */
export default async function SignalsPage({ params, searchParams }: Props) {
  const grant = await authorize("signal:judge");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const years = moneyYears(programme, new Date());
  const asked = readSignalYear(await searchParams);
  const year = years.find((one) => one === asked) ?? years[1] ?? programme.horizonFrom;
  const signals = await listSignals(grant, programme.id, year);
  const t = await getTranslations("signals");
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="signals" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("titleOf", { year: String(year) })} lead={t("lead", { count: signals.length })}>
        <ExportLinks base={`/programma/${programme.code}/export/signalen`} asked={{ jaar: year }} />
      </PageTitle>
      <FilterForm label={t("filter")}>
        <SelectField
          name="jaar"
          label={t("year")}
          defaultValue={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
        <SubmitButton look="second">{t("show")}</SubmitButton>
      </FilterForm>
      {signals.length === 0 ? (
        <EmptyState title={t("empty", { year: String(year) })}>{t("emptyText")}</EmptyState>
      ) : (
        <SignalList signals={signals} href={(key) => signalsPath(programme.code, key)} />
      )}
    </ProgrammeFrame>
  );
}
