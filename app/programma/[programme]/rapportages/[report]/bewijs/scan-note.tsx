import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import type { EvidenceDocument } from "@/lib/domain/evidence/evidence-document";

type ScanNoteProps = {
  documents: readonly EvidenceDocument[];
  /** Whether a scanner is set up. */
  scanner: boolean;
  again: FormAction;
};

/** What the scanner means for this page: that there is none, or how many documents wait for it. */
export function ScanNote({ documents, scanner, again }: ScanNoteProps) {
  const t = useTranslations("evidence.scan");
  const waiting = documents.filter(
    ({ state, withdrawn }) => state === "waiting" && withdrawn === null,
  ).length;
  if (waiting === 0) return scanner ? null : <p className="small muted">{t("none")}</p>;
  return (
    <ActionForm action={again} title={t("again")} prefix="scan-">
      <p className="flush">{t("waiting", { count: waiting })}</p>
      <HiddenField name="asked" value="again" />
      <div className="actions">
        <SubmitButton look="second">{t("again")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
