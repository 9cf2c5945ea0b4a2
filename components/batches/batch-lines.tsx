import { useLocale, useTranslations } from "next-intl";
import { AmountText } from "@/components/signs/amount-text";
import { ScrollRegion } from "@/components/signs/scroll-region";
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
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            {deciding && <th scope="col">{t("choose")}</th>}
            <th scope="col">{t("line")}</th>
            <th scope="col">{t("place")}</th>
            <th scope="col">{t("stream")}</th>
            <th scope="col">{t("decision")}</th>
            <th scope="col" className="amount">
              {t("amount")}
            </th>
            <th scope="col">{t("stand")}</th>
            {deciding && <th scope="col">{t("reason")}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const open = deciding && choosable(row);
            return (
              <tr key={row.id} id={`regel-${row.line}`}>
                {deciding && (
                  <td>
                    {open && (
                      <LineChoice
                        line={row.line}
                        value={`${row.id}:${row.version}:${row.contentHash}`}
                        label={t("chooseLine", { line: row.line, number: row.number })}
                      />
                    )}
                  </td>
                )}
                <th scope="row">
                  <a className="nowrap" href={`${base}/voorstellen/${row.id}`}>
                    {row.number}
                  </a>
                  <span className="meta">
                    {t("lineOf", { line: row.line, kind: kinds(row.kind).toLowerCase() })}
                  </span>
                </th>
                <td>
                  {row.area ?? <span className="muted">{t("nothing")}</span>}
                  {row.municipality !== null && <span className="meta">{row.municipality}</span>}
                </td>
                <td>
                  {row.stream}
                  <span className="meta">
                    {[row.tranche, locale === "en" ? row.themeEn : row.themeNl].filter(Boolean).join(", ")}
                  </span>
                </td>
                <td>
                  {row.decisionNumber ?? <span className="muted">{t("nothing")}</span>}
                  {row.decisionOn !== null && (
                    <span className="meta tnum">{shortDate(row.decisionOn, locale)}</span>
                  )}
                  <LineGrounds row={row} />
                </td>
                <td className="amount">
                  <AmountText parts={amountParts(row.total, locale)} />
                  {row.years.map(({ year, amount }) => (
                    <span className="meta nowrap" key={year}>
                      {t("inYear", { year: String(year), amount: amountText(amount, locale) })}
                    </span>
                  ))}
                </td>
                <td>
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
                </td>
                {deciding && (
                  <td>{open && <LineReason line={row.line} label={t("reasonOf", { line: row.line })} />}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
