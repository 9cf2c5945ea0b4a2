import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Absent } from "@/components/signs/absent";
import { Amount, AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
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
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("row")}</th>
            <th scope="col">{t("measure")}</th>
            {(["old", "now", "difference"] as const).map((name) => (
              <th scope="col" className="amount" key={name}>
                {t(name)}
              </th>
            ))}
            <th scope="col">{t("cause")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr className="diff" key={`${line.rowKey}/${line.measure}`}>
              <th scope="row">{line.rowKey === "" ? t("whole") : decisionsOfKey(line.rowKey)}</th>
              <td>{t(`measures.${line.measure}`)}</td>
              <Value money={line.old} said={line.oldText} />
              <Value money={line.now} said={line.newText} />
              <AmountCell value={line.difference} absent="not_applicable" />
              <td>
                <Tag tone={line.cause === "unexplained" ? "error" : "diff"} sign="differs">
                  {t(`causes.${line.cause}`)}
                </Tag>
                {line.entries.length > 0 && (
                  <span className="meta">
                    {t("entries")} <Entries seqs={line.entries} href={entryHref} />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Value({ money, said }: { money: Cents | null; said: string | null }) {
  let content: ReactNode = said ?? <Absent reason="none" />;
  if (money !== null) content = <Amount value={money} />;
  return <td className="amount">{content}</td>;
}

function Entries({ seqs, href }: { seqs: readonly bigint[]; href: Props["entryHref"] }) {
  return seqs.map((seq, index) => (
    <span key={String(seq)}>
      {index > 0 && ", "}
      {href ? <a href={href(seq)}>{String(seq)}</a> : String(seq)}
    </span>
  ));
}
