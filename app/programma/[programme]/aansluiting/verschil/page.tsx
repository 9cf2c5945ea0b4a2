import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EntryTable } from "@/components/ledger/entry-table";
import { ExportLinks } from "@/components/ledger/export-links";
import { BetweenForm } from "@/components/reconciliation/between-form";
import { BetweenTable } from "@/components/reconciliation/between-table";
import { BetweenTotals } from "@/components/reconciliation/between-totals";
import { ChangesList } from "@/components/reconciliation/changes-list";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { NO_FILTER } from "@/lib/domain/ledger/entry-filter";
import type { BetweenRow } from "@/lib/domain/reconciliation/between";
import { type DifferenceAsked, readDifferenceAsked } from "@/lib/input/difference";
import { ENTRIES_PER_PAGE, listEntries } from "@/lib/queries/ledger/list-entries";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findDifference } from "@/lib/queries/reconciliation/find-difference";
import { instant, shortDate } from "@/lib/views/dates";
import { ProgrammeFrame } from "../../programme-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reconciliation.between"))("title") };
}

/** The list of entries narrowed down to what made a node move. */
function entriesOf({ validOn, from, until }: DifferenceAsked, { stream, municipality }: BetweenRow): string {
  const query = new URLSearchParams({ geldig: validOn, bekend: until, na: from });
  if (stream !== null) query.set("geldstroom", stream);
  if (municipality !== null) query.set("gemeente", municipality);
  return query.toString();
}

/** What became known between two moments, and what that made of the figures of one date. */
export default async function DifferencePage({ params, searchParams }: Props) {
  const grant = await authorize("journal:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const asked = readDifferenceAsked(await searchParams, new Date());
  const { validOn, from, until, typed, page } = asked;
  const [found, entries] = await Promise.all([
    findDifference(grant, { programmeId: programme.id, validOn, from, until }),
    listEntries(grant, programme.id, {
      filter: { ...NO_FILTER, recordedAfter: from },
      asOf: { validOn, knownAt: until },
      page,
      before: null,
    }),
  ]);
  const [t, locale] = [await getTranslations("reconciliation"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const moment = (at: string) => instant(new Date(at), locale);
  const [whole] = found.rows;
  const address = (number: number) =>
    `${base}/aansluiting/verschil?${new URLSearchParams({ geldig: validOn, van: from, tot: until, pagina: String(number) })}#posten`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="reconciliation"
      crumbs={[{ label: t("title"), href: `${base}/aansluiting` }, { label: t("between.title") }]}
    >
      <PageTitle
        title={t("between.title")}
        lead={t("between.lead", {
          valid: shortDate(validOn, locale),
          from: moment(from),
          until: moment(until),
        })}
      >
        <div className="actions">
          <ExportLinks base={`${base}/export/verschil`} asked={{ geldig: validOn, van: from, tot: until }} />
        </div>
      </PageTitle>
      <BetweenForm typed={typed} errors={asked.errors} />
      {whole === undefined ? (
        <EmptyState title={t("between.unmoved")}>{t("between.unmovedText")}</EmptyState>
      ) : (
        <BetweenTotals
          moved={whole.moved}
          entries={entries.totals}
          from={moment(from)}
          until={moment(until)}
        />
      )}
      <nav className="actions above-m" aria-label={t("between.jumps")}>
        <a href="#posten">{t("between.entryList", { count: Number(entries.count) })}</a>
        <a href="#verder">{t("between.changeCount", { count: found.changes.length })}</a>
      </nav>
      {whole !== undefined && (
        <section className="section" aria-labelledby="onderdelen">
          <h2 id="onderdelen">{t("between.nodes")}</h2>
          <BetweenTable rows={found.rows} entries={(row) => `${base}/grootboek?${entriesOf(asked, row)}`} />
        </section>
      )}
      <section className="section" aria-labelledby="posten">
        <h2 id="posten">{t("between.entryList", { count: Number(entries.count) })}</h2>
        {found.later > 0n && (
          <p className="small muted">{t("between.later", { count: Number(found.later) })}</p>
        )}
        <EntryTable
          year={null}
          rows={entries.rows}
          totals={entries.totals}
          count={Number(entries.count)}
          base={base}
          page={page}
          perPage={ENTRIES_PER_PAGE}
          address={address}
        />
      </section>
      <section className="section" aria-labelledby="verder">
        <h2 id="verder">{t("between.changes")}</h2>
        <ChangesList changes={found.changes} base={base} />
      </section>
    </ProgrammeFrame>
  );
}
