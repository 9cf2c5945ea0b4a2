import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { visibleRows } from "@/lib/domain/reconciliation/visible-rows";
import { readTreeAsked } from "@/lib/input/reconciliation";
import { checkpointAsOf } from "@/lib/queries/exports/checkpoint-as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { findTree } from "@/lib/queries/reconciliation/find-tree";
import { nodeName } from "@/lib/views/reconciliation";
import type { ExportAsked, MadeTable } from "./made";
import { statementOf } from "./statement";
import { treeTable } from "./tree-rows";
import { treeWords } from "./tree-words";

/** The tree exactly as it is open on the screen: nodes, and differences at the level they belong to. */
export async function treeFile(
  grant: Grant<"reconciliation:read">,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const asked = readTreeAsked(params, now);
  const { tree, entries } = await findTree(grant, programme.id, asked);
  const words = await treeWords(locale);
  const pairs = await getTranslations({ locale, namespace: "reconciliation.asOf.pairs" });
  const shown = visibleRows(tree, new Set(asked.open), entries);
  const table = await treeTable(shown, { locale, root: programme.code });
  const count = BigInt(shown.length);
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "aansluiting",
      filter: [pairs(asked.word)],
      asOf: asked.asOf,
      rows: count,
      totals: [{ name: nodeName(tree.label, words, locale), amount: tree.amount }],
      checkpoint: await checkpointAsOf(grant, programme.id, asked.asOf.knownAt),
    },
  );
  return { kind: "aansluiting", table, statement, count, asOf: asked.asOf };
}
