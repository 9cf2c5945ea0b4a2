import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { YearAmounts } from "@/components/forms/year-amounts";
import type { ProposalKind } from "@/lib/domain/proposals/blocking-reasons";

export interface ProposalFormValues {
  readonly themeId?: string;
  readonly areaId?: string;
  readonly claimId?: string;
  readonly decisionNumber?: string;
  readonly decisionOn?: string;
  readonly decisionCents?: string;
  readonly decisionDocument?: string;
  readonly grossCents?: string;
  readonly bcfCents?: string;
  readonly effectiveOn?: string;
  readonly legalSource?: string;
  readonly reason?: string;
  readonly years?: Readonly<Record<number, string>>;
}

export interface ProposalChoices {
  readonly trancheId: string;
  readonly years: readonly number[];
  readonly themes: readonly { id: string; nameNl: string; nameEn: string }[];
  readonly areas: readonly { id: string; name: string; municipality: string }[];
  readonly claims: readonly { id: string; label: string }[];
}

type ProposalFormProps = {
  action: FormAction;
  kind: ProposalKind;
  title: string;
  idempotencyKey: string;
  choices: ProposalChoices;
  values?: ProposalFormValues;
  /** Set when a draft or returned proposal is changed. */
  change?: { readonly id: string; readonly version: number };
  allocationId?: string;
  cancelHref: string;
};

/** One form for every kind of proposal; which fields are needed follows from the kind. */
export function ProposalForm({
  action,
  kind,
  title,
  idempotencyKey,
  choices,
  values = {},
  change,
  allocationId,
  cancelHref,
}: ProposalFormProps) {
  const t = useTranslations("proposals.form");
  const locale = useLocale();
  const allocating = kind === "allocation";
  return (
    <ActionForm action={action} title={title} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="kind" value={kind} />
      <HiddenField name="trancheId" value={choices.trancheId} />
      {change && <HiddenField name="change" value={change.id} />}
      {change && <HiddenField name="version" value={String(change.version)} />}
      {allocationId && <HiddenField name="allocationId" value={allocationId} />}
      {allocating ? (
        <fieldset>
          <legend className="group">{t("what")}</legend>
          <SelectField
            name="areaId"
            label={t("area")}
            hint={t("areaHint")}
            placeholder={t("choose")}
            defaultValue={values.areaId}
            options={choices.areas.map(({ id, name, municipality }) => ({
              value: id,
              label: t("areaOf", { area: name, municipality }),
            }))}
          />
          <SelectField
            name="themeId"
            label={t("theme")}
            placeholder={t("choose")}
            defaultValue={values.themeId}
            options={choices.themes.map(({ id, nameNl, nameEn }) => ({
              value: id,
              label: locale === "en" ? nameEn : nameNl,
            }))}
          />
        </fieldset>
      ) : (
        <>
          <HiddenField name="areaId" value={values.areaId ?? ""} />
          <HiddenField name="themeId" value={values.themeId ?? ""} />
        </>
      )}
      {kind === "ceiling" ? (
        <fieldset>
          <legend className="group">{t("source")}</legend>
          <SelectField
            name="claimId"
            label={t("claim")}
            hint={t("claimHint")}
            optional
            placeholder={t("noClaim")}
            defaultValue={values.claimId}
            options={choices.claims.map(({ id, label }) => ({ value: id, label }))}
          />
          <DateField
            name="effectiveOn"
            label={t("effectiveOn")}
            hint={t("dateHint")}
            defaultValue={values.effectiveOn}
          />
        </fieldset>
      ) : (
        <fieldset>
          <legend className="group">{t("decision")}</legend>
          <TextField
            name="decisionNumber"
            label={t("decisionNumber")}
            hint={t("decisionNumberHint")}
            width="m"
            defaultValue={values.decisionNumber}
          />
          <DateField
            name="decisionOn"
            label={t("decisionOn")}
            hint={t("dateHint")}
            defaultValue={values.decisionOn}
          />
          {kind !== "withdrawal" && (
            <MoneyField
              name="decisionCents"
              label={kind === "revision" ? t("changeTotal") : t("decisionAmount")}
              defaultValue={values.decisionCents}
            />
          )}
          <TextField
            name="decisionDocument"
            label={t("decisionDocument")}
            hint={t("decisionDocumentHint")}
            optional
            defaultValue={values.decisionDocument}
          />
        </fieldset>
      )}
      {(kind === "allocation" || kind === "revision") && (
        <fieldset>
          <legend className="group">{t("bases")}</legend>
          <p className="small muted">{t("basesNote")}</p>
          <MoneyField name="grossCents" label={t("gross")} optional defaultValue={values.grossCents} />
          <MoneyField name="bcfCents" label={t("bcf")} optional defaultValue={values.bcfCents} />
        </fieldset>
      )}
      <YearAmounts
        name="years"
        legend={kind === "allocation" ? t("years") : t("changes")}
        years={choices.years}
        defaultValues={values.years}
      >
        <p className="small muted above-s">{t(`yearsNote.${kind}`)}</p>
      </YearAmounts>
      <TextField name="legalSource" label={t("legalSource")} optional defaultValue={values.legalSource} />
      <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} defaultValue={values.reason} />
      <div className="actions">
        <SubmitButton name="as" value="proposed">
          {t("propose")}
        </SubmitButton>
        <SubmitButton look="second" name="as" value="draft">
          {t("keep")}
        </SubmitButton>
        <a className="button button-quiet" href={cancelHref}>
          {t("cancel")}
        </a>
      </div>
    </ActionForm>
  );
}
