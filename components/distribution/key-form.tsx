import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField } from "@/components/forms/choice-field";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { type Grain, PART_KINDS, type PartKind } from "@/lib/domain/distribution/key";
import { PartFields } from "./part-fields";

export interface KeyFormValues {
  readonly streamId: string;
  readonly name: string;
  readonly grain: Grain;
  readonly among: string;
  readonly legalSource: string;
  readonly effectiveOn: string;
  readonly statedPot: string;
  readonly reason: string;
  readonly parts: readonly { readonly kind: PartKind; readonly values: Readonly<Record<string, string>> }[];
}

type KeyFormProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  values: KeyFormValues;
  /** The newest version that stands there; 0 for a new key, whose name and stream are then still to be chosen. */
  seen: number;
  streams: readonly { readonly id: string; readonly label: string }[];
  inputs: readonly string[];
  recipients: readonly { readonly code: string; readonly name: string }[];
  cancelHref: string;
};

/** A key part by part. Adding, moving and removing a part keeps all that was typed, with and without script. */
export function KeyForm({
  action,
  title,
  idempotencyKey,
  values,
  seen,
  streams,
  inputs,
  recipients,
  cancelHref,
}: KeyFormProps) {
  const t = useTranslations("distribution.form");
  return (
    <ActionForm key={JSON.stringify(values)} action={action} title={title} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="seen" value={String(seen)} />
      {/* What the Enter key does: the first button of the form, and that may not be one that removes a part. */}
      <button type="submit" name="do" value="save" hidden />
      {seen === 0 ? (
        <fieldset>
          <legend className="group">{t("what")}</legend>
          <TextField name="name" label={t("name")} hint={t("nameHint")} defaultValue={values.name} />
          <SelectField
            name="streamId"
            label={t("stream")}
            placeholder={t("choose")}
            defaultValue={values.streamId}
            options={streams.map(({ id, label }) => ({ value: id, label }))}
          />
        </fieldset>
      ) : (
        <>
          <HiddenField name="name" value={values.name} />
          <HiddenField name="streamId" value={values.streamId} />
        </>
      )}
      <ChoiceField
        name="grain"
        label={t("grain")}
        defaultValue={values.grain}
        choices={(["municipality", "area"] as const).map((value) => ({ value, label: t(`grains.${value}`) }))}
      />
      <SelectField
        name="among"
        label={t("among")}
        hint={t("amongHint")}
        optional
        placeholder={t("everyone")}
        defaultValue={values.among}
        options={inputs.map((one) => ({ value: one, label: one }))}
      />
      <section aria-labelledby="parts" className="section">
        <h2 id="parts" tabIndex={-1}>
          {t("parts")}
        </h2>
        <p className="muted">{t("partsNote")}</p>
        {values.parts.map(({ kind, values: typed }, at) => (
          <PartFields key={at} at={at} kind={kind} values={typed} inputs={inputs} recipients={recipients} />
        ))}
        <fieldset>
          <legend className="group">{t("more")}</legend>
          <SelectField
            name="newKind"
            label={t("newPart")}
            defaultValue={values.parts.length === 0 ? "weighted" : "equal"}
            options={PART_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
          <SubmitButton look="second" name="do" value="add">
            {t("add")}
          </SubmitButton>
        </fieldset>
      </section>
      <fieldset>
        <legend className="group">{t("ground")}</legend>
        <TextField
          name="legalSource"
          label={t("legalSource")}
          hint={t("legalSourceHint")}
          defaultValue={values.legalSource}
        />
        <DateField
          name="effectiveOn"
          label={t("effectiveOn")}
          hint={t("dateHint")}
          defaultValue={values.effectiveOn}
        />
        <MoneyField
          name="statedPot"
          label={t("statedPot")}
          hint={t("statedPotHint")}
          optional
          defaultValue={values.statedPot}
        />
        <TextareaField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          defaultValue={values.reason}
        />
      </fieldset>
      <div className="actions">
        <SubmitButton name="do" value="save">
          {seen === 0 ? t("saveNew") : t("saveVersion", { version: seen + 1 })}
        </SubmitButton>
        <a className="button button-quiet" href={cancelHref}>
          {t("cancel")}
        </a>
      </div>
    </ActionForm>
  );
}
