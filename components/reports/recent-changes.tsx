import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Feed } from "@/components/signs/feed";
import { Tag } from "@/components/signs/tag";
import { cents } from "@/lib/domain/money";
import { isNew } from "@/lib/domain/municipality/since-visit";
import type { RecentChange } from "@/lib/domain/reports/municipality-work";
import { recently } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { reportPath } from "@/lib/views/reports";

type RecentChangesProps = {
  changes: readonly RecentChange[];
  programme: string;
  now: Date;
  /** What came after this is marked as new. */
  since?: Date | null;
  /** What is said above them. */
  children?: ReactNode;
};

export function RecentChanges({ changes, programme, now, since = null, children }: RecentChangesProps) {
  const t = useTranslations("reports.work");
  const locale = useLocale();
  return (
    <section aria-labelledby="gewijzigd">
      <h2 id="gewijzigd">{t("recent")}</h2>
      {children}
      {changes.length === 0 ? (
        <p className="muted above-s">{t("noRecent")}</p>
      ) : (
        <Feed
          items={changes.map((change) => ({
            key: change.key,
            at: change.at.toISOString(),
            when: recently(change.at, now, locale),
            text: (
              <>
                {isNew(change, since) && <Tag tone="warn">{t("new")}</Tag>}{" "}
                <Change change={change} programme={programme} />
              </>
            ),
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
