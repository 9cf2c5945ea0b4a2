import { getTranslations } from "@/i18n/translations";
import type { TreeRow } from "@/lib/domain/reconciliation/visible-rows";
import { amount, type Cell, type Table, text } from "@/lib/files/cell";
import type { Locale } from "@/lib/views/locale";
import { differenceName, itemName, nodeName } from "@/lib/views/reconciliation";
import { treeWords } from "./tree-words";

type MadeOf = Extract<TreeRow, { is: "item" }>["item"];

const COLUMNS = [
  ["key", 26],
  ["level", 14],
  ["name", 60],
  ["amount", 20],
  ["difference", 20],
  ["cause", 24],
  ["reached", 20],
  ["made", 20],
] as const;

/** A tree as it is open: nodes, and differences at the level they belong to. */
export async function treeTable(
  shown: readonly TreeRow[],
  {
    locale,
    root,
  }: { readonly locale: Locale /** What the programme itself is called. */; readonly root: string },
): Promise<Table & { readonly rows: Cell[][] }> {
  const [t, words] = [await getTranslations({ locale, namespace: "ledger.export" }), await treeWords(locale)];
  const causes = await getTranslations({ locale, namespace: "reconciliation.cause" });
  const named = (item: MadeOf) =>
    item.is === "line" ? nodeName(item.entry.label, words, locale) : itemName(item, words, locale);
  const rows = shown.map((row): Cell[] => {
    switch (row.is) {
      case "node":
        return [
          text(row.node.key || root),
          text(t(`levels.${row.node.level}`)),
          text(nodeName(row.node.label, words, locale)),
          amount(row.node.amount),
          null,
          null,
          row.node.level === "entry" ? null : amount(row.node.reached),
          null,
        ];
      case "difference":
        return [
          text(`${row.parent || root}!${row.difference.key}`),
          text(t("levels.difference")),
          text(differenceName(row.difference, words, locale)),
          null,
          amount(row.difference.amount),
          text(causes(row.difference.cause)),
          null,
          null,
        ];
      case "item":
        return [
          text(row.key),
          text(t("levels.item")),
          text(named(row.item)),
          null,
          null,
          null,
          null,
          amountIn(row.item),
        ];
    }
  });
  return { columns: COLUMNS.map(([name, width]) => ({ name, title: t(`columns.${name}`), width })), rows };
}

const amountIn = (item: MadeOf): Cell =>
  item.is === "line" ? amount(item.entry.amount) : "amount" in item ? amount(item.amount) : null;
