import { useLocale, useTranslations } from "next-intl";
import { type Fact, Facts } from "@/components/signs/facts";
import type { Cents } from "@/lib/domain/money";
import type { LineCounts } from "@/lib/domain/proposals/batch-view";
import { instant } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { StateCounts } from "./state-counts";

interface Batch {
  readonly origin: string;
  readonly together: boolean;
  readonly author: string;
  readonly createdAt: Date;
  readonly lines: number;
  readonly total: Cents;
  readonly counts: LineCounts;
  readonly source: Readonly<Record<string, string>>;
  readonly contentHash: string;
}

/** What is kept as source has a word of its own here; anything else is shown under the name it was kept by. */
const KNOWN = [
  "file",
  "sha256",
  "key",
  "version",
  "run",
  "scenario",
  "template",
  "from",
  "to",
  "note",
] as const;
const isKnown = (name: string): name is (typeof KNOWN)[number] => KNOWN.some((known) => known === name);

/** Where a batch came from, who entered it and how its lines stand. */
export function BatchFacts({ batch }: { batch: Batch }) {
  const t = useTranslations("batches.page");
  const origins = useTranslations("batches.origins");
  const words = useTranslations("batches.source");
  const locale = useLocale();
  const source = Object.entries(batch.source).map(
    ([name, value]): Fact => ({
      term: isKnown(name) ? words(name) : name,
      value: /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 8)}…${value.slice(-4)}` : value,
      look: /^[0-9a-f]{64}$/.test(value) ? "mono" : undefined,
    }),
  );
  return (
    <div className="cols cols-1-1">
      <section aria-labelledby="herkomst">
        <h2 id="herkomst">{t("source")}</h2>
        <Facts
          facts={[
            { term: t("origin"), value: origins(batch.origin) },
            ...source,
            { term: t("author"), value: batch.author },
            { term: t("entered"), value: instant(batch.createdAt, locale), look: "figure" },
            {
              term: t("hash"),
              value: `${batch.contentHash.slice(0, 8)}…${batch.contentHash.slice(-4)}`,
              look: "mono",
            },
          ]}
        />
      </section>
      <section aria-labelledby="stand">
        <h2 id="stand">{t("stand")}</h2>
        <Facts
          facts={[
            { term: t("lines"), value: batch.lines, look: "figure" },
            { term: t("total"), value: euro(batch.total, locale), look: "figure" },
            { term: t("state"), value: <StateCounts counts={batch.counts} /> },
          ]}
        />
        {batch.together && <p className="small above-s">{t("together")}</p>}
      </section>
    </div>
  );
}
