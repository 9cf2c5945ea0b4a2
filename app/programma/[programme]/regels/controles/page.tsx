import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RunForm } from "@/components/cross-checks/run-form";
import { RunTable } from "@/components/cross-checks/run-table";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { Pagination } from "@/components/signs/pagination";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { readPage } from "@/lib/input/window";
import { findRuns, RUNS_PER_PAGE } from "@/lib/queries/cross-checks/runs";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { checksPath, healthPath } from "@/lib/views/cross-checks";
import { count } from "@/lib/views/digits";
import { ProgrammeFrame } from "../../programme-frame";
import { askRunAction } from "./actions";
import "@/app/styles/rules.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ pagina?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("crossChecks"))("title") };
}

/** Every time that the rules were held against the whole programme, and a button to do it now. */
export default async function CrossChecksPage({ params, searchParams }: Props) {
  const grant = await authorize("reconciliation:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const page = readPage((await searchParams).pagina);
  const { rows, total } = await findRuns(grant, programme.id, page);
  const runs = (await tryAuthorize("check:run")) !== null;
  const [t, stages, locale] = [
    await getTranslations("crossChecks"),
    await getTranslations("stages"),
    await getLocale(),
  ];
  const from = (page - 1) * RUNS_PER_PAGE;
  const own = checksPath(programme.code);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      crumbs={[
        { label: stages("title"), href: `/programma/${programme.code}/regels` },
        { label: t("title") },
      ]}
    >
      <PageTitle title={t("title")} lead={t("lead")}>
        <a href={healthPath(programme.code)}>{t("health.title")}</a>
      </PageTitle>
      {rows.length === 0 ? (
        <EmptyState title={t("runs.none")}>{t("runs.noneText")}</EmptyState>
      ) : (
        <RunTable runs={rows} href={(run) => checksPath(programme.code, run)} />
      )}
      {total > RUNS_PER_PAGE && (
        <Pagination
          summary={t("range", {
            from: count(Math.min(from + 1, total), locale),
            to: count(Math.min(from + RUNS_PER_PAGE, total), locale),
            total: count(total, locale),
          })}
          previous={page > 1 ? `${own}?pagina=${page - 1}` : undefined}
          next={from + RUNS_PER_PAGE < total ? `${own}?pagina=${page + 1}` : undefined}
        />
      )}
      {runs && <RunForm action={askRunAction.bind(null, programme.code)} idempotencyKey={randomUUID()} />}
    </ProgrammeFrame>
  );
}
