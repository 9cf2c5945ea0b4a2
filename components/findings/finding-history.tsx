import { useLocale, useTranslations } from "next-intl";
import { Chain } from "@/components/signs/chain";
import { StatusTag } from "@/components/signs/status-tag";
import type { Finding, FindingEvent, FollowedFinding } from "@/lib/domain/findings/finding";
import { instant, longDate } from "@/lib/views/dates";

/** What happened to a finding, from the words on. */
export function FindingHistory({ finding }: { finding: Finding }) {
  const t = useTranslations("findings.history");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="verloop">
      <h2 id="verloop">{t("title")}</h2>
      <Chain
        links={[
          {
            text: (
              <>
                {t("written", { who: finding.author, version: String(finding.shownVersion) })}
                {finding.reason !== null && <span className="meta">{finding.reason}</span>}
              </>
            ),
            when: instant(finding.writtenAt, locale),
            at: finding.writtenAt.toISOString(),
          },
          ...finding.events.map((event) => ({
            text: <Happened event={event} />,
            when: instant(event.at, locale),
            at: event.at.toISOString(),
          })),
        ]}
      />
    </section>
  );
}

function Happened({ event }: { event: FindingEvent }) {
  const t = useTranslations("findings.history");
  const locale = useLocale();
  const { action, by, agreement, ending, text, plannedOn, version } = event;
  return (
    <>
      {t(`happened.${action}`, { who: by, version: String(version) })}
      {agreement !== null && <strong>{` ${t(`agreements.${agreement}`)}`}</strong>}
      {ending !== null && <strong>{` ${t(`endings.${ending}`)}`}</strong>}
      {text !== null && <span className="said">{text}</span>}
      {plannedOn !== null && (
        <span className="meta">{t("planned", { date: longDate(plannedOn, locale) })}</span>
      )}
    </>
  );
}

type FollowedProps = { finding: Finding; href: (id: string) => string };

/** What this finding follows up, and what followed it: the same matter through the years. */
export function FollowedList({ finding: { earlier, later }, href }: FollowedProps) {
  const t = useTranslations("findings.followed");
  if (earlier.length + later.length === 0) return null;
  const line = (one: FollowedFinding) => (
    <li key={one.id}>
      {one.year}: <a href={href(one.id)}>{one.title}</a> <StatusTag kind="auditFinding" status={one.status} />
      <span className="meta">{one.number}</span>
    </li>
  );
  return (
    <section className="section" aria-labelledby="jaren">
      <h2 id="jaren">{t("title")}</h2>
      {earlier.length > 0 && (
        <>
          <h3>{t("earlier")}</h3>
          <ul className="asked plain">{earlier.map(line)}</ul>
        </>
      )}
      {later.length > 0 && (
        <>
          <h3>{t("later")}</h3>
          <ul className="asked plain">{later.map(line)}</ul>
        </>
      )}
    </section>
  );
}
