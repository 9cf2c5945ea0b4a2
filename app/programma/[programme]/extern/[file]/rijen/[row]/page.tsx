import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { Facts } from "@/components/signs/facts";
import { PairingTable } from "@/components/tie-out/pairing-table";
import { RowDecisionForms } from "@/components/tie-out/row-decision-forms";
import { RowDecisionList } from "@/components/tie-out/row-decision-list";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import type { Asked } from "@/lib/input/as-of";
import { readRowAsked } from "@/lib/input/tie-out";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findTieOutRow } from "@/lib/queries/tie-out/find-tie-out";
import { shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { tieOutPath, tieOutUnitPath } from "@/lib/views/tie-out";
import { decideRowAction } from "../../../actions";
import { FileFrame } from "../../../file-frame";

type Props = {
  params: Promise<{ programme: string; file: string; row: string }>;
  searchParams: Promise<Asked>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations("tieOut.row"))("title", { row: (await params).row }) };
}

/** One row of an external file: what it says, what it belongs to and why, and what an auditor said about it. */
export default async function TieOutRowPage({ params, searchParams }: Props) {
  const grant = await authorize("reconciliation:read");
  const matches = await tryAuthorize("tie-out:match");
  const { programme: code, file: id, row: number } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const asked = readRowAsked(await searchParams);
  const found = await orNotFound(findTieOutRow(grant, programme.id, id, number, asked.searched));
  const { file, row, pairing, decisions, choices, stands } = found;
  const [t, locale] = [await getTranslations("tieOut"), await getLocale()];
  const done = asked.done && decisions.length > 0;
  const title = t("row.title", { row: String(row.row) });
  const said = (["decision", "allocation", "reference", "municipality", "area"] as const).filter(
    (column) => row[column] !== "",
  );
  return (
    <FileFrame grant={grant} programme={programme} file={file} below={title}>
      <PageTitle title={title} lead={t("row.lead", { file: file.fileName })} />
      {done && <Alert id="gedaan" tone="ok" announce title={t("row.done")} />}
      <Facts
        wide
        facts={[
          ...said.map((column) => ({ term: t(`columns.names.${column}`), value: row[column] })),
          ...(row.date === null
            ? []
            : [{ term: t("columns.names.date"), value: shortDate(row.date, locale) }]),
          ...(row.year === null ? [] : [{ term: t("columns.names.year"), value: String(row.year) }]),
          { term: t("columns.names.amount"), value: euro(row.amount, locale), look: "figure" as const },
        ]}
      />
      <section className="section" aria-labelledby="koppeling">
        <h2 id="koppeling">{t("row.pairing")}</h2>
        <PairingTable
          pairings={[pairing]}
          rowHref={(other) => tieOutPath(programme.code, id, other)}
          entriesHref={(unit) => tieOutUnitPath(programme.code, id, unit)}
          base={`/programma/${programme.code}`}
        />
      </section>
      <RowDecisionList decisions={decisions} />
      {matches !== null && (
        <RowDecisionForms
          action={decideRowAction.bind(null, programme.code)}
          title={title}
          file={id}
          row={row.row}
          keys={[randomUUID(), randomUUID(), randomUUID()]}
          choices={choices}
          searched={asked.searched}
          suggested={pairing.units}
          stands={stands}
        />
      )}
    </FileFrame>
  );
}
