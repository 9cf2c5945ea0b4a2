import { useTranslations } from "next-intl";
import type { CheckedRow } from "@/lib/domain/entry/sheet-row";
import type { FileCounts } from "@/lib/domain/entry/with-batch-reasons";
import { ActionForm } from "../forms/action-form";
import type { FormAction } from "../forms/form-state";
import { HiddenField } from "../forms/hidden-field";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";
import { Alert } from "../signs/alert";
import { KeyFigures } from "../signs/key-figures";
import { AskedLines } from "./asked-lines";
import { type FaultLine, FaultTable } from "./fault-table";

type UploadPreviewProps = {
  counts: FileCounts;
  faults: readonly FaultLine[];
  faultCount: number;
  lines: readonly CheckedRow[];
  years: readonly number[];
  areas: ReadonlyMap<string, string>;
  themes: ReadonlyMap<string, string>;
  faultsHref: string;
  again: string;
  uploadId: string;
  action: FormAction;
};

/** What a file would do before it does anything: all of it, or with a single fault nothing. */
export function UploadPreview(props: UploadPreviewProps) {
  const { counts, faults, faultCount, lines, years, areas, themes, faultsHref, again, uploadId, action } =
    props;
  const t = useTranslations("entry.preview");
  const asked = counts.new + counts.changed;
  return (
    <>
      <KeyFigures
        figures={[
          { label: t("states.new"), figure: String(counts.new) },
          { label: t("states.changed"), figure: String(counts.changed) },
          { label: t("states.unchanged"), figure: String(counts.unchanged), sub: t("unchangedNote") },
          {
            label: t("states.refused"),
            figure: String(counts.refused),
            tone: counts.refused > 0 ? "error" : undefined,
          },
        ]}
      />
      {counts.refused > 0 && (
        <>
          <div className="section">
            <Alert
              id="fouten"
              tone="block"
              title={t("faultsTitle", { rows: counts.refused, faults: faultCount })}
            >
              <p>{t("faultsText")}</p>
              <p className="actions">
                <a className="button button-second" href={faultsHref} download>
                  {t("faultsDownload")}
                </a>
                <a href={again}>{t("again")}</a>
              </p>
            </Alert>
          </div>
          <FaultTable faults={faults} total={faultCount} />
        </>
      )}
      {counts.refused === 0 && asked === 0 && (
        <Alert id="niets" title={t("nothingTitle")}>
          <p>{t("nothingText")}</p>
        </Alert>
      )}
      {counts.refused === 0 && asked > 0 && (
        <section className="section" aria-labelledby="voorleggen">
          <h2 id="voorleggen">{t("confirmTitle", { asked })}</h2>
          <ActionForm action={action} title={t("title")}>
            <HiddenField name="uploadId" value={uploadId} />
            <TextField name="name" label={t("name")} hint={t("nameHint")} optional />
            <SubmitButton>{t("confirm")}</SubmitButton>
          </ActionForm>
        </section>
      )}
      {lines.length > 0 && (
        <AskedLines lines={lines} total={asked} years={years} areas={areas} themes={themes} />
      )}
    </>
  );
}
