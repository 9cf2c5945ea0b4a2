import { useLocale, useTranslations } from "next-intl";
import { NumberLine } from "@/components/charts/number-line";
import { ConflictBlock } from "@/components/signs/conflict-block";
import { cents } from "@/lib/domain/money";
import { millions } from "@/lib/views/money";

const million = (value: bigint) => cents(value * 100_000_000n);
const READINGS = [
  { key: "without", value: million(1076n) },
  { key: "perMunicipality", value: million(1103n) },
  { key: "perArea", value: million(1106n) },
] as const;

export function Conflict() {
  const t = useTranslations("sheet.conflict");
  const locale = useLocale();
  const [a = "", b = "", c = ""] = READINGS.map(({ value }) => millions(value, locale));
  const bn = (text: string) => (locale === "nl" ? `${text} mld` : `${text.replace(",", ".")}bn`);
  return (
    <section className="section" aria-labelledby="conflict">
      <h2 id="conflict" className="below-s">
        {t("title")}
      </h2>
      <ConflictBlock id="lezingen" level={3} title={t("block")} meta={t("meta")} footer={t("footer")}>
        <p>{t("text")}</p>
        <div className="cols cols-1-1 cols-middle">
          <table>
            <caption className="hidden">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("reading")}</th>
                <th scope="col" className="amount">
                  {t("total")}
                </th>
              </tr>
            </thead>
            <tbody>
              {READINGS.map(({ key, value }) => (
                <tr key={key}>
                  <th scope="row">{t(key)}</th>
                  <td className="amount">{millions(value, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <NumberLine
            label={t("label", { a, b, c })}
            readings={READINGS.map(({ key, value }) => ({
              value,
              name: t(key),
              figure: millions(value, locale),
            }))}
            ticks={[
              { value: million(1050n), label: bn("1,05") },
              { value: million(1100n), label: bn("1,10") },
              { value: million(1150n), label: bn("1,15") },
            ]}
            band={{ from: million(1050n), to: million(1150n), label: t("band") }}
          />
        </div>
      </ConflictBlock>
    </section>
  );
}
