import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Absent } from "@/components/signs/absent";
import { Amount, AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { Tag } from "@/components/signs/tag";
import type { Cents } from "@/lib/domain/money";
import type { BridgeLine } from "@/lib/domain/sisa/bridge";
import { decisionsOfKey } from "@/lib/views/sisa";

type Props = { lines: readonly BridgeLine[]; entryHref?: (seq: bigint) => string };

/** Old, new, difference and cause of every figure that changed. */
export function BridgeTable({ lines, entryHref }: Props) {
  const t = useTranslations("sisa.bridge");
  return (
    <ScrollRegion label={t("caption")}>
      <table className="stack stack-figures compact" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[
            t("row"),
            t("measure"),
            { amount: t("old") },
            { amount: t("now") },
            { amount: t("difference") },
            t("cause"),
          ]}
        />
        <tbody role="rowgroup">
          {lines.map((line) => (
            <tr className="diff" role="row" key={`${line.rowKey}/${line.measure}`}>
              <th scope="row" role="rowheader">
                {line.rowKey === "" ? t("whole") : decisionsOfKey(line.rowKey)}
              </th>
              <td role="cell" data-label={t("measure")}>
                <span>{t(`measures.${line.measure}`)}</span>
              </td>
              <Value label={t("old")} money={line.old} said={line.oldText} />
              <Value label={t("now")} money={line.now} said={line.newText} />
              <AmountCell label={t("difference")} value={line.difference} absent="not_applicable" />
              <td role="cell" data-label={t("cause")}>
                <span>
                  <Tag tone={line.cause === "unexplained" ? "error" : "diff"} sign="differs">
                    {t(`causes.${line.cause}`)}
                  </Tag>
                  {line.entries.length > 0 && (
                    <span className="meta">
                      {t("entries")} <Entries seqs={line.entries} href={entryHref} />
                    </span>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Value({ label, money, said }: { label: string; money: Cents | null; said: string | null }) {
  let content: ReactNode = said ?? <Absent reason="none" />;
  if (money !== null) content = <Amount value={money} />;
  return (
    <td role="cell" className="amount" data-label={label}>
      <span>{content}</span>
    </td>
  );
}

function Entries({ seqs, href }: { seqs: readonly bigint[]; href: Props["entryHref"] }) {
  return seqs.map((seq, index) => (
    <span key={String(seq)}>
      {index > 0 && ", "}
      {href ? <a href={href(seq)}>{String(seq)}</a> : String(seq)}
    </span>
  ));
}
