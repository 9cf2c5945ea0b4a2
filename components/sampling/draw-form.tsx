import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import type { DesignAsked } from "@/lib/input/sampling";

type DrawFormProps = {
  action: FormAction;
  idempotencyKey: string;
  asked: DesignAsked;
  /** A seed out of the machine's chance, to be replaced by one's own. */
  seed: string;
};

/** Draws what the page has worked out; the seed and the purpose are all that is still asked. */
export function DrawForm({ action, idempotencyKey, asked, seed }: DrawFormProps) {
  const t = useTranslations("sampling.draw");
  const hidden = {
    idempotencyKey,
    method: asked.method,
    streamId: asked.stream ?? "",
    municipalityId: asked.municipality ?? "",
    year: asked.year === null ? "" : String(asked.year),
    knownAt: asked.knownAt,
    confidence: String(asked.confidence),
    tolerable: String(asked.tolerable),
    expected: String(asked.expected),
  };
  return (
    <section className="section" aria-labelledby="trekken">
      <h2 id="trekken">{t("title")}</h2>
      <p>{t("text")}</p>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")} prefix="trek-">
        {Object.entries(hidden).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <TextField name="purpose" label={t("purpose")} hint={t("purposeHint")} />
        <TextField
          name="seed"
          label={t("seed")}
          hint={t("seedHint")}
          width="m"
          defaultValue={seed}
          maxLength={64}
        />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
