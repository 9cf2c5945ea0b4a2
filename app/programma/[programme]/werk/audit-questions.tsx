import { getLocale, getTranslations } from "next-intl/server";
import { StatusTag } from "@/components/signs/status-tag";
import type { Task } from "@/components/signs/task-list";
import { tryAuthorize } from "@/lib/auth/authorize";
import { requestState } from "@/lib/domain/sampling/evidence-request";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { listRequests } from "@/lib/queries/sampling/evidence-requests";
import { longDate } from "@/lib/views/dates";
import { requestsPath } from "@/lib/views/sampling";

/** What auditors ask evidence of and nobody answered yet. */
export async function auditQuestions(programme: ProgrammeRow, today: string): Promise<Task[]> {
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
