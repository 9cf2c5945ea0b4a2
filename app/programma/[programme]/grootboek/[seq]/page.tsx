import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryPanel, entryAmount } from "@/components/ledger/entry-panel";
import { PageTitle } from "@/components/shell/page-title";
import { EuroText } from "@/components/signs/euro-text";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { findEntry } from "@/lib/queries/ledger/find-entry";
import { findInclusion } from "@/lib/queries/ledger/find-inclusion";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findingsPath } from "@/lib/views/findings";
import { ProgrammeFrame } from "../../programme-frame";

type Props = { params: Promise<{ programme: string; seq: string }> };

async function load(params: Props["params"]) {
  const grant = await authorize("journal:read");
  const { programme: code, seq } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const entry = await orNotFound(
    /^\d{1,18}$/.test(seq)
      ? findEntry(grant, programme.id, BigInt(seq))
      : Promise.reject(new NotFound("entry")),
  );
  return { grant, programme, entry };
}

async function titleOf({ entry }: Awaited<ReturnType<typeof load>>): Promise<string> {
  const t = await getTranslations("ledger");
  return t("entry.title", { seq: String(entry.seq), kind: t(`kinds.${entry.kind}`).toLowerCase() });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf(await load(params)) };
}

/** One entry with its postings, who approved it and what proves it. */
export default async function EntryPage({ params }: Props) {
  const loaded = await load(params);
  const { grant, programme, entry } = loaded;
  const t = await getTranslations("ledger");
  const base = `/programma/${programme.code}`;
  const audits = (await tryAuthorize("finding:write")) !== null;
  const inclusion = await findInclusion(grant, programme.id, entry.seq);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="ledger"
      crumbs={[
        { label: t("title"), href: `${base}/grootboek` },
        { label: t("entry.entryNumber", { seq: String(entry.seq) }) },
      ]}
    >
      <PageTitle title={await titleOf(loaded)} lead={<EuroText value={entryAmount(entry)} />}>
        <div className="actions">
          {entry.seq > 1n && <a href={`${base}/grootboek/${entry.seq - 1n}`}>{t("entry.before")}</a>}
          {entry.next !== null && <a href={`${base}/grootboek/${entry.next}`}>{t("entry.after")}</a>}
          {audits && (
            <a href={`${findingsPath(programme.code, "nieuw")}?post=${entry.seq}`}>{t("entry.toFinding")}</a>
          )}
        </div>
      </PageTitle>
      <EntryPanel entry={entry} base={base} level={2} inclusion={inclusion} />
    </ProgrammeFrame>
  );
}
