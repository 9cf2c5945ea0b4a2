import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { siteUrl } from "@/lib/auth/origin";
import { type CalendarDate, calendarFile } from "@/lib/files/calendar";
import { findFeed } from "@/lib/queries/windows/calendar";
import { localeOf } from "@/lib/views/locale";
import { reportName } from "@/lib/views/mails";

type Feed = NonNullable<Awaited<ReturnType<typeof findFeed>>>;

/** The dates of reporting windows for a calendar program. Whoever has the address may read it; nothing else is in it. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const feed = await findFeed((await params).token);
  if (feed === null) notFound();
  const name = localeOf(feed.language) === "en" ? feed.programmeEn : feed.programmeNl;
  const t = await getTranslations({ locale: localeOf(feed.language), namespace: "windows.calendar" });
  const dates = await datesOf(feed, siteUrl().origin, t("about", { programme: name }));
  return new Response(calendarFile(t("name", { programme: feed.municipalityName ?? name }), dates), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="rapportageperioden.ics"',
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
}

async function datesOf(feed: Feed, site: string, about: string): Promise<CalendarDate[]> {
  const locale = localeOf(feed.language);
  const t = await getTranslations({ locale, namespace: "windows.calendar" });
  return feed.windows.flatMap((window) => {
    const report = reportName(window, locale);
    const url = `${site}/programma/${feed.programme}/rapportages/perioden/${window.id}`;
    const shared = { about, url, changes: window.changes };
    const closing = window.closesAt;
    return [
      { ...shared, id: `${window.id}-opens`, title: t("opens", { report }), at: window.opensOn },
      { ...shared, id: `${window.id}-due`, title: t("due", { report }), at: window.dueOn },
      ...(closing === null
        ? []
        : [{ ...shared, id: `${window.id}-closes`, title: t("closesEvent", { report }), at: closing }]),
    ];
  });
}
