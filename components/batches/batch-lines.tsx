import { useLocale, useTranslations } from "next-intl";
import { AmountText } from "@/components/signs/amount-text";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import { Tag } from "@/components/signs/tag";
import type { BatchLineView } from "@/lib/domain/proposals/batch-view";
import { shortDate } from "@/lib/views/dates";
import { amountParts, amount as amountText } from "@/lib/views/money";
import { LineChoice, LineReason } from "./line-choice";
import { LineGrounds } from "./line-grounds";

type BatchLinesProps = {
  rows: readonly BatchLineView[];
  /** Address of the programme. */
  base: string;
  /** Whether who looks may decide about open lines. */
  deciding: boolean;
};

const choosable = ({ state, approvedByMe }: BatchLineView) =>
  state === "proposed" || (state === "second" && !approvedByMe);

/** The lines of a batch; for an approver each open one can be chosen and given a reason. */
export function BatchLines({ rows, base, deciding }: BatchLinesProps) {
  const t = useTranslations("batches.lines");
  const kinds = useTranslations("proposals.page.kinds");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className={deciding ? "compact stack" : "compact stack stack-2"} role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[
            ...(deciding ? [t("choose")] : []),
            t("line"),
            t("place"),
            t("stream"),
            t("decision"),
            { amount: t("amount") },
            t("stand"),
            ...(deciding ? [t("reason")] : []),
          ]}
        />
        <tbody role="rowgroup">
          {rows.map((row) => {
            const open = deciding && choosable(row);
            return (
              <tr role="row" key={row.id} id={`regel-${row.line}`}>
                {deciding && (
                  <td role="cell">
                    {open && (
                      <LineChoice
                        line={row.line}
                        value={`${row.id}:${row.version}:${row.contentHash}`}
                        label={t("chooseLine", { line: row.line, number: row.number })}
                      />
                    )}
                  </td>
                )}
                <th scope="row" role="rowheader">
                  <a className="nowrap" href={`${base}/voorstellen/${row.id}`}>
                    {row.number}
                  </a>
                  <span className="meta">
                    {t("lineOf", { line: row.line, kind: kinds(row.kind).toLowerCase() })}
                  </span>
                </th>
                <td role="cell" data-label={t("place")}>
                  <span>
                    {row.area ?? <span className="muted">{t("nothing")}</span>}
                    {row.municipality !== null && <span className="meta">{row.municipality}</span>}
                  </span>
                </td>
                <td role="cell" data-label={t("stream")}>
                  <span>
                    {row.stream}
                    <span className="meta">
                      {[row.tranche, locale === "en" ? row.themeEn : row.themeNl].filter(Boolean).join(", ")}
                    </span>
                  </span>
                </td>
                <td role="cell" data-label={t("decision")}>
                  <div>
                    {row.decisionNumber ?? <span className="muted">{t("nothing")}</span>}
                    {row.decisionOn !== null && (
                      <span className="meta tnum">{shortDate(row.decisionOn, locale)}</span>
                    )}
                    <LineGrounds row={row} />
                  </div>
                </td>
                <td role="cell" className="amount" data-label={t("amount")}>
                  <span>
                    <AmountText parts={amountParts(row.total, locale)} />
                    {row.years.map(({ year, amount }) => (
                      <span className="meta nowrap" key={year}>
                        {t("inYear", { year: String(year), amount: amountText(amount, locale) })}
                      </span>
                    ))}
                  </span>
                </td>
                <td role="cell" data-label={t("stand")}>
                  <div>
                    <StatusTag kind="proposal" status={row.state} />
                    {row.changed && (
                      <span className="meta">
                        <Tag tone="warn" sign="pencil">
                          {t("changed")}
                        </Tag>
                      </span>
                    )}
                    {row.state === "second" && row.approvedByMe && <span className="meta">{t("byYou")}</span>}
                    {row.returnReason !== null && <q className="meta">{row.returnReason}</q>}
                  </div>
                </td>
                {deciding && (
                  <td role="cell" data-label={t("reason")}>
                    {open && <LineReason line={row.line} label={t("reasonOf", { line: row.line })} />}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
