import { useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { Cents } from "@/lib/domain/money";
import { bridgeOf, type DecisionBases } from "@/lib/domain/proposals/bases";

export interface ShownDecision extends DecisionBases {
  readonly id: string;
  readonly decisionNumber: string | null;
}

type BasisBridgeProps = { decisions: readonly ShownDecision[]; base: string };

/** Per decision how gross becomes net. A row is one amount on three bases; only a column adds up. */
export function BasisBridge({ decisions, base }: BasisBridgeProps) {
  const t = useTranslations("allocations.detail.bridge");
  const total = bridgeOf(decisions);
  const cell = (value: Cents | null) =>
    value === null ? (
      <td className="amount">
        <Absent reason="not_applicable">{t("unstated")}</Absent>
      </td>
    ) : (
      <AmountCell value={value} />
    );
  return (
    <section className="section" aria-labelledby="bruto-netto">
      <h2 id="bruto-netto">{t("title")}</h2>
      <ScrollRegion label={t("title")}>
        <table className="compact">
          <caption className="hidden">{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("decision")}</th>
              {(["gross", "bcf", "net"] as const).map((basis) => (
                <th scope="col" className="amount" key={basis}>
                  {t(basis)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {decisions.map(({ id, decisionNumber, grossCents, bcfCents, netCents }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`${base}/voorstellen/${id}`}>{decisionNumber}</a>
                </th>
                {cell(grossCents)}
                {cell(bcfCents)}
                <AmountCell value={netCents} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="total">
              <th scope="row">{t("total")}</th>
              {cell(total.grossCents)}
              {cell(total.bcfCents)}
              <AmountCell value={total.netCents} />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </section>
  );
}
