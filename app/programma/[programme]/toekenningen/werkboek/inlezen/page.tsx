import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { FileProblem } from "@/components/entry/file-problem";
import { UploadForm } from "@/components/entry/upload-form";
import { TranchePicker } from "@/components/proposals/tranche-picker";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { FILE_PROBLEMS } from "@/lib/domain/entry/entry-file";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listOwnTranches } from "@/lib/queries/proposals/form-options";
import { ProgrammeFrame } from "../../../programme-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const asked = z.object({
  tranche: z.uuid().optional().catch(undefined),
  al: z.uuid().optional().catch(undefined),
  probleem: z.enum(FILE_PROBLEMS).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("entry.upload"))("title") };
}

/** The facts of a sentence, as short text: the address is written by whoever follows it. */
const factsOf = (params: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      name.startsWith("f.") && typeof value === "string" ? [[name.slice(2), value.slice(0, 120)]] : [],
    ),
  );

export default async function UploadPage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:propose");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("entry.upload");
  const given = await searchParams;
  const { tranche, al, probleem } = asked.parse(given);
  const tranches = await listOwnTranches(grant, programme.id);
  const chosen = tranches.find(({ id }) => id === tranche);
  const base = `/programma/${programme.code}`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("allocations"), href: `${base}/toekenningen` }, { label: t("title") }]}
    >
      <PageTitle title={t("title")} lead={chosen === undefined ? t("lead") : chosen.label} />
      {probleem && <FileProblem problem={probleem} facts={factsOf(given)} />}
      {al && (
        <Alert id="al" title={t("sameTitle")} announce>
          <p>{t("sameText")}</p>
          <p>
            <a href={`${base}/verzamelvoorstellen/${al}`}>{t("sameLink")}</a>
          </p>
        </Alert>
      )}
      <TranchePicker tranches={tranches} chosen={chosen?.id} />
      {chosen && (
        <UploadForm
          trancheId={chosen.id}
          action={`${base}/toekenningen/werkboek/inlezen/bestand`}
          download={`${base}/toekenningen/werkboek?tranche=${chosen.id}`}
          contents={t("downloadText")}
        />
      )}
    </ProgrammeFrame>
  );
}
