import { getTranslations } from "next-intl/server";
import { sentencesOf } from "@/app/submit-form";
import { Alert } from "@/components/signs/alert";
import type { BlockingReason } from "@/lib/domain/refusal";

/** Something changed after a delivery that is not corrected any more. */
export async function TooLate({ reason }: { reason: BlockingReason }) {
  const t = await getTranslations("sisa");
  const [sentence] = await sentencesOf([reason]);
  return (
    <Alert id="te-laat" tone="block" title={t("tooLate")}>
      <p>
        {sentence?.message} {sentence?.lift?.text}
      </p>
    </Alert>
  );
}
