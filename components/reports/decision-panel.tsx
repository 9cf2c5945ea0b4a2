import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { standsInTheWay } from "@/lib/domain/reports/check-report";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { ReportFacts } from "./report-facts";
import { ReturnParts } from "./return-parts";

export type DecisionKeys = { readonly decide: string; readonly return: string };

type DecisionPanelProps = {
  report: ReportFile;
  /** The signer decides for the municipality, the officer for the ministry. */
  kind: "sign" | "review";
  title: string;
  decide: FormAction;
  giveBack: FormAction;
  keys: DecisionKeys;
};

/** Sign or accept exactly what is on this page, or give it back with a reason. */
export function DecisionPanel({ report, kind, title, decide, giveBack, keys }: DecisionPanelProps) {
  const t = useTranslations("reports");
  const open = !report.steps.barred && !(kind === "review" && report.findings.some(standsInTheWay));
  return (
    <section className="section cols cols-1-1" aria-label={t(`${kind}.title`)}>
      <div className="panel">
        <h2>{t(`${kind}.title`)}</h2>
        <p>{t(`${kind}.text`)}</p>
        <ReportFacts report={report} posting={kind === "review"} />
        {report.steps.barred && <p className="above-m flush">{t(`${kind}.barred`)}</p>}
        {open && (
          <div className="above-m">
            <ActionForm action={decide} title={title} refusal={t(`${kind}.refusal`)} prefix="besluit-">
              <Shown report={report} idempotencyKey={keys.decide} />
              <HiddenField name="contentHash" value={report.hash} />
              <div className="actions">
                <SubmitButton>{t(`${kind}.button`)}</SubmitButton>
              </div>
            </ActionForm>
          </div>
        )}
      </div>
      <div className="panel panel-quiet">
        <h2>{t("return.title")}</h2>
        <ActionForm action={giveBack} title={title} refusal={t("return.refusal")} prefix="terug-">
          <Shown report={report} idempotencyKey={keys.return} />
          <ReturnParts report={report} />
          <div className="actions">
            <SubmitButton look="second">{t("return.button")}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </section>
  );
}

/** Which report, in which version, was on the screen. */
function Shown({ report: { header }, idempotencyKey }: { report: ReportFile; idempotencyKey: string }) {
  return (
    <>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="report" value={header.id} />
      <HiddenField name="version" value={String(header.version)} />
    </>
  );
}
