import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { StatusMatrix } from "@/components/windows/status-matrix";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findMatrix } from "@/lib/queries/windows/windows";
import { dateInAmsterdam } from "@/lib/views/dates";
import { WindowFrame } from "../window-frame";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("windows.matrix"))("title") };
}

/** How every stream, area and window stands. */
export default async function MatrixPage({ params }: Props) {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("windows.matrix");
  const streams = await findMatrix(grant, programme.id, dateInAmsterdam(new Date()));
  return (
    <WindowFrame
      grant={grant}
      programme={programme}
      current="matrix"
      crumb={t("title")}
      heading={<PageTitle title={t("title")} lead={t("lead")} />}
    >
      {streams.length === 0 && <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>}
      {streams.map((matrix) => (
        <StatusMatrix key={matrix.streamCode} matrix={matrix} programme={programme.code} />
      ))}
    </WindowFrame>
  );
}
