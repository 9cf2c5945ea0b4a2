import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import type { SessionLine } from "@/lib/domain/people/person-overview";
import { instant } from "@/lib/views/dates";

type Props = { sessions: readonly SessionLine[]; end: (session: SessionLine) => ReactNode };

/** Browsers that somebody is signed in with. */
export function SessionTable({ sessions, end }: Props) {
  const t = useTranslations("admin.sessions");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead columns={[t("who"), t("since"), t("seen"), t("browser"), t("action")]} />
        <tbody role="rowgroup">
          {sessions.map((session) => (
            <tr role="row" key={session.id}>
              <th scope="row" role="rowheader">
                <a href={`/beheer/mensen/${session.personId}`}>{session.name}</a>
              </th>
              <td role="cell" className="tnum nowrap" data-label={t("since")}>
                {instant(session.createdAt, locale)}
              </td>
              <td role="cell" className="tnum nowrap" data-label={t("seen")}>
                {instant(session.lastSeenAt, locale)}
              </td>
              <td role="cell" className="small" data-label={t("browser")}>
                {session.userAgent ?? t("unknown")}
              </td>
              <td role="cell" data-label={t("action")}>
                {end(session)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
