import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { namedOptions } from "@/components/forms/named-options";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { EntryTable } from "@/components/ledger/entry-table";
import { ExportLinks } from "@/components/ledger/export-links";
import { AsOfFields, AsOfForm } from "@/components/reconciliation/as-of-form";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { ENTRY_KINDS } from "@/lib/domain/ledger/entry-filter";
import { type LedgerAsked, readLedgerAsked } from "@/lib/input/ledger-filters";
import { ENTRIES_PER_PAGE, ledgerChoices, listEntries } from "@/lib/queries/ledger/list-entries";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { healthPath } from "@/lib/views/cross-checks";
import { instant, shortDate } from "@/lib/views/dates";
import { ProgrammeFrame } from "../programme-frame";
import { ViewsOfList } from "../views-of-list";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ledger"))("title") };
}

function parametersOf(
  { filter, typed, typedAfter }: LedgerAsked,
  { page, before }: { readonly page: number | null; readonly before: bigint | null },
): Record<string, string> {
  const asked = {
    geldstroom: filter.stream,
    gemeente: filter.municipality,
    soort: filter.kind,
    jaar: filter.year === null ? null : String(filter.year),
    zoek: filter.text,
    geldig: typed.geldig,
    bekend: typed.bekend,
    na: typedAfter,
    voor: before === null ? null : String(before),
    pagina: page === null ? null : String(page),
  };
  return Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

export default async function LedgerPage({ params, searchParams }: Props) {
  const grant = await authorize("journal:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const query = await searchParams;
  const asked = readLedgerAsked(query, new Date());
  const [found, choices] = await Promise.all([
    listEntries(grant, programme.id, asked),
    ledgerChoices(grant, programme.id),
  ]);
  const [t, locale] = [await getTranslations("ledger"), await getLocale()];
  const health = await getTranslations("crossChecks.health");
  const base = `/programma/${programme.code}`;
  const years = Array.from({ length: programme.horizonTo - programme.horizonFrom + 1 }, (_, index) =>
    String(programme.horizonFrom + index),
  );
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="ledger" crumbs={[{ label: t("title") }]}>
      <PageTitle
        title={t("title")}
        lead={t("lead", {
          count: Number(found.count),
          valid: shortDate(asked.asOf.validOn, locale),
          known: instant(new Date(asked.asOf.knownAt), locale),
        })}
      >
        <div className="actions">
          <a href={healthPath(programme.code)}>{health("title")}</a>
          <ExportLinks
            base={`${base}/export/grootboek`}
            asked={parametersOf(asked, { page: null, before: null })}
          />
        </div>
      </PageTitle>
      {asked.unread && <Alert id="keuze-onbekend" tone="warn" title={t("notRead")} />}
      <AsOfForm label={t("filter")} errors={asked.errors}>
        <SelectField
          name="geldstroom"
          label={t("stream")}
          placeholder={t("all")}
          defaultValue={asked.filter.stream ?? ""}
          options={namedOptions(choices.streams)}
        />
        <SelectField
          name="gemeente"
          label={t("municipality")}
          placeholder={t("all")}
          defaultValue={asked.filter.municipality ?? ""}
          options={namedOptions(choices.municipalities)}
        />
        <SelectField
          name="soort"
          label={t("kind")}
          placeholder={t("all")}
          defaultValue={asked.filter.kind ?? ""}
          options={ENTRY_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <SelectField
          name="jaar"
          label={t("year")}
          placeholder={t("all")}
          defaultValue={asked.filter.year === null ? "" : String(asked.filter.year)}
          options={years.map((year) => ({ value: year, label: year }))}
        />
        <TextField name="zoek" label={t("search")} type="search" width="m" defaultValue={asked.filter.text} />
        <AsOfFields typed={asked.typed} />
        <TextField
          name="na"
          label={t("after")}
          hint={t("afterHint")}
          width="m"
          defaultValue={asked.typedAfter}
        />
        <SubmitButton look="second">{t("show")}</SubmitButton>
      </AsOfForm>
      <ViewsOfList
        programme={programme}
        place={{ list: "ledger", subject: "" }}
        asked={query}
        title={t("title")}
      />
      <p className="small">
        {t("journal")}:{" "}
        {(["csv", "xlsx", "ods", "json", "journal", "beancount"] as const).map((format) => (
          <span key={format}>
            <a href={`${base}/export/journaal.${format}`}>{t(`formats.${format}`)}</a>,{" "}
          </span>
        ))}
        <a href={`${base}/exports/nieuw?wat=journaal`}>{t("proved")}</a>.{" "}
        <a href={`${base}/exports`}>{t("exportsAndPackage")}</a>
      </p>
      {found.searched !== null && (
        <p>
          {t("searched", { from: String(found.searched.from), to: String(found.searched.to) })}{" "}
          {found.searched.from > 1n && (
            <a
              href={`${base}/grootboek?${new URLSearchParams(parametersOf(asked, { page: null, before: found.searched.from }))}`}
            >
              {t("searchOlder")}
            </a>
          )}
        </p>
      )}
      <EntryTable
        year={asked.filter.year}
        rows={found.rows}
        totals={found.totals}
        count={Number(found.count)}
        base={base}
        page={asked.page}
        perPage={ENTRIES_PER_PAGE}
        address={(page) =>
          `${base}/grootboek?${new URLSearchParams(parametersOf(asked, { page, before: asked.before }))}`
        }
      />
    </ProgrammeFrame>
  );
}
