import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { FileProblem } from "@/components/entry/file-problem";
import { FileProgress } from "@/components/entry/file-progress";
import { UploadPreview } from "@/components/entry/upload-preview";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { FILE_PROBLEMS } from "@/lib/domain/entry/entry-file";
import { countStates } from "@/lib/domain/entry/with-batch-reasons";
import { NotFound } from "@/lib/domain/refusal";
import { entryOptions } from "@/lib/queries/entry/entry-options";
import { findUpload } from "@/lib/queries/entry/find-upload";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../../../../programme-frame";
import { fileHeadings } from "../../workbook-words";
import { confirmUploadAction } from "./actions";
import { faultsOf } from "./faults";

type Props = { params: Promise<{ programme: string; upload: string }> };

/** More than these are in the workbook that one gets back, and on the page of the batch. */
const MOST_SHOWN = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("entry.preview"))("title") };
}

/** A file that was brought in: how far it is read, then what it would do, then nothing but where it went. */
export default async function UploadedPage({ params }: Props) {
  const grant = await authorize("allocation:propose");
  const { programme: code, upload: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const upload = await orNotFound(
    z.uuid().safeParse(id).success ? findUpload(grant, programme.id, id) : Promise.reject(new NotFound(id)),
  );
  const [t, locale] = [await getTranslations("entry.preview"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const { years, areas, themes } = await orNotFound(
    entryOptions(grant, programme.id, upload.trancheId, locale),
  );
  const named = (list: readonly { id: string; label: string }[]) =>
    new Map(list.map((one) => [one.id, one.label]));
  const headings = await fileHeadings(years);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[
        { label: t("allocations"), href: `${base}/toekenningen` },
        { label: t("upload"), href: `${base}/toekenningen/werkboek/inlezen?tranche=${upload.trancheId}` },
        { label: t("title") },
      ]}
    >
      <PageTitle title={t("title")} lead={`${upload.fileName}. ${upload.tranche}`} />
      {upload.status === "reading" && <FileProgress done={upload.rowsDone} total={upload.rowsTotal} />}
      {upload.status === "refused" && (
        <FileProblem
          problem={z.enum(FILE_PROBLEMS).catch("interrupted").parse(upload.refusal?.problem)}
          facts={upload.refusal?.facts ?? {}}
        />
      )}
      {upload.status === "entered" && (
        <Alert id="ingevoerd" title={t("entered")}>
          <p>
            <a href={`${base}/verzamelvoorstellen/${upload.batchId}`}>{t("toBatch")}</a>
          </p>
        </Alert>
      )}
      {upload.status === "checked" && (
        <UploadPreview
          counts={countStates(upload.rows)}
          faults={(await faultsOf(upload, years, MOST_SHOWN)).map((fault) => ({
            ...fault,
            column: headings[fault.column]?.[locale === "en" ? 1 : 0] ?? fault.column,
          }))}
          faultCount={upload.rows.reduce((count, { reasons }) => count + reasons.length, 0)}
          lines={upload.rows
            .filter(({ line, state }) => line !== null && state !== "refused")
            .slice(0, MOST_SHOWN)}
          years={years}
          areas={named(areas)}
          themes={named(themes)}
          faultsHref={`${base}/toekenningen/werkboek/inlezen/${upload.id}/fouten`}
          again={`${base}/toekenningen/werkboek/inlezen?tranche=${upload.trancheId}`}
          uploadId={upload.id}
          action={confirmUploadAction.bind(null, programme.code)}
        />
      )}
    </ProgrammeFrame>
  );
}
