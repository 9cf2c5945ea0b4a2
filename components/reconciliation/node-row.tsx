import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AmountCell } from "@/components/signs/amount";
import { SourceLink } from "@/components/signs/source-link";
import { Tag } from "@/components/signs/tag";
import type { TreeRow } from "@/lib/domain/reconciliation/visible-rows";
import { placeText } from "@/lib/views/place-words";
import { nodeName } from "@/lib/views/reconciliation";
import { depthClass, type TreeLinks } from "./tree-links";
import { Twist } from "./twist";

type Row = Extract<TreeRow, { is: "node" }>;
type Props = { row: Row; links: TreeLinks };

/** A whole: what it is worth, how much of that is reached, and whether everything between is named. */
export function NodeRow({ row, links: { words, base, toggle, pick, picked } }: Props) {
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
        <Twist open={depth === 0 ? null : open} name={name} href={toggle(node.key, open !== true)} />
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
      {node.level === "entry" ? <td /> : <AmountCell value={node.reached} />}
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

function State({ row: { node, deeper } }: { row: Row }): ReactNode {
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
