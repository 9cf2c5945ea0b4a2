import { useLocale, useTranslations } from "next-intl";
import { Feed } from "@/components/signs/feed";
import { cents } from "@/lib/domain/money";
import type { RecentChange } from "@/lib/domain/reports/municipality-work";
import { recently } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { reportPath } from "@/lib/views/reports";

type RecentChangesProps = { changes: readonly RecentChange[]; programme: string; now: Date };

export function RecentChanges({ changes, programme, now }: RecentChangesProps) {
  const t = useTranslations("reports.work");
  const locale = useLocale();
  return (
    <section aria-labelledby="gewijzigd">
      <h2 id="gewijzigd">{t("recent")}</h2>
      {changes.length === 0 ? (
        <p className="muted above-s">{t("noRecent")}</p>
      ) : (
        <Feed
          items={changes.map((change) => ({
            key: change.key,
            at: change.at.toISOString(),
            when: recently(change.at, now, locale),
            text: <Change change={change} programme={programme} />,
          }))}
        />
      )}
    </section>
  );
}

function Change({ change, programme }: { change: RecentChange; programme: string }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { reportId, allocationId, who, streamName: stream } = change;
  const report = t("reportOf", {
    stream,
    year: String(change.year ?? ""),
    period: change.period ?? 1,
    periods: change.periods ?? 1,
  });
  const href =
    reportId === null
      ? `/programma/${encodeURIComponent(programme)}/toekenningen/${allocationId ?? ""}`
      : reportPath(programme, reportId);
  return t.rich(`work.changes.${change.what}`, {
    who,
    report,
    stream,
    area: change.areaName ?? "",
    amount: euro(cents(change.amount ?? 0n), locale),
    link: (text) => <a href={href}>{text}</a>,
  });
}
