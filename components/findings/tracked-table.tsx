import { useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { Tag } from "@/components/signs/tag";
import { type TrackedScheme, trackedTotals } from "@/lib/domain/findings/tolerance-tracker";
import type { ToleranceOutcome } from "@/lib/domain/sisa/tolerance";
import type { StatusSign } from "@/lib/views/status";

const LOOK: Readonly<Record<ToleranceOutcome, StatusSign>> = {
  within: { tone: "ok", sign: "check" },
  errors: { tone: "error", sign: "warning" },
  uncertainties: { tone: "error", sign: "warning" },
  both: { tone: "error", sign: "warning" },
  together: { tone: "error", sign: "warning" },
  unclear: { tone: "warn", sign: "warning" },
};

type TrackedTableProps = {
  schemes: readonly TrackedScheme[];
  /** The findings of a scheme in this year. */
  href: (stream: string) => string;
};

/** Errors and uncertainties of every scheme beside what the norm leaves room for. */
export function TrackedTable({ schemes, href }: TrackedTableProps) {
  const t = useTranslations("findings.tolerance");
  const outcomes = useTranslations("sisa.tolerance.outcomes");
  const totals = trackedTotals(schemes);
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-figures" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[
            t("scheme"),
            ...(["spent", "errors", "errorsRoom", "uncertainties", "uncertaintiesRoom"] as const).map(
              (name) => ({ amount: t(`columns.${name}`) }),
            ),
            t("outcome"),
          ]}
        />
        <tbody role="rowgroup">
          {schemes.map((scheme) => (
            <tr role="row" key={scheme.streamId}>
              <th scope="row" role="rowheader">
                {scheme.findings.length === 0 ? scheme.name : <a href={href(scheme.code)}>{scheme.name}</a>}
                <span className="meta">{t("findings", { count: scheme.findings.length })}</span>
                {scheme.shared.length > 0 && (
                  <span className="meta">{t("shared", { seqs: scheme.shared.map(String).join(", ") })}</span>
                )}
              </th>
              <AmountCell label={t("columns.spent")} value={scheme.spent} />
              <AmountCell label={t("columns.errors")} value={scheme.errors} />
              <AmountCell
                label={t("columns.errorsRoom")}
                value={scheme.room?.errors ?? null}
                absent="undetermined"
              />
              <AmountCell label={t("columns.uncertainties")} value={scheme.uncertainties} />
              <AmountCell
                label={t("columns.uncertaintiesRoom")}
                value={scheme.room?.uncertainties ?? null}
                absent="undetermined"
              />
              <td role="cell" data-label={t("outcome")}>
                {scheme.outcome === null ? (
                  <Absent reason="undetermined" />
                ) : (
                  <Tag {...LOOK[scheme.outcome]}>{outcomes(scheme.outcome)}</Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row" className="total">
            <th scope="row" role="rowheader">
              {t("total")}
            </th>
            <AmountCell label={t("columns.spent")} value={totals.spent} />
            <AmountCell label={t("columns.errors")} value={totals.errors} />
            <td role="cell" className="wide-only" />
            <AmountCell label={t("columns.uncertainties")} value={totals.uncertainties} />
            <td role="cell" className="wide-only" />
            <td role="cell" className="wide-only" />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
