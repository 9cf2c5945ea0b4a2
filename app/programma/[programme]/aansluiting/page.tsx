import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ExportLinks } from "@/components/ledger/export-links";
import { AsOfFields, AsOfForm } from "@/components/reconciliation/as-of-form";
import { TreeWithEntry } from "@/components/reconciliation/tree-with-entry";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { KeyFigures } from "@/components/signs/key-figures";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { cents, sum } from "@/lib/domain/money";
import { allDifferences } from "@/lib/domain/reconciliation/tree";
import { openableKeys, visibleRows } from "@/lib/domain/reconciliation/visible-rows";
import { treeWords } from "@/lib/exports/tree-words";
import { MEASURE_WORDS, readTreeAsked, type TreeAsked, toggledOpen } from "@/lib/input/reconciliation";
import { pickedEntry } from "@/lib/queries/ledger/find-entry";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findTree } from "@/lib/queries/reconciliation/find-tree";
import { instant, shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { tieOutPath } from "@/lib/views/tie-out";
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

export default async function ReconciliationPage({ params, searchParams }: Props) {
  const grant = await authorize("reconciliation:read");
  const journal = await authorize("journal:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const asked = readTreeAsked(await searchParams, new Date());
  const { tree, headline, entries } = await findTree(grant, programme.id, asked);
  const entry = await pickedEntry(journal, programme.id, asked.entry);
  const [t, locale] = [await getTranslations("reconciliation"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const open = new Set(asked.open);
  const rows = visibleRows(tree, open, entries);
  const every = openableKeys(tree);
  const unexplained = allDifferences(tree).filter(({ cause }) => cause === "unexplained");
  const missing = sum(unexplained.map(({ amount }) => amount ?? cents(0n)));
  const here = `${base}/aansluiting?`;
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
          <a href={tieOutPath(programme.code)}>{t("externalLink")}</a>
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
          <TreeWithEntry
            rows={rows}
            root={tree}
            reached={t(`reached.${asked.measure}`)}
            links={{
              words: await treeWords(locale),
              base,
              toggle: (key, on) => here + addressOf(asked, toggledOpen(asked.open, key, on), asked.entry),
              pick: (seq) => `${here}${addressOf(asked, asked.open, seq)}#post`,
              picked: asked.entry,
            }}
            openAll={here + addressOf(asked, every, asked.entry)}
            shutAll={here + addressOf(asked, [], asked.entry)}
            entry={entry}
          />
        </>
      )}
    </ProgrammeFrame>
  );
}
