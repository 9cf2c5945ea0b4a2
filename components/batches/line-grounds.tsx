import { useLocale, useTranslations } from "next-intl";
import { DocumentPlace } from "@/components/proposals/document-place";
import { type Fact, Facts } from "@/components/signs/facts";
import type { BatchLineView } from "@/lib/domain/proposals/batch-view";
import { shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";

/** What else an approval of this line is about: its ground, its document, its bases and why it is proposed. */
export function LineGrounds({ row }: { row: BatchLineView }) {
  const t = useTranslations("batches.lines");
  const facts = useTranslations("proposals.page.facts");
  const locale = useLocale();
  const fact = (term: string, value: Fact["value"] | null, look?: Fact["look"]): Fact[] =>
    value === null ? [] : [{ term: facts(term), value, look }];
  const { decisionDocument: place, grossCents, bcfCents, effectiveOn, legalSource, why, line } = row;
  return (
    <details className="meta">
      <summary>
        {t("grounds")}
        <span className="hidden"> {t("ofLine", { line })}</span>
      </summary>
      <Facts
        facts={[
          ...fact("reason", why === "" ? null : why),
          ...fact("legalSource", legalSource),
          ...fact("decisionDocument", place === null ? null : <DocumentPlace place={place} />),
          ...fact("effectiveOn", shortDate(effectiveOn, locale), "figure"),
          ...fact("gross", grossCents === null ? null : euro(grossCents, locale), "figure"),
          ...fact("bcf", bcfCents === null ? null : euro(bcfCents, locale), "figure"),
        ]}
      />
    </details>
  );
}
