import { useTranslations } from "next-intl";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import type { PartKind } from "@/lib/domain/distribution/key";

type PartFieldsProps = {
  at: number;
  kind: PartKind;
  values: Readonly<Record<string, string>>;
  inputs: readonly string[];
  recipients: readonly { readonly code: string; readonly name: string }[];
};

/** One part of a key: its own fields, and buttons that move or remove it. */
export function PartFields({ at, kind, values, inputs, recipients }: PartFieldsProps) {
  const t = useTranslations("distribution.form");
  const name = (field: string) => `parts.${at}.${field}`;
  const number = { number: at + 1 };
  const input = (
    <SelectField
      name={name("input")}
      label={t("input")}
      hint={t("inputHint")}
      placeholder={t("choose")}
      defaultValue={values.input}
      options={inputs.map((one) => ({ value: one, label: one }))}
    />
  );
  const money = (field: string, label: string) => (
    <MoneyField name={name(field)} label={label} defaultValue={values[field]} />
  );
  const take = (
    <>
      <SelectField
        name={name("take")}
        label={t("take")}
        defaultValue={values.take ?? "rest"}
        options={(["rest", "amount", "share"] as const).map((value) => ({
          value,
          label: t(`takes.${value}`),
        }))}
      />
      <MoneyField
        name={name("takeAmount")}
        label={t("takeAmount")}
        optional
        defaultValue={values.takeAmount}
      />
      <TextField
        name={name("takeShare")}
        label={t("takeShare")}
        hint={t("takeShareHint")}
        optional
        width="s"
        inputMode="decimal"
        defaultValue={values.takeShare}
      />
    </>
  );
  return (
    <fieldset id={name("kind")} tabIndex={-1}>
      <legend className="group">{t("part", { ...number, kind: t(`kinds.${kind}`) })}</legend>
      <HiddenField name={name("kind")} value={kind} />
      {kind === "fixed_per_class" && (
        <>
          {money("g4", t("g4"))}
          {money("other", t("other"))}
        </>
      )}
      {kind === "per_unit" && (
        <>
          {input}
          {money("cents", t("perUnit"))}
          <TextField
            name={name("units")}
            label={t("units")}
            hint={t("unitsHint")}
            optional
            width="m"
            inputMode="numeric"
            defaultValue={values.units}
          />
        </>
      )}
      {kind === "weighted" && input}
      {(kind === "weighted" || kind === "equal") && take}
      {kind === "residual" && (
        <>
          <SelectField
            name={name("to")}
            label={t("to")}
            defaultValue={values.to ?? "pro_rata"}
            options={(["pro_rata", "equal", "one"] as const).map((value) => ({
              value,
              label: t(`tos.${value}`),
            }))}
          />
          <SelectField
            name={name("recipient")}
            label={t("recipient")}
            optional
            placeholder={t("nobody")}
            defaultValue={values.recipient}
            options={recipients.map(({ code, name: label }) => ({ value: code, label }))}
          />
        </>
      )}
      {kind === "floor" && money("cents", t("floor"))}
      {kind === "cap" && money("cents", t("cap"))}
      <div className="actions">
        {at > 0 && (
          <SubmitButton look="quiet" name="do" value={`up.${at}`}>
            {t("up", number)}
          </SubmitButton>
        )}
        <SubmitButton look="quiet" name="do" value={`remove.${at}`}>
          {t("remove", number)}
        </SubmitButton>
      </div>
    </fieldset>
  );
}
