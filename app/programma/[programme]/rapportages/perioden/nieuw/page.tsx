import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { OpenWindowForm } from "@/components/windows/open-window-form";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listOwnTranches } from "@/lib/queries/windows/windows";
import { openWindowAction } from "../actions";
import { WindowFrame } from "../window-frame";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("windows.new"))("title") };
}

export default async function NewWindowPage({ params }: Props) {
  const grant = await authorize("window:manage");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("windows.new");
  const tranches = await listOwnTranches(grant, programme.id);
  return (
    <WindowFrame
      grant={grant}
      programme={programme}
      crumb={t("title")}
      heading={<PageTitle title={t("title")} lead={t("lead")} />}
    >
      {tranches.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <OpenWindowForm
          action={openWindowAction.bind(null, programme.code)}
          idempotencyKey={randomUUID()}
          tranches={tranches}
        />
      )}
    </WindowFrame>
  );
}
