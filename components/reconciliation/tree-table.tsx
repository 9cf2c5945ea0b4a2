import { useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import type { ReconciliationNode } from "@/lib/domain/reconciliation/tree";
import type { TreeRow } from "@/lib/domain/reconciliation/visible-rows";
import { DifferenceRow, ItemRow } from "./difference-row";
import { NodeRow } from "./node-row";
import type { TreeLinks } from "./tree-links";

type Props = {
  rows: readonly TreeRow[];
  root: ReconciliationNode;
  /** What the first column is, where it is not just an amount. */
  amount?: string;
  /** What the second column is: "of which spent, €". */
  reached: string;
  links: TreeLinks;
};

/** The tree as it is open now: children, then what keeps them from being the whole, then the whole. */
export function TreeTable({ rows, root, amount, reached, links }: Props) {
  const t = useTranslations("reconciliation");
  return (
    <ScrollRegion label={t("tree")}>
      <table className="tree compact">
        <caption className="hidden">{t("tree")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("level")}</th>
            <th scope="col" className="amount">
              {amount ?? t("amount")}
            </th>
            <th scope="col" className="amount">
              {reached}
            </th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            switch (row.is) {
              case "node":
                return <NodeRow key={row.node.key} row={row} links={links} />;
              case "difference":
                return <DifferenceRow key={`${row.parent}!${row.difference.key}`} row={row} links={links} />;
              case "item":
                return <ItemRow key={row.key} row={row} links={links} />;
            }
          })}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row">{t("together")}</th>
            <AmountCell value={root.amount} />
            <AmountCell value={root.reached} />
            <td>
              <Tag tone="ok" sign="check">
                {t(`equals.${root.basis}`)}
              </Tag>
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
