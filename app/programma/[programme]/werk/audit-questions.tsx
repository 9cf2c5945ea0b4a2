import { getLocale, getTranslations } from "next-intl/server";
import { StatusTag } from "@/components/signs/status-tag";
import type { Task } from "@/components/signs/task-list";
import { tryAuthorize } from "@/lib/auth/authorize";
import { requestState } from "@/lib/domain/sampling/evidence-request";
import { findingsToAnswer } from "@/lib/queries/findings/findings-to-answer";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { listRequests } from "@/lib/queries/sampling/evidence-requests";
import { longDate } from "@/lib/views/dates";
import { findingsPath } from "@/lib/views/findings";
import { requestsPath } from "@/lib/views/sampling";

/** What auditors ask of this reader's side and nobody answered yet: evidence first, then findings. */
export async function auditQuestions(programme: ProgrammeRow, today: string): Promise<Task[]> {
  return [...(await evidenceAsked(programme, today)), ...(await findingsIssued(programme))];
}

async function evidenceAsked(programme: ProgrammeRow, today: string): Promise<Task[]> {
  const grant = await tryAuthorize("request:read");
  if (grant === null || grant.actor.scope !== "municipality") return [];
  const [t, locale] = [await getTranslations("sampling.work"), await getLocale()];
  const open = (await listRequests(grant, programme.id)).filter(({ end }) => end === null);
  return open.map((request) => ({
    href: requestsPath(programme.code, request.id),
    title: t("toAnswer", {
      name: `${request.areaName}, ${locale === "en" ? request.themeEn : request.themeNl}`,
    }),
    text: t("toAnswerText", { question: request.question, date: longDate(request.dueOn, locale) }),
    tag: <StatusTag kind="evidenceRequest" status={requestState(request, today)} />,
  }));
}

async function findingsIssued(programme: ProgrammeRow): Promise<Task[]> {
  const grant = await tryAuthorize("finding:respond");
  if (grant === null) return [];
  const [t, locale] = [await getTranslations("findings.work"), await getLocale()];
  return (await findingsToAnswer(grant, programme.id)).map((finding) => ({
    href: findingsPath(programme.code, finding.id),
    title: t("toAnswer", { title: finding.title }),
    text: t("toAnswerText", {
      number: finding.number,
      year: String(finding.year),
      date: longDate(finding.dueOn, locale),
    }),
    tag: <StatusTag kind="auditFinding" status={finding.status} />,
  }));
}
