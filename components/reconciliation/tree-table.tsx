import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Absent } from "@/components/signs/absent";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SourceLink } from "@/components/signs/source-link";
import { Tag } from "@/components/signs/tag";
import type { ReconciliationNode } from "@/lib/domain/reconciliation/tree";
import type { TreeRow } from "@/lib/domain/reconciliation/visible-rows";
import { placeText } from "@/lib/views/place-words";
import { differenceName, nodeName, type TreeWords } from "@/lib/views/reconciliation";

type Props = {
  rows: readonly TreeRow[];
  root: ReconciliationNode;
  words: TreeWords;
  base: string;
  /** The address of this page with a node opened or shut, and with an entry picked. */
  toggle: (key: string, open: boolean) => string;
  pick: (seq: bigint) => string;
  picked: bigint | null;
};

const depthClass = (depth: number) => `d${Math.min(depth, 8)}`;

/** The tree as it is open now: children, then what keeps them from being the whole, then the whole. */
export function TreeTable({ rows, root, words, base, toggle, pick, picked }: Props) {
  const t = useTranslations("reconciliation");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("tree")}>
      <table className="tree compact">
        <caption className="hidden">{t("tree")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("level")}</th>
            <th scope="col" className="amount">
              {t("amount")}
            </th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.is === "difference" ? (
              <tr key={`${row.parent}!${row.difference.key}`} className={`diff ${depthClass(row.depth)}`}>
                <th scope="row">
                  <span className="edge">{differenceName(row.difference, words, locale)}</span>
                </th>
                {row.difference.amount === null ? (
                  <td className="amount">
                    <Absent reason="not_published" />
                  </td>
                ) : (
                  <AmountCell value={row.difference.amount} />
                )}
                <td>
                  <Tag tone={row.difference.cause === "unexplained" ? "error" : "diff"} sign="differs">
                    {t(`cause.${row.difference.cause}`)}
                  </Tag>
                </td>
              </tr>
            ) : (
              <NodeRow
                key={row.node.key}
                row={row}
                words={words}
                base={base}
                toggle={toggle}
                pick={pick}
                picked={picked}
              />
            ),
          )}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row">{t("together")}</th>
            <AmountCell value={root.amount} />
            <td>
              <Tag tone="ok" sign="check">
                {t(root.basis === "claim" ? "equalsClaim" : "equals")}
              </Tag>
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

type NodeRowProps = Omit<Props, "rows" | "root"> & { row: Extract<TreeRow, { is: "node" }> };

function NodeRow({ row, words, base, toggle, pick, picked }: NodeRowProps) {
  const t = useTranslations("reconciliation");
  const locale = useLocale();
  const { node, open, depth } = row;
  const name = nodeName(node.label, words, locale);
  const { label } = node;
  const entry = label.level === "entry" ? label.seq : null;
  const claim = "claim" in label ? label.claim : null;
  const current = entry !== null && entry === picked;
  return (
    <tr
      className={`${depthClass(depth)}${current ? " picked" : ""}`}
      aria-current={current ? "true" : undefined}
    >
      <th scope="row">
        <Twist open={open} name={name} href={toggle(node.key, open !== true)} root={depth === 0} />
        {entry === null ? name : <a href={pick(entry)}>{name}</a>}
        {claim !== null && (
          <span className="meta">
            {t("claimed")}{" "}
            <SourceLink href={`${base}/claims/${claim.code}`}>
              {[claim.source, claim.place && placeText(claim.place, locale)].filter(Boolean).join(", ")}
            </SourceLink>
          </span>
        )}
      </th>
      <AmountCell value={node.amount} />
      <td>
        {entry === null ? (
          label.level !== "rest" && <State row={row} />
        ) : (
          <a className="mono" href={`${base}/grootboek/${entry}`}>
            #{String(entry)}
          </a>
        )}
      </td>
    </tr>
  );
}

type TwistProps = { open: boolean | null; name: string; href: string; root: boolean };

/** Opens or shuts a node: a link, so that it works without script and the address says what is open. */
function Twist({ open, name, href, root }: TwistProps) {
  const t = useTranslations("reconciliation");
  if (open === null || root) return <span className="twist" />;
  return (
    <a className="twist" href={href} aria-label={t(open ? "shutNode" : "openNode", { name })}>
      {open ? "▾" : "▸"}
    </a>
  );
}

function State({ row: { node, deeper } }: { row: NodeRowProps["row"] }): ReactNode {
  const t = useTranslations("reconciliation");
  const own = node.differences.length;
  if (node.differences.some(({ cause }) => cause === "unexplained"))
    return (
      <Tag tone="error" sign="differs">
        {t("cause.unexplained")}
      </Tag>
    );
  if (own > 0 || deeper > 0)
    return (
      <Tag tone="diff" sign="differs">
        {own > 0 ? t("differences", { count: own }) : t("deeper", { count: deeper })}
      </Tag>
    );
  return (
    <Tag tone="ok" sign="check">
      {t("closes")}
    </Tag>
  );
}
