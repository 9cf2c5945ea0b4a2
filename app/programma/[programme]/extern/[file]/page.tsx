import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/ledger/export-links";
import { UnreadRows } from "@/components/own-ledger/unread-rows";
import { TreeWithEntry } from "@/components/reconciliation/tree-with-entry";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { RowColumnForm } from "@/components/tie-out/row-column-form";
import { TieOutFacts } from "@/components/tie-out/tie-out-facts";
import { TieOutFigures } from "@/components/tie-out/tie-out-figures";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { openableKeys, visibleRows } from "@/lib/domain/reconciliation/visible-rows";
import type { RowColumn } from "@/lib/domain/tie-out/row-columns";
import { treeWords } from "@/lib/exports/tree-words";
import type { Asked } from "@/lib/input/as-of";
import { toggledOpen } from "@/lib/input/reconciliation";
import { readTieOutAsked } from "@/lib/input/tie-out";
import { pickedEntry } from "@/lib/queries/ledger/find-entry";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findTieOut } from "@/lib/queries/tie-out/find-tie-out";
import { pairingsPath, tieOutPath } from "@/lib/views/tie-out";
import { unreadLines } from "../../unread-lines";
import { sayTieOutColumnsAction } from "../actions";
import { FileFrame } from "../file-frame";

type Props = { params: Promise<{ programme: string; file: string }>; searchParams: Promise<Asked> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tieOut.file"))("title") };
}

function addressOf(open: readonly string[], entry: bigint | null): string {
  const query = new URLSearchParams(open.map((key) => ["open", key]));
  if (entry !== null) query.set("post", String(entry));
  return `?${query}`;
}

/** An external file held against the ledger: theirs, ours, and every difference by its name. */
export default async function TieOutPage({ params, searchParams }: Props) {
  const grant = await authorize("reconciliation:read");
  const journal = await authorize("journal:read");
  const brings = await tryAuthorize("tie-out:bring");
  const { programme: code, file: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const asked = readTieOutAsked(await searchParams);
  const { file, grid, version, columns, compared } = await orNotFound(
    findTieOut(grant, programme.id, id, asked.open),
  );
  const [t, locale] = [await getTranslations("tieOut"), await getLocale()];
  const entry = await pickedEntry(journal, programme.id, asked.entry);
  const here = tieOutPath(programme.code, id);
  const title = t("file.title");
  const choosing = brings !== null && (compared === null || asked.columns);
  const shown = choosing ? null : compared;
  return (
    <FileFrame grant={grant} programme={programme} file={file}>
      <PageTitle title={title} lead={t("file.lead", { file: file.fileName })}>
        {compared !== null && (
          <div className="actions">
            <a href={pairingsPath(programme.code, id)}>
              {t("file.pairings", { count: compared.pairings.length })}
            </a>
            <ExportLinks
              base={`/programma/${programme.code}/export/extern`}
              asked={{ bestand: id, open: asked.open }}
            />
          </div>
        )}
      </PageTitle>
      {asked.done && (
        <Alert
          id="gedaan"
          tone={asked.done === "bekend" ? "info" : "ok"}
          announce
          title={t(`done.${asked.done}`)}
        >
          <p>{t(`done.${asked.done}Text`)}</p>
        </Alert>
      )}
      {shown !== null && <TieOutFigures kind={file.kind} root={shown.tree} />}
      <TieOutFacts
        file={file}
        download={`${here}/bestand`}
        columns={version === 0 || brings === null ? null : { version, href: `${here}?kolommen=1` }}
      />
      {choosing && (
        <RowColumnForm
          action={sayTieOutColumnsAction.bind(null, programme.code)}
          title={title}
          file={id}
          source={file.source}
          version={version}
          grid={grid}
          columns={columns}
        />
      )}
      {compared === null && !choosing && (
        <EmptyState title={t("file.noColumns")}>{t("file.noColumnsText")}</EmptyState>
      )}
      {shown !== null && (
        <>
          {shown.read.unread.length > 0 && (
            <UnreadRows
              title={t("file.unread", { rows: shown.read.unread.length })}
              text={t("file.unreadText")}
              lines={
                await unreadLines(shown.read.unread, (column) => t(`columns.names.${column as RowColumn}`))
              }
              faults={shown.read.unread.reduce((all, { reasons }) => all + reasons.length, 0)}
              again={`${tieOutPath(programme.code)}/nieuw`}
            />
          )}
          <TreeWithEntry
            rows={visibleRows(shown.tree, new Set(asked.open), shown.entries)}
            root={shown.tree}
            amount={t("file.theirs")}
            reached={t(`file.ours.${file.kind}`)}
            links={{
              words: await treeWords(locale),
              base: `/programma/${programme.code}`,
              toggle: (key, on) => addressOf(toggledOpen(asked.open, key, on), asked.entry),
              pick: (seq) => `${addressOf(asked.open, seq)}#post`,
              picked: asked.entry,
            }}
            openAll={addressOf(openableKeys(shown.tree), asked.entry)}
            shutAll={addressOf([], asked.entry)}
            entry={entry}
          />
        </>
      )}
    </FileFrame>
  );
}
