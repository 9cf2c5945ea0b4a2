import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { EntryPanel, entryAmount } from "@/components/ledger/entry-panel";
import { ExportLinks } from "@/components/ledger/export-links";
import { AsOfFields, AsOfForm } from "@/components/reconciliation/as-of-form";
import { TreeTable } from "@/components/reconciliation/tree-table";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { EuroText } from "@/components/signs/euro-text";
import { KeyFigures } from "@/components/signs/key-figures";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { cents, sum } from "@/lib/domain/money";
import { allDifferences } from "@/lib/domain/reconciliation/tree";
import { openableKeys, visibleRows } from "@/lib/domain/reconciliation/visible-rows";
import { NotFound } from "@/lib/domain/refusal";
import { treeWords } from "@/lib/exports/tree-words";
import { MEASURE_WORDS, readTreeAsked, type TreeAsked } from "@/lib/input/reconciliation";
import { findEntry } from "@/lib/queries/ledger/find-entry";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findTree } from "@/lib/queries/reconciliation/find-tree";
import { instant, shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { ProgrammeFrame } from "../programme-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reconciliation"))("title") };
}

/** The address of the same question with other nodes open or another entry beside it. */
function addressOf({ typed, word }: TreeAsked, open: readonly string[], entry: bigint | null): string {
  const query = new URLSearchParams();
  if (typed.geldig !== "") query.set("geldig", typed.geldig);
  if (typed.bekend !== "") query.set("bekend", typed.bekend);
  query.set("maat", word);
  for (const key of open) query.append("open", key);
  if (entry !== null) query.set("post", String(entry));
  return query.toString();
}

/** An entry that is not there is simply not shown beside the tree. */
function absent(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

export default async function ReconciliationPage({ params, searchParams }: Props) {
  const grant = await authorize("reconciliation:read");
  const journal = await authorize("journal:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const asked = readTreeAsked(await searchParams, new Date());
  const { tree, headline, entries } = await findTree(grant, programme.id, asked);
  const entry =
    asked.entry === null ? null : await findEntry(journal, programme.id, asked.entry).catch(absent);
  const [t, ledger, locale] = [
    await getTranslations("reconciliation"),
    await getTranslations("ledger"),
    await getLocale(),
  ];
  const base = `/programma/${programme.code}`;
  const open = new Set(asked.open);
  const rows = visibleRows(tree, open, entries);
  const every = openableKeys(tree);
  const unexplained = allDifferences(tree).filter(({ cause }) => cause === "unexplained");
  const missing = sum(unexplained.map(({ amount }) => amount ?? cents(0n)));
  const here = `${base}/aansluiting?`;
  const toggled = (key: string, on: boolean) =>
    on
      ? [...asked.open, key]
      : asked.open.filter((one) => one !== key && !one.startsWith(`${key}.`) && !one.startsWith(`${key}!`));
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="reconciliation"
      crumbs={[{ label: t("title") }]}
    >
      <PageTitle title={t("title")} lead={t("lead")}>
        <div className="actions">
          <a href={`${base}/aansluiting/verschil`}>{t("between.link")}</a>
          <ExportLinks
            base={`${base}/export/aansluiting`}
            asked={{ ...asked.typed, maat: asked.word, open: asked.open }}
          />
        </div>
      </PageTitle>
      <AsOfForm label={t("asOf.label")} errors={asked.errors}>
        <AsOfFields typed={asked.typed} />
        <SelectField
          name="maat"
          label={t("asOf.measure")}
          hint={t("asOf.measureHint")}
          defaultValue={asked.word}
          options={MEASURE_WORDS.map((word) => ({ value: word, label: t(`asOf.pairs.${word}`) }))}
        />
        {asked.open.map((key) => (
          <input key={key} type="hidden" name="open" value={key} />
        ))}
        <SubmitButton>{t("asOf.show")}</SubmitButton>
      </AsOfForm>
      <p className="small muted">
        {t("below", {
          valid: shortDate(asked.asOf.validOn, locale),
          known: instant(new Date(asked.asOf.knownAt), locale),
        })}
      </p>
      {tree.amount === 0n && (tree.children ?? []).length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <>
          <KeyFigures
            exact
            figures={[
              {
                label: t(`keys.${tree.basis}`),
                figure: euro(tree.amount, locale),
                sub: tree.basis === "claim" ? (headline?.claim.words ?? undefined) : undefined,
              },
              {
                label: t("keys.explained"),
                figure: euro(cents(tree.amount - missing), locale),
                sub: t("keys.explainedText"),
              },
              {
                label: t("keys.unexplained"),
                figure: euro(missing, locale),
                tone: missing === 0n ? undefined : "error",
                sub: t("keys.unexplainedText", { count: unexplained.length }),
              },
            ]}
          />
          <p className="actions above-m below-m">
            <a href={here + addressOf(asked, every, asked.entry)}>{t("openAll")}</a>
            <a href={here + addressOf(asked, [], asked.entry)}>{t("shutAll")}</a>
          </p>
          <div className={entry === null ? undefined : "cols cols-tree"}>
            <TreeTable
              rows={rows}
              root={tree}
              reached={t(`reached.${asked.measure}`)}
              links={{
                words: await treeWords(locale),
                base,
                toggle: (key, on) => here + addressOf(asked, toggled(key, on), asked.entry),
                pick: (seq) => `${here}${addressOf(asked, asked.open, seq)}#post`,
                picked: asked.entry,
              }}
            />
            {entry !== null && (
              <aside className="panel" id="post" aria-labelledby="post-titel">
                <h2 id="post-titel">
                  <a href={`${base}/grootboek/${entry.seq}`}>
                    {ledger("entry.title", {
                      seq: String(entry.seq),
                      kind: ledger(`kinds.${entry.kind}`).toLowerCase(),
                    })}
                  </a>
                </h2>
                <p className="panel-figure">
                  <EuroText value={entryAmount(entry)} />
                </p>
                <EntryPanel entry={entry} base={base} level={3} />
              </aside>
            )}
          </div>
        </>
      )}
    </ProgrammeFrame>
  );
}
