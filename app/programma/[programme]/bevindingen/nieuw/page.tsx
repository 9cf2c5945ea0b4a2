import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewFindingForm } from "@/components/findings/finding-form";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { readCheckStart } from "@/lib/input/cross-checks";
import { readFindingStart } from "@/lib/input/findings";
import { findStart } from "@/lib/queries/findings/find-finding";
import { findingChoices, listFindings } from "@/lib/queries/findings/list-findings";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findingsPath } from "@/lib/views/findings";
import { moneyYears } from "@/lib/views/money-years";
import { ProgrammeFrame } from "../../programme-frame";
import { writeFindingAction } from "../actions";
import { startOfCheck } from "./start-of-check";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("new") };
}

/** A new finding, empty or begun at an entry, at an item of a sample or at what a run of the rules found. */
export default async function NewFindingPage({ params, searchParams }: Props) {
  const grant = await authorize("finding:write");
  const reads = await authorize("finding:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const asked = await searchParams;
  const check = readCheckStart(asked);
  const start = check
    ? await orNotFound(startOfCheck(grant, programme.id, check))
    : await findStart(grant, programme.id, readFindingStart(asked));
  const choices = await findingChoices(reads, programme.id);
  const before = (await listFindings(reads, programme.id, {})).filter(
    ({ issuedVersion, status }) => issuedVersion !== null && status !== "withdrawn",
  );
  const t = await getTranslations("findings");
  const [thisYear = programme.horizonFrom] = moneyYears(programme, new Date());
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="findings"
      crumbs={[{ label: t("title"), href: findingsPath(programme.code) }, { label: t("new") }]}
    >
      <PageTitle title={t("new")} lead={t("newLead")} />
      <NewFindingForm
        action={writeFindingAction.bind(null, programme.code)}
        idempotencyKey={randomUUID()}
        start={{
          year: start?.year ?? thisYear,
          streamId: start?.streamId ?? null,
          municipalityId: start?.municipalityId ?? null,
          amount: start?.amount ?? null,
          entries: start?.entries ?? [],
          sampleId: start?.sampleId ?? null,
          check,
          ...(start?.title == null ? {} : { title: start.title }),
          ...(start?.nature == null ? {} : { nature: start.nature }),
          ...(start?.remark == null ? {} : { text: start.remark }),
        }}
        streams={choices.streams}
        municipalities={choices.municipalities}
        earlier={before.map(({ id, year, number, title }) => ({ id, name: `${year}, ${number}: ${title}` }))}
      />
    </ProgrammeFrame>
  );
}
