import { useTranslations } from "next-intl";
import { AbsentCell } from "@/components/reconciliation/absent-cell";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import type { EntryTotal } from "@/lib/domain/ledger/entry-months";
import { cents } from "@/lib/domain/money";
import type { Moved } from "@/lib/domain/reconciliation/between";

type Props = {
  moved: readonly Moved[];
  entries: readonly EntryTotal[];
  /** The two moments, as text. */
  from: string;
  until: string;
};

/** Per measure what was known first, what was known later, and that the entries in between are the difference. */
export function BetweenTotals({ moved, entries, from, until }: Props) {
  const t = useTranslations("reconciliation.between");
  const measures = useTranslations("reconciliation.between.measures");
  return (
    <ScrollRegion label={t("totals")}>
      <table className="compact">
        <caption className="hidden">{t("totals")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("measure")}</th>
            <th scope="col" className="amount">
              {t("knownAt", { at: from })}
            </th>
            <th scope="col" className="amount">
              {t("knownAt", { at: until })}
            </th>
            <th scope="col" className="amount">
              {t("change")}
            </th>
            <th scope="col" className="amount">
              {t("entries")}
            </th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map(({ measure, before, after, change }) => {
            const own = entries.find((one) => one.measure === measure);
            const closes = (own?.amount ?? 0n) === change;
            return (
              <tr key={measure}>
                <th scope="row">{measures(measure)}</th>
                <AbsentCell value={before} />
                <AbsentCell value={after} />
                <AmountCell value={change} />
                <AmountCell value={cents(own?.amount ?? 0n)} />
                <td>
                  <Tag tone={closes ? "ok" : "error"} sign={closes ? "check" : "differs"}>
                    {closes ? t("closes", { count: Number(own?.entries ?? 0n) }) : t("differs")}
                  </Tag>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
