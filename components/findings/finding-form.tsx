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
import {
  FINDING_CATEGORIES,
  FINDING_NATURES,
  FINDING_SIDES,
  type FindingRow,
} from "@/lib/domain/findings/finding";
import { shortDate } from "@/lib/views/dates";
import { typedAmount } from "@/lib/views/reports";

type Choice = { readonly id: string; readonly name: string };

/** What stands in the fields at first; null is nothing. */
export type FindingWordsShown = Partial<
  Pick<FindingRow, "title" | "text" | "category" | "nature" | "action" | "dueOn">
> & { readonly amount: bigint | null; readonly entries: readonly bigint[]; readonly sampleId: string | null };

type NewFindingFormProps = {
  action: FormAction;
  idempotencyKey: string;
  start: FindingWordsShown & {
    /** The finding of a run of the rules that it is written of. */
    readonly check?: { readonly run: number; readonly key: string } | null;
    readonly year: number;
    readonly streamId: string | null;
    readonly municipalityId: string | null;
  };
  streams: readonly Choice[];
  municipalities: readonly Choice[];
  /** Findings of earlier years that this one may follow up. */
  earlier: readonly Choice[];
};

/** A finding is written down whole: what, about whom, how much, and what has to happen by when. */
export function NewFindingForm({
  action,
  idempotencyKey,
  start,
  streams,
  municipalities,
  earlier,
}: NewFindingFormProps) {
  const t = useTranslations("findings.form");
  const sides = useTranslations("findings.sides");
  const named = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ActionForm action={action} title={t("newTitle")} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      {start.check != null && (
        <>
          <HiddenField name="checkRun" value={String(start.check.run)} />
          <HiddenField name="checkKey" value={start.check.key} />
        </>
      )}
      <TextField
        name="year"
        label={t("year")}
        hint={t("yearHint")}
        width="s"
        inputMode="numeric"
        maxLength={4}
        defaultValue={String(start.year)}
      />
      <ChoiceField
        name="side"
        label={t("side")}
        defaultValue={start.municipalityId === null ? "ministry" : "municipality"}
        choices={FINDING_SIDES.map((value) => ({ value, label: sides(value) }))}
      />
      <SelectField
        name="municipalityId"
        label={t("municipality")}
        placeholder={t("noMunicipality")}
        defaultValue={start.municipalityId ?? ""}
        options={named(municipalities)}
      />
      <SelectField
        name="streamId"
        label={t("stream")}
        placeholder={t("noStream")}
        defaultValue={start.streamId ?? ""}
        options={named(streams)}
      />
      {earlier.length > 0 && (
        <SelectField
          name="earlierId"
          label={t("earlier")}
          hint={t("earlierHint")}
          placeholder={t("noEarlier")}
          options={named(earlier)}
          optional
        />
      )}
      <WordFields start={start} />
      <div className="actions">
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type ReviseFormProps = {
  action: FormAction;
  idempotencyKey: string;
  version: number;
  start: FindingWordsShown;
};

/** The same words again, with the reason why they change. */
export function ReviseFindingForm({ action, idempotencyKey, version, start }: ReviseFormProps) {
  const t = useTranslations("findings.form");
  return (
    <ActionForm action={action} title={t("reviseTitle")} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="version" value={String(version)} />
      <WordFields start={start} />
      <TextField name="reason" label={t("reason")} hint={t("reasonHint")} />
      <div className="actions">
        <SubmitButton>{t("reviseSubmit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function WordFields({ start }: { start: FindingWordsShown }) {
  const t = useTranslations("findings.form");
  const all = useTranslations("findings");
  return (
    <>
      <HiddenField name="sample" value={start.sampleId ?? ""} />
      <TextField
        name="title"
        label={t("title")}
        hint={t("titleHint")}
        defaultValue={start.title ?? ""}
        maxLength={200}
      />
      <TextareaField
        name="text"
        label={t("text")}
        hint={t("textHint")}
        rows={5}
        defaultValue={start.text ?? ""}
      />
      <SelectField
        name="category"
        label={t("category")}
        placeholder={t("choose")}
        defaultValue={start.category ?? ""}
        options={FINDING_CATEGORIES.map((value) => ({ value, label: all(`categories.${value}`) }))}
      />
      <ChoiceField
        name="nature"
        label={t("nature")}
        defaultValue={start.nature ?? "none"}
        choices={FINDING_NATURES.map((value) => ({
          value,
          label: all(`natures.${value}`),
          hint: t(`natureHints.${value}`),
        }))}
      />
      <MoneyField
        name="amount"
        label={t("amount")}
        hint={t("amountHint")}
        defaultValue={typedAmount(start.amount)}
        optional
      />
      <TextField
        name="entries"
        label={t("entries")}
        hint={t("entriesHint")}
        width="m"
        defaultValue={start.entries.join(", ")}
        optional
      />
      <TextareaField
        name="action"
        label={t("action")}
        hint={t("actionHint")}
        rows={2}
        defaultValue={start.action ?? ""}
      />
      <DateField
        name="dueOn"
        label={t("dueOn")}
        hint={t("dueOnHint")}
        defaultValue={start.dueOn === undefined ? "" : shortDate(start.dueOn, "nl")}
      />
    </>
  );
}
