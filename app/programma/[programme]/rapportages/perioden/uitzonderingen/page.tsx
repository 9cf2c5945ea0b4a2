import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { ExceptionTable } from "@/components/windows/exception-table";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listExceptions } from "@/lib/queries/windows/windows";
import { dateInAmsterdam } from "@/lib/views/dates";
import { ExceptionDecider } from "../exception-decider";
import { WindowFrame } from "../window-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ gedaan?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("windows.exception"))("title") };
}

/** Every exception of the programme, for who decides and for the auditor. */
export default async function ExceptionsPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("windows.exception");
  const decider = await tryAuthorize("exception:decide");
  const rows = await listExceptions(grant, programme.id);
  const today = dateInAmsterdam(new Date());
  return (
    <WindowFrame
      grant={grant}
      programme={programme}
      current="exceptions"
      crumb={t("title")}
      heading={<PageTitle title={t("title")} lead={t("lead")} />}
      done={(await searchParams).gedaan}
    >
      <ExceptionTable
        rows={rows}
        today={today}
        programme={programme.code}
        decider={(row) => (
          <ExceptionDecider
            row={row}
            programme={programme.code}
            today={today}
            actor={decider?.actor ?? null}
            back="uitzonderingen"
          />
        )}
      />
    </WindowFrame>
  );
}
