import { useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import { StackHead } from "@/components/signs/stack-head";
import type { BatchRoom } from "@/lib/domain/proposals/batch-view";

/** What the open lines ask of each ceiling, and what is left of it after them. */
export function BatchRooms({ rooms }: { rooms: readonly BatchRoom[] }) {
  const t = useTranslations("batches.rooms");
  if (rooms.length === 0) return null;
  return (
    <section className="section" aria-labelledby="ruimte">
      <SectionHead id="ruimte" title={t("title")} note={t("note")} />
      <ScrollRegion label={t("title")}>
        <table className="compact stack stack-figures" role="table">
          <caption className="hidden">{t("caption")}</caption>
          <StackHead
            columns={[
              t("tranche"),
              t("year"),
              { amount: t("before") },
              { amount: t("asked") },
              { amount: t("after") },
            ]}
          />
          <tbody role="rowgroup">
            {rooms.map(({ stream, tranche, year, before, asked, after }) => (
              <tr role="row" key={`${stream}/${tranche}/${year}`}>
                <th scope="row" role="rowheader">
                  {stream}
                  <span className="meta">{tranche}</span>
                </th>
                <td role="cell" className="tnum" data-label={t("year")}>
                  {year}
                </td>
                <AmountCell label={t("before")} value={before} absent="none" />
                <AmountCell label={t("asked")} value={asked} />
                <AmountCell
                  label={t("after")}
                  value={after}
                  absent="none"
                  tone={after !== null && after < 0n ? "bad" : undefined}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
