import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import type { DeputyFile } from "@/lib/domain/people/deputies";
import { instant, shortDate } from "@/lib/views/dates";

type DeputyPanelProps = {
  title: string;
  file: DeputyFile;
  idempotencyKey: string;
  make: FormAction;
  end: FormAction;
};

/** Who stands in for an approver, for whom this person stands in, and a form for a new deputy. */
export function DeputyPanel({ title, file, idempotencyKey, make, end }: DeputyPanelProps) {
  const t = useTranslations("admin.deputies");
  const refusal = useTranslations("admin.form")("refusal");
  const locale = useLocale();
  const { deputies, principals, candidates } = file;
  if (candidates.length === 0 && deputies.length === 0 && principals.length === 0) return null;
  const dates = ({ from, to }: { from: string; to: string }) => ({
    from: shortDate(from, locale),
    to: shortDate(to, locale),
  });
  return (
    <div className="cols cols-1-1 section">
      <section aria-labelledby="waarneming">
        <h2 id="waarneming">{t("title")}</h2>
        <p>{t("text")}</p>
        {deputies.length === 0 && candidates.length > 0 && <p className="muted">{t("none")}</p>}
        <ul className="plain tasks">
          {deputies.map((line) => (
            <li key={line.id}>
              <div>
                {t("line", { name: line.name, organisation: line.organisation })}
                <p>
                  {t("dates", { ...dates(line), reason: line.reason })}{" "}
                  {line.endedAt !== null && t("ended", { at: instant(line.endedAt, locale) })}
                </p>
              </div>
              {line.endedAt === null && (
                <ActionForm action={end} title={title} refusal={refusal} prefix={`waarnemer-${line.id}-`}>
                  <HiddenField name="deputy" value={line.id} />
                  <SubmitButton look="quiet">
                    {t("end")}
                    <span className="hidden"> {line.name}</span>
                  </SubmitButton>
                </ActionForm>
              )}
            </li>
          ))}
          {principals.map((line) => (
            <li key={line.id}>
              <div>
                {t("standsIn", { name: line.name, ...dates(line) })}
                <p>
                  {line.reason} {line.endedAt !== null && t("ended", { at: instant(line.endedAt, locale) })}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      {candidates.length > 0 && (
        <section aria-labelledby="waarnemer-regelen">
          <h2 id="waarnemer-regelen">{t("newTitle")}</h2>
          <ActionForm action={make} title={title} refusal={refusal} prefix="waarneming-">
            <HiddenField name="idempotencyKey" value={idempotencyKey} />
            <SelectField
              name="who"
              label={t("who")}
              hint={t("whoHint")}
              placeholder={t("choose")}
              options={candidates.map(({ organisationId, organisation, personId, name }) => ({
                value: `${organisationId}:${personId}`,
                label: t("line", { name, organisation }),
              }))}
            />
            <DateField name="validFrom" label={t("from")} hint={t("dateHint")} />
            <DateField name="validTo" label={t("to")} hint={t("dateHint")} />
            <TextField name="reason" label={t("reason")} hint={t("reasonHint")} />
            <div className="actions">
              <SubmitButton look="second">{t("submit")}</SubmitButton>
            </div>
          </ActionForm>
        </section>
      )}
    </div>
  );
}
