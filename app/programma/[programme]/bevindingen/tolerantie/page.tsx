import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TolerancePicture } from "@/components/findings/tolerance-picture";
import { TrackedTable } from "@/components/findings/tracked-table";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { ExportLinks } from "@/components/ledger/export-links";
import { AsOfForm } from "@/components/reconciliation/as-of-form";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { SectionHead } from "@/components/signs/section-head";
import { SourceLink } from "@/components/signs/source-link";
import { Switch } from "@/components/signs/switch";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { rulePath } from "@/lib/domain/rules/catalogue";
import type { Tolerance } from "@/lib/domain/sisa/tolerance";
import { readToleranceAsked, type ToleranceAsked } from "@/lib/input/findings";
import { findingChoices } from "@/lib/queries/findings/list-findings";
import { findTolerance } from "@/lib/queries/findings/track-tolerance";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findingsPath } from "@/lib/views/findings";
import { moneyYears } from "@/lib/views/money-years";
import { shareText, sisaPath } from "@/lib/views/sisa";
import { ProgrammeFrame } from "../../programme-frame";
import "@/app/styles/charts.css";
import "@/app/styles/audit.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings.tolerance"))("title") };
}

/** Errors and uncertainties that were found, per scheme, against the norm of the year. */
export default async function TolerancePage({ params, searchParams }: Props) {
  const grant = await authorize("finding:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const asked = readToleranceAsked(await searchParams, new Date());
  const years = moneyYears(programme, new Date());
  const year = years.find((one) => one === asked.year) ?? years[1] ?? programme.horizonFrom;
  const { municipalities } = await findingChoices(grant, programme.id);
  const { tolerance, schemes } = await orNotFound(findTolerance(grant, programme.id, { ...asked, year }));
  const t = await getTranslations("findings");
  const query = {
    jaar: String(year),
    gemeente: asked.municipality ?? undefined,
    bekend: asked.typed || undefined,
  };
  const path = findingsPath(programme.code, "tolerantie");
  const reading = (asked.reading ?? tolerance?.reading) === "together" ? "together" : "apart";
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="findings"
      crumbs={[{ label: t("title"), href: findingsPath(programme.code) }, { label: t("tolerance.title") }]}
    >
      <PageTitle title={t("tolerance.titleOf", { year: String(year) })} lead={t("tolerance.lead")}>
        <ExportLinks
          base={`/programma/${programme.code}/export/tolerantie`}
          asked={{ ...query, lezing: lezingOf(asked) }}
        />
      </PageTitle>
      <AsOfForm label={t("tolerance.filter")} errors={asked.errors}>
        <SelectField
          name="jaar"
          label={t("filter.year")}
          defaultValue={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
        {municipalities.length > 1 && (
          <SelectField
            name="gemeente"
            label={t("filter.municipality")}
            placeholder={t("filter.everyMunicipality")}
            defaultValue={asked.municipality ?? ""}
            options={municipalities.map((one) => ({ value: one.code, label: one.name }))}
          />
        )}
        <TextField
          name="bekend"
          label={t("tolerance.known")}
          hint={t("tolerance.knownHint")}
          width="m"
          defaultValue={asked.typed}
        />
        <SubmitButton look="second">{t("filter.show")}</SubmitButton>
      </AsOfForm>
      <Norm tolerance={tolerance} codesHref={`${sisaPath(programme.code)}/codes?jaar=${year}`} />
      <section className="section" aria-labelledby="regelingen">
        <SectionHead id="regelingen" title={t("tolerance.schemes")} note={t("tolerance.unit")}>
          {tolerance !== null && <Readings asked={asked} path={path} query={query} />}
        </SectionHead>
        {schemes.length === 0 ? (
          <EmptyState title={t("tolerance.empty")} level={3}>
            {t("tolerance.emptyText", { year: String(year) })}
          </EmptyState>
        ) : (
          <>
            {tolerance !== null && <TolerancePicture schemes={schemes} reading={reading} />}
            <TrackedTable
              schemes={schemes}
              href={(stream) => `${findingsPath(programme.code)}?jaar=${year}&regeling=${stream}`}
            />
          </>
        )}
        <p className="small above-s">
          {t.rich("tolerance.notSignals", { rule: (words) => <a href={rulePath("A7")}>{words}</a> })}
        </p>
      </section>
    </ProgrammeFrame>
  );
}

const lezingOf = ({ reading }: ToleranceAsked) =>
  reading === "each" ? "apart" : reading === "together" ? "samen" : undefined;

async function Norm({ tolerance, codesHref }: { tolerance: Tolerance | null; codesHref: string }) {
  const [t, locale] = [await getTranslations("findings.tolerance"), await getLocale()];
  const sisa = await getTranslations("sisa.tolerance");
  if (tolerance === null)
    return (
      <p>
        {t("none")} <a href={codesHref}>{t("record")}</a>
      </p>
    );
  return (
    <>
      <p>
        {sisa(`reading.${tolerance.reading}`, {
          errors: shareText(tolerance.errors, locale),
          uncertainties: shareText(tolerance.uncertainties, locale),
          year: String(tolerance.firstYear),
        })}{" "}
        <a href={codesHref}>{t("record")}</a>
      </p>
      <p className="small">
        <SourceLink wrap>{tolerance.source}</SourceLink>
      </p>
    </>
  );
}

/** The norm as its source has it, or read in one of the two ways: another look, and no other record. */
async function Readings({
  asked,
  path,
  query,
}: {
  asked: ToleranceAsked;
  path: string;
  query: Readonly<Record<string, string | undefined>>;
}) {
  const t = await getTranslations("findings.tolerance.readings");
  const kept = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const href = (lezing: string | null) =>
    `${path}?${new URLSearchParams([...kept, ...(lezing === null ? [] : [["lezing", lezing]])])}`;
  return (
    <Switch
      label={t("label")}
      options={[
        { label: t("source"), href: href(null), current: asked.reading === null },
        { label: t("each"), href: href("apart"), current: asked.reading === "each" },
        { label: t("together"), href: href("samen"), current: asked.reading === "together" },
      ]}
    />
  );
}
