import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { CodeForm } from "@/components/sisa/code-form";
import { CodeTable } from "@/components/sisa/code-table";
import { ExampleCodes } from "@/components/sisa/example-codes";
import { SisaFilter } from "@/components/sisa/sisa-filter";
import { ToleranceForm } from "@/components/sisa/tolerance-form";
import { ToleranceHistory } from "@/components/sisa/tolerance-history";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listSisaCodes } from "@/lib/queries/sisa/list-codes";
import { sisaPath } from "@/lib/views/sisa";
import { ProgrammeFrame } from "../../programme-frame";
import { askedYear } from "../asked-year";
import { writeSisaCodesAction, writeSisaToleranceAction } from "./actions";
import "@/app/styles/sisa.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ["codes", "tolerantie"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sisa.codes"))("title") };
}

/** How the schemes are numbered in a year, each with its source; what is not known stays open. */
export default async function SisaCodesPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const query = await searchParams;
  const { year, years, stream: asked } = askedYear(query, programme);
  const { streams, examples, tolerances } = await listSisaCodes(grant, programme.id, year);
  const writes = (await tryAuthorize("report:review")) !== null;
  const t = await getTranslations("sisa.codes");
  const base = sisaPath(programme.code);
  const here = `${base}/codes`;
  const mayWrite = writes && grant.actor.scope === "ministry";
  const stream = mayWrite ? streams.find((one) => one.code === asked && one.own) : undefined;
  const done = DONE.find((one) => one === query.gedaan);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="sisa"
      crumbs={[{ label: t("sisa"), href: `${base}?jaar=${year}` }, { label: t("title") }]}
    >
      <PageTitle title={t("titleOf", { year: String(year) })} lead={t("lead")} />
      <SisaFilter action={here} municipalities={[]} years={years} municipality={null} year={year} />
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      <CodeTable
        streams={streams}
        editHref={mayWrite ? (code) => `${here}?jaar=${year}&regeling=${code}#nummers` : undefined}
      />
      {stream && (
        <CodeForm
          action={writeSisaCodesAction.bind(null, programme.code, year)}
          idempotencyKey={randomUUID()}
          stream={stream}
          year={year}
        />
      )}
      <ToleranceHistory tolerances={tolerances} />
      {mayWrite && streams.some(({ own }) => own) && (
        <ToleranceForm
          action={writeSisaToleranceAction.bind(null, programme.code, year)}
          idempotencyKey={randomUUID()}
        />
      )}
      {examples.length > 0 && <ExampleCodes examples={examples} />}
    </ProgrammeFrame>
  );
}
