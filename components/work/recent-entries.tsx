import { useLocale, useTranslations } from "next-intl";
import { Feed } from "@/components/signs/feed";
import type { RecentEntry } from "@/lib/domain/work";
import { recently } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";

type RecentEntriesProps = { entries: readonly RecentEntry[]; base: string; now: Date };

/** What was posted last, each a link to its entry. */
export function RecentEntries({ entries, base, now }: RecentEntriesProps) {
  const t = useTranslations("work");
  const kinds = useTranslations("allocations.detail.kinds");
  const locale = useLocale();
  const line = ({ kind, stream, place, amount }: RecentEntry) => {
    const facts = { what: kinds(kind), stream, amount: euro(amount, locale) };
    return place === null ? t("entry", facts) : t("entryPlace", { ...facts, place });
  };
  return (
    <section aria-labelledby="laatst-geboekt">
      <h2 id="laatst-geboekt">{t("recent")}</h2>
      {entries.length === 0 ? (
        <p className="muted above-s">{t("recentEmpty")}</p>
      ) : (
        <>
          <Feed
            items={entries.map((entry) => ({
              key: String(entry.seq),
              at: entry.recordedAt.toISOString(),
              when: t("byWhom", { name: entry.by, when: recently(entry.recordedAt, now, locale) }),
              text: <a href={`${base}/grootboek/${entry.seq}`}>{line(entry)}</a>,
            }))}
          />
          <p className="small above-m">
            <a href={`${base}/grootboek`}>{t("recentAll")}</a>
          </p>
        </>
      )}
    </section>
  );
}
