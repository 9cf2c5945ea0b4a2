import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ScheduleForm } from "@/components/schedule/schedule-form";
import { ScheduleTable } from "@/components/schedule/schedule-table";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { Feed } from "@/components/signs/feed";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";
import { findAllocation } from "@/lib/queries/allocations/find-allocation";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findSchedule } from "@/lib/queries/schedules/find-schedule";
import { instant } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { ProgrammeFrame } from "../../../programme-frame";
import { enterScheduleAction } from "./actions";

type Props = {
  params: Promise<{ programme: string; allocation: string }>;
  searchParams: Promise<{ gedaan?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("title") };
}

/** When an award is to be paid, beside what was paid of it. */
export default async function SchedulePage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:read");
  const { programme: code, allocation: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const allocation = await orNotFound(
    z.uuid().safeParse(id).success
      ? findAllocation(grant, programme.id, id)
      : Promise.reject(new NotFound(id)),
  );
  const schedule = await findSchedule(grant, programme, id);
  const mayPlan =
    allocation.own &&
    !schedule.settled &&
    schedule.awarded > 0n &&
    (await tryAuthorize("allocation:propose"));
  const [t, locale] = [await getTranslations("schedule"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const here = `${base}/toekenningen/${id}`;
  const municipal = grant.actor.scope === "municipality";
  const { version, standings, planned, awarded, versions } = schedule;
  const off = cents(awarded - planned);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current={municipal ? "ownAllocations" : "allocations"}
      crumbs={[
        { label: t(municipal ? "own" : "allocations"), href: `${base}/toekenningen` },
        { label: allocation.number, href: here },
        { label: t("title") },
      ]}
    >
      <PageTitle
        title={t("title")}
        lead={`${allocation.number}. ${allocation.area}, ${locale === "en" ? allocation.themeEn : allocation.themeNl}.`}
      />
      {(await searchParams).gedaan === "bewaard" && (
        <Alert id="gedaan" tone="ok" announce title={t("done", { version })} />
      )}
      {version > 0 && off !== 0n && (
        <Alert id="sluit-niet" tone="warn" title={t("offTitle", { difference: euro(off, locale) })}>
          <p>{t("offText", { awarded: euro(awarded, locale), planned: euro(planned, locale) })}</p>
        </Alert>
      )}
      {version === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      ) : (
        <ScheduleTable standings={standings} planned={planned} above={schedule.above} />
      )}
      {mayPlan && (
        <ScheduleForm
          action={enterScheduleAction.bind(null, programme.code, id)}
          idempotencyKey={randomUUID()}
          version={version}
          terms={standings}
          awarded={awarded}
        />
      )}
      {versions.length > 0 && (
        <section className="section" aria-labelledby="versies">
          <h2 id="versies">{t("versions")}</h2>
          <Feed
            items={versions.map((one) => ({
              key: String(one.version),
              at: one.at.toISOString(),
              when: instant(one.at, locale),
              text: (
                <>
                  {t("version", { version: one.version, terms: one.terms, total: euro(one.total, locale) })}{" "}
                  {one.reason}
                  {one.by !== "" && <span className="meta">{one.by}</span>}
                </>
              ),
            }))}
          />
        </section>
      )}
    </ProgrammeFrame>
  );
}
