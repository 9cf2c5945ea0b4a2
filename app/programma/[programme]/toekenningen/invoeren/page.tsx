import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { EntryGrid } from "@/components/entry/entry-grid";
import { TranchePicker } from "@/components/proposals/tranche-picker";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { draftRows } from "@/lib/input/entry";
import { entryOptions } from "@/lib/queries/entry/entry-options";
import { findDraft } from "@/lib/queries/entry/find-draft";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listOwnTranches } from "@/lib/queries/proposals/form-options";
import { instant } from "@/lib/views/dates";
import { ProgrammeFrame } from "../../programme-frame";
import { gridAction, saveDraftAction } from "./actions";
import { gridTexts } from "./grid-texts";
import { padded } from "./kept-grid";

type Props = { params: Promise<{ programme: string }>; searchParams: Promise<{ tranche?: string }> };
const trancheParam = z.uuid().optional().catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("entry.grid"))("title") };
}

export default async function EnterManyPage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:propose");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const [t, locale] = [await getTranslations("entry.grid"), await getLocale()];
  const asked = trancheParam.parse((await searchParams).tranche);
  const tranches = await listOwnTranches(grant, programme.id);
  const chosen = tranches.find(({ id }) => id === asked);
  const options = chosen && (await orNotFound(entryOptions(grant, programme.id, chosen.id, locale)));
  const draft = options && (await findDraft(grant, options.trancheId));
  const base = `/programma/${programme.code}/toekenningen`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("allocations"), href: base }, { label: t("title") }]}
    >
      <PageTitle
        title={t("title")}
        lead={chosen === undefined ? t("lead") : t("leadOf", { tranche: chosen.label })}
      >
        <div className="actions">
          <a
            className="button button-second"
            href={`${base}/werkboek/inlezen${chosen ? `?tranche=${chosen.id}` : ""}`}
          >
            {t("withWorkbook")}
          </a>
        </div>
      </PageTitle>
      <TranchePicker tranches={tranches} chosen={chosen?.id} />
      {options && (
        <EntryGrid
          key={options.trancheId}
          action={gridAction.bind(null, programme.code)}
          save={saveDraftAction.bind(null, programme.code, options.trancheId)}
          words={await gridTexts(options.years)}
          idempotencyKey={randomUUID()}
          trancheId={options.trancheId}
          tranche={options.label}
          years={options.years}
          areas={options.areas}
          themes={options.themes}
          room={options.room}
          rows={padded(draftRows.parse(draft?.rows ?? []))}
          draft={{
            version: draft?.version ?? 0,
            saved: draft ? t("restored", { at: instant(draft.savedAt, locale) }) : t("notSaved"),
          }}
        />
      )}
    </ProgrammeFrame>
  );
}
