import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { DecisionFields } from "@/components/movements/decision-fields";

type ActionProps = { action: FormAction; idempotencyKey: string; scenarioId: string };
type ShareFormProps = ActionProps & {
  shared: boolean /** The whole address, to give to a colleague. */;
  address: string;
};

/** Lets colleagues of the ministry see it by its link, or no longer. */
export function ShareForm({ action, idempotencyKey, scenarioId, shared, address }: ShareFormProps) {
  const t = useTranslations("scenarios.share");
  return (
    <ActionForm action={action} title={t("title")} prefix="delen-">
      <p>{t(shared ? "isShared" : "isPrivate")}</p>
      {shared && <TextField name="address" label={t("address")} defaultValue={address} readOnly />}
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="scenarioId" value={scenarioId} />
      <SubmitButton look="second" name="shared" value={shared ? "nee" : "ja"}>
        {t(shared ? "stop" : "start")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Makes the real proposal of it, without typing anything again but the decision. */
export function ProposeScenario({ action, idempotencyKey, scenarioId }: ActionProps) {
  const t = useTranslations("scenarios.propose");
  return (
    <ActionForm action={action} title={t("title")} refusal={t("refusal")} prefix="voorleggen-">
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="scenarioId" value={scenarioId} />
      <DecisionFields legalSource={null} />
      <div className="actions">
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
