import { useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";

type Told = {
  readonly outcome: string;
  readonly posted: number;
  readonly waiting: number;
  readonly returned: number;
  readonly voided: readonly string[];
};

/** What a decision did, and which lines it left out because they had changed. */
export function BatchOutcome({ told }: { told: Told }) {
  const t = useTranslations("batches.outcome");
  const done = [
    told.posted > 0 && t("posted", { count: told.posted }),
    told.waiting > 0 && t("waiting", { count: told.waiting }),
    told.returned > 0 && t("returned", { count: told.returned }),
  ].filter((sentence) => sentence !== false);
  return (
    <Alert id="besloten" tone={told.voided.length > 0 ? "warn" : "ok"} announce title={done.join(" ")}>
      {told.voided.length > 0 && (
        <p>{t("voided", { count: told.voided.length, lines: told.voided.join(", ") })}</p>
      )}
    </Alert>
  );
}
