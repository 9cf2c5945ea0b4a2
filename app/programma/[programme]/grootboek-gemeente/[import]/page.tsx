import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { BookingTable } from "@/components/own-ledger/booking-table";
import { ImportState } from "@/components/own-ledger/import-list";
import { LinesBehind } from "@/components/own-ledger/lines-behind";
import { TakeOverForm } from "@/components/own-ledger/take-over-form";
import { WithdrawForm } from "@/components/own-ledger/withdraw-form";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { Facts } from "@/components/signs/facts";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { LEFT_OUT } from "@/lib/domain/own-ledger/sort-bookings";
import { findImport } from "@/lib/queries/own-ledger/imports";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { instant } from "@/lib/views/dates";
import { count } from "@/lib/views/digits";
import { ownLedgerPath } from "@/lib/views/own-ledger";
import { reportPath } from "@/lib/views/reports";
import { ProgrammeFrame } from "../../programme-frame";
import { takeOverAction, withdrawImportAction } from "../actions";
import { BookingPages } from "../booking-pages";

type Props = {
  params: Promise<{ programme: string; import: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const asked = z.object({
  pagina: z.coerce.number().int().positive().max(100_000).catch(1),
  gedaan: z.enum(["opgenomen", "ingetrokken"]).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownLedger.import"))("title") };
}

/** One import: what it holds, what was left out, and what can be done with it while the report is open. */
export default async function ImportPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const { programme: code, import: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const { pagina, gedaan } = asked.parse(await searchParams);
  const found = await orNotFound(findImport(grant, programme.id, id, pagina));
  const [t, locale] = [await getTranslations("ownLedger"), await getLocale()];
  const of = await getTranslations("reports");
  const base = ownLedgerPath(programme.code);
  const report = reportPath(programme.code, found.reportId);
  const title = t("import.title");
  const leftOut = LEFT_OUT.flatMap((why) => {
    const n = found.leftOut[why] ?? 0;
    return n === 0 ? [] : [t("import.leftOutOf", { why: t(`leftOut.why.${why}`), count: count(n, locale) })];
  });
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="ownLedger"
      crumbs={[{ label: t("title"), href: base }, { label: found.fileName }]}
    >
      <PageTitle title={title} lead={found.fileName} />
      {gedaan && found.withdrawn === null && (
        <Alert id="gedaan" tone="ok" title={t("import.done")} announce>
          <p>{t("import.doneText")}</p>
        </Alert>
      )}
      {found.withdrawn !== null && (
        <Alert id="ingetrokken" tone="warn" title={t("import.withdrawn")} announce={gedaan !== undefined}>
          <p>
            {t("import.withdrawnText", {
              who: found.withdrawn.by,
              at: instant(found.withdrawn.at, locale),
              reason: found.withdrawn.reason,
            })}
          </p>
        </Alert>
      )}
      <Facts
        facts={[
          {
            term: t("imports.report"),
            value: (
              <a href={report}>
                {of("reportOf", {
                  stream: found.streamName,
                  year: String(found.year),
                  period: found.period,
                  periods: found.periods,
                })}
              </a>
            ),
          },
          { term: t("import.municipality"), value: found.municipalityName },
          { term: t("import.by"), value: t("imports.by", { who: found.by, at: instant(found.at, locale) }) },
          { term: t("imports.state"), value: <ImportState withdrawn={found.withdrawn !== null} /> },
          {
            term: t("import.leftOut"),
            value: leftOut.length === 0 ? t("import.nothingLeftOut") : leftOut.join("; "),
          },
          ...(found.mappingVersion === null
            ? []
            : [
                {
                  term: t("import.mapping"),
                  value: t("mapping.version", { version: found.mappingVersion }),
                },
              ]),
          { term: t("import.hash"), value: found.sha256, look: "mono" as const },
        ]}
      />
      {found.withdrawn === null && found.lines.length > 0 && (
        <section className="section" aria-labelledby="regels">
          <h2 id="regels">{t("behind.title")}</h2>
          <LinesBehind lines={found.lines} bookings={`${report}/boekingen`} />
          {found.fills && (
            <TakeOverForm
              action={takeOverAction.bind(null, programme.code)}
              title={title}
              idempotencyKey={randomUUID()}
              report={found.reportId}
              version={found.header.version}
            />
          )}
        </section>
      )}
      <section className="section" aria-labelledby="boekingen">
        <h2 id="boekingen">{t("bookings.title", { count: found.page.count })}</h2>
        <BookingTable rows={found.page.rows} total={found.page.total} places />
        <BookingPages page={pagina} total={found.page.count} address={`${base}/${id}?`} />
      </section>
      {found.fills && found.withdrawn === null && (
        <WithdrawForm
          action={withdrawImportAction.bind(null, programme.code)}
          title={title}
          idempotencyKey={randomUUID()}
          importId={id}
        />
      )}
    </ProgrammeFrame>
  );
}
