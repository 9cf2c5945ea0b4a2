import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { type TreeRow, visibleRows } from "@/lib/domain/reconciliation/visible-rows";
import type { Cell } from "@/lib/files/cell";
import { amount, text } from "@/lib/files/cell";
import { readTreeAsked } from "@/lib/input/reconciliation";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { findTree } from "@/lib/queries/reconciliation/find-tree";
import { differenceName, itemName, nodeName } from "@/lib/views/reconciliation";
import type { ExportAsked, MadeTable } from "./made";
import { statementOf } from "./statement";
import { treeWords } from "./tree-words";

type MadeOf = Extract<TreeRow, { is: "item" }>["item"];

/** The tree exactly as it is open on the screen: nodes, and differences at the level they belong to. */
export async function treeFile(
  grant: Grant<"reconciliation:read">,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const asked = readTreeAsked(params, now);
  const { tree, entries } = await findTree(grant, programme.id, asked);
  const [t, words] = [await getTranslations({ locale, namespace: "ledger.export" }), await treeWords(locale)];
  const causes = await getTranslations({ locale, namespace: "reconciliation.cause" });
  const pairs = await getTranslations({ locale, namespace: "reconciliation.asOf.pairs" });
  const named = (item: MadeOf) =>
    item.is === "line" ? nodeName(item.entry.label, words, locale) : itemName(item, words, locale);
  const shown = visibleRows(tree, new Set(asked.open), entries);
  const rows = shown.map((row): Cell[] => {
    switch (row.is) {
      case "node":
        return [
          text(row.node.key || programme.code),
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
          text(`${row.parent || programme.code}!${row.difference.key}`),
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
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "aansluiting",
      filter: [pairs(asked.word)],
      asOf: asked.asOf,
      rows: BigInt(rows.length),
      totals: [{ name: nodeName(tree.label, words, locale), amount: tree.amount }],
      checkpoint: await checkpointAsOf(grant, programme.id, asked.asOf.knownAt),
    },
  );
  const columns = [
    ["key", 26],
    ["level", 14],
    ["name", 60],
    ["amount", 20],
    ["difference", 20],
    ["cause", 24],
    ["reached", 20],
    ["made", 20],
  ] as const;
  const table = {
    columns: columns.map(([name, width]) => ({ name, title: t(`columns.${name}`), width })),
    rows,
  };
  return { kind: "aansluiting", table, statement, count: BigInt(rows.length), asOf: asked.asOf };
}

const amountIn = (item: MadeOf): Cell =>
  item.is === "line" ? amount(item.entry.amount) : "amount" in item ? amount(item.amount) : null;
