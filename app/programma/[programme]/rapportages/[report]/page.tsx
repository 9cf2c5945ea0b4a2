import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ProgrammeFrame } from "@/app/programma/[programme]/programme-frame";
import { CoverageSummary } from "@/components/evidence/coverage-summary";
import { AlsoOpen } from "@/components/reports/also-open";
import { BlockingList } from "@/components/reports/blocking-list";
import { DecisionPanel } from "@/components/reports/decision-panel";
import { FILL_EXEMPT } from "@/components/reports/exempt-lines";
import { ReportChanges } from "@/components/reports/report-changes";
import { ReportHistory } from "@/components/reports/report-history";
import { ReportLines } from "@/components/reports/report-lines";
import { ReportRemarks } from "@/components/reports/report-remarks";
import { ReportResults } from "@/components/reports/report-results";
import { ReportSignatures } from "@/components/reports/report-signatures";
import { ReportSteps } from "@/components/reports/report-steps";
import { RunHistory } from "@/components/reports/run-history";
import { WarningTable } from "@/components/reports/warning-table";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { isWrite } from "@/lib/auth/origin";
import { type Actor, mayDo, type Permission } from "@/lib/domain/access";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findOthersPresent } from "@/lib/queries/reports/find-others-present";
import { findReport } from "@/lib/queries/reports/find-report";
import { listReportOfficers } from "@/lib/queries/reports/list-report-officers";
import { findWindowOpen } from "@/lib/queries/windows/windows";
import { dateInAmsterdam } from "@/lib/views/dates";
import { reportPath } from "@/lib/views/reports";
import {
  acceptReportAction,
  remarkAsMinistryAction,
  remarkAsMunicipalityAction,
  returnToCoordinatorAction,
  returnToMunicipalityAction,
  signReportAction,
} from "./actions";
import { BookingsBehind } from "./bookings-behind";
import { FillReport } from "./fill-report";
import { HiddenLines } from "./hidden-lines";
import { ReportMessages } from "./report-messages";
import { ReportTitle } from "./report-title";
import { WindowNotice } from "./window-notice";
import { WorkbookLink } from "./workbook-link";
import "@/app/styles/reports.css";
import "@/app/styles/rules.css";

type Props = {
  params: Promise<{ programme: string; report: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Once per request: the title of the page needs the report as well. */
const load = cache(async (code: string, id: string) => {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, code));
  const report = await orNotFound(findReport(grant, programme.id, id, dateInAmsterdam(new Date())));
  const t = await getTranslations("reports");
  const { year, period, periods } = report.header;
  const title = t("reportTitle", { year: String(year), period, periods });
  return { grant, programme, report, title };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { programme: code, report: id } = await params;
  const { title, report } = await load(code, id);
  return { title: `${title}, ${report.header.streamName}` };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { programme: code, report: id } = await params;
  const { grant, programme, report, title } = await load(code, id);
  const [t, locale] = [await getTranslations("reports"), await getLocale()];
  const query = await searchParams;
  const { steps, visible, header } = report;
  // Colleagues of the municipality, or of the ministry that reviews.
  const sided = header.owned || grant.actor.organisationIds.includes(header.municipalityId);
  const alsoOpen = sided ? await findOthersPresent(grant, header.id) : [];
  const window = steps.fill ? await findWindowOpen(grant, header) : null;
  // The answer to a form that came too late is that form, with what was typed and why it was refused.
  const fills = steps.fill && (window?.open !== false || isWrite(await headers()));
  const name = t("reportOf", {
    stream: header.streamName,
    year: String(header.year),
    period: header.period,
    periods: header.periods,
  });
  const crumbs = [{ label: t("title"), href: reportPath(programme.code) }, { label: name }];
  const keys = { decide: randomUUID(), return: randomUUID() };
  const act = { report, title, keys };
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="reports" crumbs={crumbs}>
      <ReportTitle report={report} title={title} />
      <ReportSteps report={report} />
      {visible && <WorkbookLink path={reportPath(programme.code, header.id)} fill={steps.fill} />}
      <ReportMessages report={report} done={query.gedaan} viewer={grant.actor.personId} />
      {sided && (
        <AlsoOpen
          address={`${reportPath(programme.code, header.id)}/aanwezig`}
          said={
            alsoOpen.length === 0
              ? null
              : t("presence.open", { names: alsoOpen.join(", "), count: alsoOpen.length })
          }
        />
      )}
      {window !== null && <WindowNotice {...window} programme={programme.code} window={header.windowId} />}
      {fills && (
        <FillReport
          report={report}
          programme={programme.code}
          title={title}
          locale={locale}
          fillExempt={query[FILL_EXEMPT.name] === FILL_EXEMPT.value}
          officers={await listReportOfficers(grant, header.id)}
        />
      )}
      {!fills && visible && (
        <>
          {(steps.sign || steps.review) && <BlockingList report={report} stage="review" />}
          <WarningTable report={report} />
          <ReportLines report={report} editing={false} />
          <ReportResults report={report} editing={false} />
        </>
      )}
      {visible && <CoverageSummary report={report} programme={programme.code} />}
      {!visible && <HiddenLines />}
      {visible && <ReportChanges report={report} />}
      {visible && <ReportSignatures report={report} />}
      {steps.sign && (
        <DecisionPanel
          {...act}
          kind="sign"
          decide={signReportAction.bind(null, programme.code)}
          giveBack={returnToCoordinatorAction.bind(null, programme.code)}
        />
      )}
      {steps.review && (
        <DecisionPanel
          {...act}
          kind="review"
          decide={acceptReportAction.bind(null, programme.code)}
          giveBack={returnToMunicipalityAction.bind(null, programme.code)}
        />
      )}
      <ReportRemarks {...remarksOf(programme.code, report, grant.actor)} report={report} title={title} />
      <BookingsBehind grant={grant} programme={programme} report={id} title={title} />
      <ReportHistory events={report.events} />
      <RunHistory report={report} />
    </ProgrammeFrame>
  );
}

/** Who reviews asks and remarks, who fills answers and remarks, until the report is accepted. */
function remarksOf(programme: string, report: ReportFile, actor: Actor) {
  const { header, remarks } = report;
  const may = (permission: Permission) =>
    header.status !== "accepted" && actor.roles.some((role) => mayDo(role, permission));
  const asks = header.owned && may("report:review");
  const answers = actor.organisationIds.includes(header.municipalityId) && may("report:fill");
  const keys = { fresh: randomUUID(), answers: new Map(remarks.map(({ id }) => [id, randomUUID()])) };
  if (asks) return { say: remarkAsMinistryAction.bind(null, programme), asks: report.steps.review, keys };
  return { say: answers ? remarkAsMunicipalityAction.bind(null, programme) : undefined, asks: false, keys };
}
