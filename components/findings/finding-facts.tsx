import { useLocale, useTranslations } from "next-intl";
import { EuroText } from "@/components/signs/euro-text";
import { Facts } from "@/components/signs/facts";
import type { Finding } from "@/lib/domain/findings/finding";
import { longDate } from "@/lib/views/dates";

type FindingFactsProps = {
  finding: Finding;
  entryHref: ((seq: bigint) => string) | null;
  sampleHref: ((sample: string, seq: bigint) => string) | null;
};

/** About whom and what, how much, which entries, and what has to happen. */
export function FindingFacts({ finding, entryHref, sampleHref }: FindingFactsProps) {
  const t = useTranslations("findings.facts");
  const all = useTranslations("findings");
  const locale = useLocale();
  const { nature, amount, entries } = finding;
  return (
    <Facts
      wide
      facts={[
        { term: t("year"), value: String(finding.year), look: "figure" },
        { term: t("municipality"), value: finding.municipality?.name ?? all("noMunicipality") },
        { term: t("stream"), value: finding.stream?.name ?? all("noStream") },
        { term: t("side"), value: all(`sides.${finding.side}`) },
        { term: t("category"), value: all(`categories.${finding.category}`) },
        {
          term: t("amount"),
          value:
            amount === null ? (
              all("natures.none")
            ) : (
              <>
                <EuroText value={amount} />, {all(`natures.${nature}`)}
                {!finding.counts && <span className="meta">{t("countsNot")}</span>}
              </>
            ),
        },
        {
          term: t("entries"),
          value:
            entries.length === 0
              ? t("noEntries")
              : entries.map(({ seq, sampleId }, index) => (
                  <span key={String(seq)}>
                    {index > 0 && ", "}
                    <Entry seq={seq} href={entryHref?.(seq)} />
                    {sampleId !== null && sampleHref !== null && (
                      <>
                        {" ("}
                        <a href={sampleHref(sampleId, seq)}>{t("inSample")}</a>
                        {")"}
                      </>
                    )}
                  </span>
                )),
        },
        { term: t("action"), value: finding.action },
        { term: t("dueOn"), value: longDate(finding.dueOn, locale), look: "figure" },
      ]}
    />
  );
}

function Entry({ seq, href }: { seq: bigint; href: string | undefined }) {
  const text = useTranslations("findings.facts")("entry", { seq: String(seq) });
  return href === undefined ? <>{text}</> : <a href={href}>{text}</a>;
}
