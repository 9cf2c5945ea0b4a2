import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { DiffTag } from "@/components/signs/diff-tag";
import { LeadFigure } from "@/components/signs/lead-figure";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SourceLink } from "@/components/signs/source-link";
import { StatusTag } from "@/components/signs/status-tag";
import { cents } from "@/lib/domain/money";
import { euro, euroMillions, percentage } from "@/lib/views/money";

const CEILING = cents(5_475_000_000n);
const ALLOCATED = cents(4_941_250_000n);

export function Figures() {
  const t = useTranslations("sheet.figures");
  const locale = useLocale();
  const share = percentage(ALLOCATED, CEILING, locale) ?? "";
  return (
    <section className="section" aria-labelledby="cijfers">
      <h2 id="cijfers">{t("title")}</h2>
      <LeadFigure
        id="reservering"
        heading={t("lead")}
        qualifier={t("qualifier")}
        figure={euroMillions(cents(9_600_000_000n), locale)}
        source={<SourceLink href="#cijfers">Oefenbrief, 1-3-2023</SourceLink>}
        figures={[
          {
            label: t("ceiling"),
            figure: euroMillions(CEILING, locale),
            href: "#optelling",
            sub: t("streams"),
          },
          {
            label: t("allocated"),
            figure: euroMillions(ALLOCATED, locale),
            href: "#optelling",
            sub: t("ofCeiling", { share }),
          },
          { label: t("unexplained"), figure: euro(cents(1_240_000n), locale), tone: "error" },
        ]}
      >
        {t("text")}
      </LeadFigure>
    </section>
  );
}

export function Sum() {
  const t = useTranslations("sheet.sum");
  return (
    <section className="section" aria-labelledby="optelling">
      <h2 id="optelling">{t("title")}</h2>
      <ScrollRegion label={t("caption")}>
        <table className="table-narrow">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("part")}</th>
              <th scope="col" className="amount">
                {t("amount")}
              </th>
              <th scope="col">{t("balance")}</th>
            </tr>
          </thead>
          <tbody>
            <Part name="Oefendam Noord" value={518_000_000n} />
            <Part name="Oefendam Zuid" value={426_250_000n} />
          </tbody>
          <tfoot>
            <tr className="sum">
              <th scope="row">{t("parts")}</th>
              <AmountCell value={cents(944_250_000n)} />
              <td />
            </tr>
            <tr className="diff">
              <th scope="row">{t("vat")}</th>
              <AmountCell value={cents(3_750_000n)} />
              <td>
                <DiffTag cause="vat_compensation" />
              </td>
            </tr>
            <tr className="total">
              <th scope="row">{t("whole")}</th>
              <AmountCell value={cents(948_000_000n)} />
              <td>
                <StatusTag kind="balance" status="closes" />
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Part({ name, value }: { name: string; value: bigint }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <AmountCell value={cents(value)} href="#optelling" />
      <td>
        <StatusTag kind="balance" status="closes" />
      </td>
    </tr>
  );
}
