import { getLocale, getTranslations } from "next-intl/server";
import { MinistryTasks } from "@/components/work/ministry-tasks";
import { tryAuthorize } from "@/lib/auth/authorize";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { findMinistryDesk } from "@/lib/queries/work/ministry-work";
import { ministryTasksOf } from "./ministry-tasks-of";

/** The rest is on the page of one's own work. */
const SHOWN = 3;

/** On the start page: what waits in a programme for a person of a ministry, and nothing for anybody else. */
export async function WaitingForYou({ programme }: { programme: ProgrammeRow }) {
  const grant = await tryAuthorize("proposal:read");
  if (grant === null || grant.actor.scope !== "ministry") return null;
  const { now } = await ministryTasksOf(grant, programme.id, await findMinistryDesk(grant, programme.id));
  if (now.length === 0) return null;
  const [t, locale] = [await getTranslations("home"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const id = `wacht-${programme.code}`;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{t("waiting", { programme: locale === "en" ? programme.nameEn : programme.nameNl })}</h2>
      <MinistryTasks tasks={now.slice(0, SHOWN)} base={base} />
      {now.length > SHOWN && (
        <p className="small above-s">
          <a href={`${base}/werk`}>{t("waitingMore", { count: now.length - SHOWN })}</a>
        </p>
      )}
    </section>
  );
}
