import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import type { ReportRow } from "@/lib/domain/reports/report-overview";
import { reportPath } from "@/lib/views/reports";
import { openReportAction } from "./actions";

type OpenReportProps = { row: ReportRow; programme: string; idempotencyKey: string };

/** Opening writes, so it is a form: a link could be followed by a prefetch. A closed window leads to where more time is asked. */
export function OpenReport({ row, programme, idempotencyKey }: OpenReportProps) {
  const t = useTranslations("reports");
  const report = t("reportOf", {
    stream: row.streamName,
    year: String(row.year),
    period: row.period,
    periods: row.periods,
  });
  if (!row.openable)
    return (
      <a href={`${reportPath(programme)}/perioden/${row.windowId}#uitzondering`}>
        {t("list.closed")}
        <span className="hidden"> {t("list.openOf", { report })}</span>
      </a>
    );
  return (
    <ActionForm
      action={openReportAction.bind(null, programme)}
      title={t("title")}
      prefix={`${row.windowId}-${row.municipalityId}-`}
    >
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="window" value={row.windowId} />
      <HiddenField name="municipality" value={row.municipalityId} />
      <SubmitButton look="second">
        <span>
          {t("list.open")}
          <span className="hidden"> {t("list.openOf", { report })}</span>
        </span>
      </SubmitButton>
    </ActionForm>
  );
}
