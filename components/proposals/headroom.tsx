import { useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import type { Cents } from "@/lib/domain/money";

/** Room under the ceiling beside the form, per year, after what open proposals already ask. */
export function Headroom({
  title,
  room,
  years,
}: {
  title: string;
  room: ReadonlyMap<number, Cents>;
  years: readonly number[];
}) {
  const t = useTranslations("proposals.headroom");
  return (
    <aside aria-labelledby="ruimte">
      <div className="headroom">
        <h2 id="ruimte">{t("title")}</h2>
        <p className="small muted">{title}</p>
        <table className="compact">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("year")}</th>
              <th scope="col" className="amount">
                {t("free")}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <AmountCell value={room.get(year) ?? null} absent="none" />
              </tr>
            ))}
          </tbody>
        </table>
        <p className="small muted above-s">{t("note")}</p>
      </div>
    </aside>
  );
}
