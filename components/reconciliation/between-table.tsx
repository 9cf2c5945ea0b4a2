import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { BETWEEN_MEASURES, type BetweenRow } from "@/lib/domain/reconciliation/between";
import { depthClass } from "./tree-links";

type Props = {
  rows: readonly BetweenRow[];
  /** The entries that made it, for a node that the list of entries can be narrowed down to. */
  entries: (row: BetweenRow) => string;
};

/** By how much each node moved, per measure; the parts of a node are together the node. */
export function BetweenTable({ rows, entries }: Props) {
  const t = useTranslations("reconciliation.between");
  const measures = useTranslations("reconciliation.between.measures");
  const locale = useLocale();
  const shown = BETWEEN_MEASURES.filter((measure) =>
    rows.some(({ moved }) => moved.some((one) => one.measure === measure)),
  );
  return (
    <ScrollRegion label={t("nodes")}>
      <table className="tree compact">
        <caption className="hidden">{t("nodes")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("node")}</th>
            {shown.map((measure) => (
              <th scope="col" className="amount" key={measure}>
                {t("changeOf", { measure: measures(measure) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const name = typeof row.name === "string" ? row.name : row.name[locale];
            const listed = row.level === "stream" || row.level === "municipality";
            return (
              <tr key={row.key} className={depthClass(row.depth)}>
                <th scope="row">{listed ? <a href={entries(row)}>{name}</a> : name}</th>
                {shown.map((measure) => {
                  const moved = row.moved.find((one) => one.measure === measure);
                  return moved === undefined ? (
                    <td key={measure} />
                  ) : (
                    <AmountCell key={measure} value={moved.change} />
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
