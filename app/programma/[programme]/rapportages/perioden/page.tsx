import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { WindowTable } from "@/components/windows/window-table";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listWindows } from "@/lib/queries/windows/windows";
import { dateInAmsterdam } from "@/lib/views/dates";
import { WindowFrame } from "./window-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ gedaan?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("windows"))("title") };
}

/** Every reporting window of the programme. */
export default async function WindowsPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("windows");
  const rows = await listWindows(grant, programme.id);
  const manages = (await tryAuthorize("window:manage")) !== null;
  const now = new Date();
  const heading = (
    <PageTitle title={t("title")} lead={t("lead")}>
      {manages && (
        <a className="button" href={`/programma/${programme.code}/rapportages/perioden/nieuw`}>
          {t("open")}
        </a>
      )}
    </PageTitle>
  );
  return (
    <WindowFrame
      grant={grant}
      programme={programme}
      current="windows"
      heading={heading}
      done={(await searchParams).gedaan}
    >
      <WindowTable rows={rows} programme={programme.code} today={dateInAmsterdam(now)} now={now} />
    </WindowFrame>
  );
}
