import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FilterForm } from "@/components/forms/filter-form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ExportLinks } from "@/components/ledger/export-links";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { Pagination } from "@/components/signs/pagination";
import { PairingTable } from "@/components/tie-out/pairing-table";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { shownPairings } from "@/lib/domain/tie-out/shown-pairings";
import type { Asked } from "@/lib/input/as-of";
import { PAIRINGS_SHOWN, readPairingsAsked } from "@/lib/input/tie-out";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findPairings } from "@/lib/queries/tie-out/find-tie-out";
import { count } from "@/lib/views/digits";
import { pairingsPath, tieOutPath, tieOutUnitPath } from "@/lib/views/tie-out";
import { FileFrame } from "../../file-frame";

type Props = { params: Promise<{ programme: string; file: string }>; searchParams: Promise<Asked> };

const PER_PAGE = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tieOut.pairings"))("title") };
}

/** What belongs together of the file and of ours, and why; both ways, with what is on one side only. */
export default async function PairingsPage({ params, searchParams }: Props) {
  const grant = await authorize("reconciliation:read");
  const { programme: code, file: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const { file, compared } = await orNotFound(findPairings(grant, programme.id, id));
  const { shown, page } = readPairingsAsked(await searchParams);
  const [t, locale] = [await getTranslations("tieOut"), await getLocale()];
  const all = shownPairings(compared.pairings, shown);
  const [from, to] = [(page - 1) * PER_PAGE, Math.min(page * PER_PAGE, all.length)];
  const address = (wanted: number) => `?toon=${shown}&pagina=${wanted}`;
  return (
    <FileFrame grant={grant} programme={programme} file={file} below={t("pairings.title")}>
      <PageTitle title={t("pairings.title")} lead={t("pairings.lead")}>
        <div className="actions">
          <ExportLinks
            base={`/programma/${programme.code}/export/koppelingen`}
            asked={{ bestand: id, toon: shown }}
          />
        </div>
      </PageTitle>
      <FilterForm label={t("pairings.filter")} action={pairingsPath(programme.code, id)}>
        <SelectField
          name="toon"
          label={t("pairings.show")}
          defaultValue={shown}
          options={PAIRINGS_SHOWN.map((each) => ({ value: each, label: t(`pairings.shown.${each}`) }))}
        />
        <SubmitButton>{t("pairings.submit")}</SubmitButton>
      </FilterForm>
      {all.length === 0 ? (
        <EmptyState title={t("pairings.none")}>{t("pairings.noneText")}</EmptyState>
      ) : (
        <>
          <PairingTable
            pairings={all.slice(from, to)}
            rowHref={(row) => tieOutPath(programme.code, id, row)}
            entriesHref={(unit) => tieOutUnitPath(programme.code, id, unit)}
            base={`/programma/${programme.code}`}
          />
          <Pagination
            summary={t("pairings.pages", {
              from: count(from + 1, locale),
              to: count(to, locale),
              total: count(all.length, locale),
            })}
            previous={page > 1 ? address(page - 1) : undefined}
            next={to < all.length ? address(page + 1) : undefined}
          />
        </>
      )}
    </FileFrame>
  );
}
