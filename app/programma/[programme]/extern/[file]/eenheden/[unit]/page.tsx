import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { Pagination } from "@/components/signs/pagination";
import { UnitEntryTable } from "@/components/tie-out/unit-entry-table";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import type { Asked } from "@/lib/input/as-of";
import { readAfter } from "@/lib/input/tie-out";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findTieOutUnit } from "@/lib/queries/tie-out/find-tie-out";
import { count } from "@/lib/views/digits";
import { tieOutUnitPath, unitName } from "@/lib/views/tie-out";
import { FileFrame } from "../../../file-frame";

type Props = {
  params: Promise<{ programme: string; file: string; unit: string }>;
  searchParams: Promise<Asked>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tieOut.unit"))("title") };
}

/** The entries of one thing of ours that an external file was held against, page by page. */
export default async function TieOutUnitPage({ params, searchParams }: Props) {
  const grant = await authorize("reconciliation:read");
  const { programme: code, file: id, unit: key } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const after = readAfter(await searchParams);
  const found = await orNotFound(findTieOutUnit(grant, programme.id, id, { key, after }));
  const { file, unit, entries, next } = found;
  const [t, locale] = [await getTranslations("tieOut"), await getLocale()];
  const here = tieOutUnitPath(programme.code, id, key);
  return (
    <FileFrame grant={grant} programme={programme} file={file} below={unitName(unit)}>
      <PageTitle
        title={t("unit.title")}
        lead={t("unit.lead", { unit: unitName(unit), file: file.fileName })}
      />
      {entries.length === 0 ? (
        <EmptyState title={t("unit.none")}>{t("unit.noneText")}</EmptyState>
      ) : (
        <UnitEntryTable rows={entries} base={`/programma/${programme.code}`} />
      )}
      {(after > 0n || next !== null) && (
        <Pagination
          summary={t("unit.here", { count: count(entries.length, locale) })}
          first={after > 0n ? here : undefined}
          next={next === null ? undefined : `${here}?na=${next}`}
        />
      )}
    </FileFrame>
  );
}
