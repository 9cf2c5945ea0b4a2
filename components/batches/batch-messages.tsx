import { useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import { BatchOutcome } from "./batch-outcome";

type BatchMessagesProps = {
  told: Parameters<typeof BatchOutcome>[0]["told"] | null;
  proposed: boolean;
  /** Why who looks cannot decide what is open: entered by them, or by somebody for whom they stand in. */
  waitsFor: "entered" | "principal" | null;
};

/** What just happened, and why this batch waits for somebody else. */
export function BatchMessages({ told, proposed, waitsFor }: BatchMessagesProps) {
  const t = useTranslations("batches.page");
  return (
    <>
      {told && <BatchOutcome told={told} />}
      {proposed && <Alert id="gedaan" tone="ok" announce title={t("proposed")} />}
      {waitsFor !== null && (
        <Alert id="wacht" title={t("waitsTitle")}>
          <p>{t(`waits.${waitsFor}`)}</p>
        </Alert>
      )}
    </>
  );
}
