import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { splitMessage } from "@/app/submit-form";
import { LedgerFileProblem } from "@/components/own-ledger/file-problem";
import { PageTitle } from "@/components/shell/page-title";
import { TieOutForm } from "@/components/tie-out/tie-out-form";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { FILE_PROBLEMS } from "@/lib/domain/entry/entry-file";
import { type Asked, one } from "@/lib/input/as-of";
import { factsOfAddress } from "@/lib/input/file-problem";
import { readQuestion, typedQuestion } from "@/lib/input/tie-out";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findTieOutSources } from "@/lib/queries/tie-out/find-tie-out";
import { tieOutPath } from "@/lib/views/tie-out";
import { ProgrammeFrame } from "../../programme-frame";

type Props = { params: Promise<{ programme: string }>; searchParams: Promise<Asked> };

const problem = z.enum(FILE_PROBLEMS).optional().catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tieOut"))("new") };
}

/** Which file, from whom, and what of ours stands beside it. */
export default async function NewTieOutPage({ params, searchParams }: Props) {
  const grant = await authorize("tie-out:bring");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const given = await searchParams;
  const t = await getTranslations("tieOut");
  const refused = problem.parse(given.probleem);
  const base = tieOutPath(programme.code);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="external"
      crumbs={[{ label: t("title"), href: base }, { label: t("new") }]}
    >
      <PageTitle title={t("new")} lead={t("newLead")} />
      {refused && <LedgerFileProblem problem={refused} facts={factsOfAddress(given)} />}
      <TieOutForm
        action={`${base}/bestand`}
        typed={typedQuestion(given)}
        errors={one(given.fout) === "" ? {} : await errorsOf(given)}
        sources={await findTieOutSources(grant, programme.id)}
      />
    </ProgrammeFrame>
  );
}

/** What is wrong with what was typed, in sentences; the route found the same. */
async function errorsOf(given: Asked): Promise<Record<string, string[]>> {
  const read = readQuestion(given, new Date());
  if (read.ok) return {};
  const t = (await getTranslations()) as unknown as (key: string, facts?: Record<string, string>) => string;
  return Object.fromEntries(
    Object.entries(read.errors).map(([field, keys]) => [field, keys.map((key) => t(...splitMessage(key)))]),
  );
}
