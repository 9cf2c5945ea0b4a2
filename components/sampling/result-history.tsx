import { useLocale, useTranslations } from "next-intl";
import { Chain } from "@/components/signs/chain";
import type { SampleResult } from "@/lib/domain/sampling/sample";
import { instant } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";

/** Every version of what was established, in the order in which they were recorded. */
export function ResultHistory({ results }: { results: readonly SampleResult[] }) {
  const t = useTranslations("sampling.result");
  const locale = useLocale();
  if (results.length === 0) return <p className="muted">{t("none")}</p>;
  const said = ({ audited, uncertain, deviates, by }: SampleResult) =>
    audited === null
      ? t(deviates ? "saidDeviates" : "saidRight", { by })
      : t("said", {
          by,
          audited: euro(audited, locale),
          uncertain: euro(uncertain ?? audited, locale),
          any: uncertain !== null && uncertain > 0n ? "yes" : "no",
        });
  return (
    <Chain
      links={results.toReversed().map((result) => ({
        text: (
          <>
            {said(result)}
            {result.remark !== null && <span className="meta">{result.remark}</span>}
          </>
        ),
        when: instant(result.at, locale),
        at: result.at.toISOString(),
      }))}
    />
  );
}
