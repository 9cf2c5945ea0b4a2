import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountCell } from "@/components/signs/amount";
import { Tag } from "@/components/signs/tag";
import { differenceKey, type TreeRow } from "@/lib/domain/reconciliation/visible-rows";
import { differenceName, itemAddress, itemName, nodeName } from "@/lib/views/reconciliation";
import { depthClass, type TreeLinks } from "./tree-links";
import { Twist } from "./twist";

type Props<Is> = { row: Extract<TreeRow, { is: Is }>; links: TreeLinks };

/** Why a whole is not its parts; it opens into what makes it. */
export function DifferenceRow({ row, links: { words, toggle } }: Props<"difference">) {
  const t = useTranslations("reconciliation");
  const locale = useLocale();
  const { difference, open, parent, depth } = row;
  const name = differenceName(difference, words, locale);
  return (
    <tr className={`diff ${depthClass(depth)}`}>
      <th scope="row">
        <span className="edge">
          <Twist open={open} name={name} href={toggle(differenceKey(parent, difference), open !== true)} />
          {name}
        </span>
      </th>
      {difference.amount === null ? (
        <td className="amount">
          <Absent reason={difference.cause === "unreadable_rows" ? "undetermined" : "not_published"} />
        </td>
      ) : (
        <AmountCell value={difference.amount} />
      )}
      <td />
      <td>
        <Tag tone={difference.cause === "unexplained" ? "error" : "diff"} sign="differs">
          {t(`cause.${difference.cause}`)}
        </Tag>
      </td>
    </tr>
  );
}

/** An entry, a claim, a report or something else that makes a difference. */
export function ItemRow({ row, links: { words, base, pick, picked } }: Props<"item">) {
  const locale = useLocale();
  const { item, depth } = row;
  const line = item.is === "line" ? item.entry : null;
  const seq =
    line?.label.level === "entry"
      ? line.label.seq
      : item.is === "entry" || item.is === "later"
        ? item.seq
        : null;
  const name = item.is === "line" ? nodeName(item.entry.label, words, locale) : itemName(item, words, locale);
  const page = item.is === "line" ? null : itemAddress(item);
  const href = seq === null ? (page === null ? null : base + page) : pick(seq);
  const amount = item.is === "line" ? item.entry.amount : "amount" in item ? item.amount : undefined;
  return (
    <tr className={`made ${depthClass(depth)}${seq !== null && seq === picked ? " picked" : ""}`}>
      <th scope="row">{href === null ? name : <a href={href}>{name}</a>}</th>
      {amount === undefined ? (
        <td />
      ) : amount === null ? (
        <td className="amount">
          <Absent reason={item.is === "row" ? "undetermined" : "not_published"} />
        </td>
      ) : (
        <AmountCell value={amount} />
      )}
      <td />
      <td>
        {seq !== null && (
          <a className="mono" href={`${base}/grootboek/${seq}`}>
            #{String(seq)}
          </a>
        )}
      </td>
    </tr>
  );
}
