import { useTranslations } from "next-intl";
import { EntryPanel, entryAmount } from "@/components/ledger/entry-panel";
import { EuroText } from "@/components/signs/euro-text";
import type { LedgerEntry } from "@/lib/domain/ledger/ledger-entry";
import type { ReconciliationNode } from "@/lib/domain/reconciliation/tree";
import type { TreeRow } from "@/lib/domain/reconciliation/visible-rows";
import type { TreeLinks } from "./tree-links";
import { TreeTable } from "./tree-table";

type TreeWithEntryProps = {
  rows: readonly TreeRow[];
  root: ReconciliationNode;
  /** What the first column is, where it is not just an amount. */
  amount?: string;
  /** What the second column is: "of which spent, €". */
  reached: string;
  links: TreeLinks;
  /** The addresses with everything open, and with everything shut. */
  openAll: string;
  shutAll: string;
  /** The entry that is shown beside the tree. */
  entry: LedgerEntry | null;
};

/** A tree as it is open now, and beside it the entry that was picked. */
export function TreeWithEntry({
  rows,
  root,
  amount,
  reached,
  links,
  openAll,
  shutAll,
  entry,
}: TreeWithEntryProps) {
  const t = useTranslations("reconciliation");
  const ledger = useTranslations("ledger");
  return (
    <>
      <p className="actions above-m below-m">
        <a href={openAll}>{t("openAll")}</a>
        <a href={shutAll}>{t("shutAll")}</a>
      </p>
      <div className={entry === null ? undefined : "cols cols-tree"}>
        <TreeTable rows={rows} root={root} amount={amount} reached={reached} links={links} />
        {entry !== null && (
          <aside className="panel" id="post" aria-labelledby="post-titel">
            <h2 id="post-titel">
              <a href={`${links.base}/grootboek/${entry.seq}`}>
                {ledger("entry.title", {
                  seq: String(entry.seq),
                  kind: ledger(`kinds.${entry.kind}`).toLowerCase(),
                })}
              </a>
            </h2>
            <p className="panel-figure">
              <EuroText value={entryAmount(entry)} />
            </p>
            <EntryPanel entry={entry} base={links.base} level={3} />
          </aside>
        )}
      </div>
    </>
  );
}
