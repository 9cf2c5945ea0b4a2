import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { SessionLine } from "@/lib/domain/people/person-overview";
import { instant } from "@/lib/views/dates";

type Props = { sessions: readonly SessionLine[]; end: (session: SessionLine) => ReactNode };

/** Browsers that somebody is signed in with. */
export function SessionTable({ sessions, end }: Props) {
  const t = useTranslations("admin.sessions");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("since")}</th>
            <th scope="col">{t("seen")}</th>
            <th scope="col">{t("browser")}</th>
            <th scope="col">{t("action")}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">
                <a href={`/beheer/mensen/${session.personId}`}>{session.name}</a>
              </th>
              <td className="tnum nowrap">{instant(session.createdAt, locale)}</td>
              <td className="tnum nowrap">{instant(session.lastSeenAt, locale)}</td>
              <td className="small">{session.userAgent ?? t("unknown")}</td>
              <td>{end(session)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
