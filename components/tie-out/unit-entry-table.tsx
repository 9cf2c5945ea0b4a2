import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import type { EntryKind } from "@/lib/domain/ledger/journal";
import type { Cents } from "@/lib/domain/money";
import { shortDate } from "@/lib/views/dates";

interface Row {
  readonly seq: bigint;
  readonly kind: EntryKind;
  readonly effectiveOn: string;
  readonly recordedOn: string;
  readonly amount: Cents;
  readonly counts: boolean;
}

/** Entries of one thing of ours, the first first, and whether each counted when the file was held against it. */
export function UnitEntryTable({ rows, base }: { rows: readonly Row[]; base: string }) {
  const [t, kinds] = [useTranslations("tieOut.unit"), useTranslations("ledger.kinds")];
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[t("entry"), t("effectiveOn"), t("recordedOn"), t("counts"), { amount: t("amount") }]}
        />
        <tbody role="rowgroup">
          {rows.map(({ seq, kind, effectiveOn, recordedOn, amount, counts }) => (
            <tr role="row" key={String(seq)}>
              <th scope="row" role="rowheader">
                <a href={`${base}/grootboek/${seq}`}>
                  {t("number", { seq: String(seq), kind: kinds(kind) })}
                </a>
              </th>
              <td role="cell" data-label={t("effectiveOn")}>
                {shortDate(effectiveOn, locale)}
              </td>
              <td role="cell" data-label={t("recordedOn")}>
                {shortDate(recordedOn, locale)}
              </td>
              <td role="cell" data-label={t("counts")}>
                {t(counts ? "yes" : "no")}
              </td>
              <AmountCell label={t("amount")} value={amount} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
