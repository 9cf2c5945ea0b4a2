import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { AccountForm } from "@/components/own-ledger/account-form";
import { LedgerColumnForm } from "@/components/own-ledger/column-form";
import { LeftOutList } from "@/components/own-ledger/left-out-list";
import { TotalsForm } from "@/components/own-ledger/totals-form";
import { UnreadRows } from "@/components/own-ledger/unread-rows";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { KeyFigures } from "@/components/signs/key-figures";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { sum } from "@/lib/domain/money";

import type { LedgerColumn } from "@/lib/domain/own-ledger/columns";
import { accountsOf, totalsByPlace, unmappedAccounts } from "@/lib/domain/own-ledger/sort-bookings";
import { NotFound } from "@/lib/domain/refusal";
import { findLedgerFile } from "@/lib/queries/own-ledger/uploads";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { longDate } from "@/lib/views/dates";
import { count } from "@/lib/views/digits";
import { euro } from "@/lib/views/money";
import { ownLedgerPath } from "@/lib/views/own-ledger";
import { ProgrammeFrame } from "../../../programme-frame";
import { unreadLines } from "../../../unread-lines";
import { importBookingsAction, saveAccountsAction, saveColumnsAction } from "../../actions";

type Props = {
  params: Promise<{ programme: string; upload: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownLedger.preview"))("title") };
}

/** A file of bookings before anything of it counts: what its columns and accounts are, and what it would do. */
export default async function LedgerFilePage({ params, searchParams }: Props) {
  const grant = await authorize("report:fill");
  const { programme: code, upload: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const file = await orNotFound(
    z.uuid().safeParse(id).success
      ? findLedgerFile(grant, programme.id, id)
      : Promise.reject(new NotFound(id)),
  );
  const [t, locale] = [await getTranslations("ownLedger"), await getLocale()];
  const of = await getTranslations("reports");
  const { header, sorted, version, places } = file;
  const base = ownLedgerPath(programme.code);
  const title = t("preview.title");
  const report = of("reportOf", {
    stream: header.streamName,
    year: String(header.year),
    period: header.period,
    periods: header.periods,
  });
  const unmapped = sorted === null ? [] : unmappedAccounts(sorted.leftOut);
  const { kolommen, rekeningen } = await searchParams;
  const asksColumns = sorted === null || kolommen !== undefined;
  const asksAccounts = rekeningen !== undefined;
  const asked = sorted !== null && asksAccounts ? accountsOf(sorted) : unmapped;
  const here = `${base}/inlezen/${id}`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="ownLedger"
      crumbs={[{ label: t("title"), href: base }, { label: file.fileName }]}
    >
      <PageTitle
        title={title}
        lead={t("preview.lead", {
          file: file.fileName,
          report,
          from: longDate(header.startsOn, locale),
          to: longDate(header.endsOn, locale),
        })}
      />
      {asksColumns && (
        <LedgerColumnForm
          action={saveColumnsAction.bind(null, programme.code)}
          title={title}
          uploadId={id}
          version={version}
          grid={file.grid}
          columns={file.columns}
        />
      )}
      {sorted !== null && !asksColumns && (
        <>
          <KeyFigures
            figures={[
              {
                label: t(sorted.unread.length > 0 ? "preview.readable" : "preview.taken"),
                figure: count(sorted.taken.length, locale),
                sub: euro(sum(sorted.taken.map(({ amount }) => amount)), locale),
              },
              { label: t("preview.leftOut"), figure: count(sorted.leftOut.length, locale) },
              {
                label: t("preview.unmapped"),
                figure: count(unmapped.length, locale),
                tone: unmapped.length > 0 ? "diff" : undefined,
              },
              {
                label: t("preview.unread"),
                figure: count(sorted.unread.length, locale),
                tone: sorted.unread.length > 0 ? "error" : undefined,
              },
            ]}
          />
          <p className="small above-m">
            {t("preview.mapping", { version })} <a href={`${here}?kolommen=1`}>{t("preview.columns")}</a>.{" "}
            {!asksAccounts && <a href={`${here}?rekeningen=1`}>{t("preview.accounts")}</a>}
          </p>
          {sorted.unread.length > 0 && (
            <UnreadRows
              title={t("unread.title", { rows: sorted.unread.length })}
              text={t("unread.text")}
              lines={
                await unreadLines(sorted.unread, (column) => t(`columns.names.${column as LedgerColumn}`))
              }
              faults={sorted.unread.reduce((all, { reasons }) => all + reasons.length, 0)}
              again={`${base}?rapportage=${header.id}`}
            />
          )}
          {asked.length > 0 && (
            <AccountForm
              action={saveAccountsAction.bind(null, programme.code)}
              title={title}
              uploadId={id}
              version={version}
              accounts={asked}
              known={file.accounts}
              places={places}
            />
          )}
          {sorted.taken.length > 0 ? (
            <TotalsForm
              action={importBookingsAction.bind(null, programme.code)}
              title={title}
              uploadId={id}
              idempotencyKey={randomUUID()}
              totals={totalsByPlace(sorted.taken)}
              places={places.filter(({ trancheId }) => trancheId === header.trancheId)}
              ready={sorted.unread.length === 0}
            />
          ) : (
            <div className="section">
              <EmptyState title={t("preview.nothing")}>{t("preview.nothingText")}</EmptyState>
            </div>
          )}
          <LeftOutList leftOut={sorted.leftOut} />
        </>
      )}
    </ProgrammeFrame>
  );
}
