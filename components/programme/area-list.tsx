import { useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";

/** Every area with who receives its money, and under which codes and names it is known. */
export function AreaList({ book, base }: { book: ClaimBook; base: string }) {
  const t = useTranslations("programme.areaPage");
  const area = useTranslations("programme.areas")("area");
  return (
    <section className="section">
      <h2 id="namen">{t("names")}</h2>
      <ScrollRegion label={t("names")}>
        <table className="compact stack stack-2" role="table">
          <caption className="hidden">{t("names")}</caption>
          <StackHead
            columns={[area, t("municipality"), t("municipalityCode"), t("aliases"), { amount: t("wave") }]}
          />
          <tbody role="rowgroup">
            {book.areas.map(({ code, name, municipality, aliases, wave }) => (
              <tr role="row" key={code}>
                <th scope="row" role="rowheader">
                  <a href={`${base}/gebieden/${code}`}>{name}</a>
                </th>
                <td role="cell" data-label={t("municipality")}>
                  {book.municipalities.find((one) => one.code === municipality)?.name}
                </td>
                <td role="cell" className="mono" data-label={t("municipalityCode")}>
                  {municipality}
                </td>
                <td role="cell" data-label={t("aliases")}>
                  {aliases.length === 0 ? <span className="muted">{t("noAlias")}</span> : aliases.join(", ")}
                </td>
                <td role="cell" className="amount" data-label={t("wave")}>
                  {wave ?? <span className="muted">{t("noWave")}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
