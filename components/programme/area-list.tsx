import { useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";

/** Every area with who receives its money, and under which codes and names it is known. */
export function AreaList({ book, base }: { book: ClaimBook; base: string }) {
  const t = useTranslations("programme.areaPage");
  const area = useTranslations("programme.areas")("area");
  return (
    <section className="section">
      <h2 id="namen">{t("names")}</h2>
      <ScrollRegion label={t("names")}>
        <table className="compact">
          <caption className="hidden">{t("names")}</caption>
          <thead>
            <tr>
              <th scope="col">{area}</th>
              <th scope="col">{t("municipality")}</th>
              <th scope="col">{t("municipalityCode")}</th>
              <th scope="col">{t("aliases")}</th>
              <th scope="col" className="amount">
                {t("wave")}
              </th>
            </tr>
          </thead>
          <tbody>
            {book.areas.map(({ code, name, municipality, aliases, wave }) => (
              <tr key={code}>
                <th scope="row">
                  <a href={`${base}/gebieden/${code}`}>{name}</a>
                </th>
                <td>{book.municipalities.find((one) => one.code === municipality)?.name}</td>
                <td className="mono">{municipality}</td>
                <td>
                  {aliases.length === 0 ? <span className="muted">{t("noAlias")}</span> : aliases.join(", ")}
                </td>
                <td className="amount">{wave ?? <span className="muted">{t("noWave")}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
