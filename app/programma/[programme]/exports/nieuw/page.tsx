import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExportForm } from "@/components/exports/export-form";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { exportSort } from "@/lib/exports/kinds";
import { formatsOf } from "@/lib/exports/make-file";
import type { Asked } from "@/lib/input/as-of";
import { readExportAsked } from "@/lib/input/export-job";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { exportsPath } from "@/lib/views/exports";
import { ProgrammeFrame } from "../../programme-frame";
import { requestExportAction } from "../actions";

type Props = { params: Promise<{ programme: string }>; searchParams: Promise<Asked> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports.new"))("title") };
}

/** Asks for the file of a page: in which form, and with what proves it. */
export default async function NewExportPage({ params, searchParams }: Props) {
  const grant = await authorize("export:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const asked = readExportAsked(await searchParams);
  const sort = exportSort(asked.kind);
  if (sort === null) notFound();
  await authorize(sort.permission);
  const [t, all, kinds] = [
    await getTranslations("exports.new"),
    await getTranslations("exports"),
    await getTranslations("ledger.export.kinds"),
  ];
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      crumbs={[{ label: all("title"), href: exportsPath(programme.code) }, { label: t("title") }]}
    >
      <PageTitle title={t("title")} lead={t("lead", { what: kinds(sort.kind) })} />
      <ExportForm
        action={requestExportAction.bind(null, programme.code)}
        idempotencyKey={randomUUID()}
        kind={sort.kind}
        question={asked.question}
        formats={formatsOf(sort.kind)}
      />
    </ProgrammeFrame>
  );
}
