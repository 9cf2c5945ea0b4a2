import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import type { KeptRun } from "@/lib/domain/cross-checks/kept-run";
import { type LedgerHealth, ledgerHealth } from "@/lib/domain/cross-checks/ledger-health";
import { longInstant } from "@/lib/views/dates";

type HealthStateProps = { run: KeptRun; behind: boolean; href: string };

const TONES = { broken: "block", unjudged: "warn", held: "info", holds: "ok" } as const;

/** Whether the ledger keeps its promises; green only when every one was looked at, and lately. */
export function HealthState({ run, behind, href }: HealthStateProps) {
  const t = useTranslations("crossChecks");
  const locale = useLocale();
  const { broken, unjudged, state }: LedgerHealth = ledgerHealth(run.outcomes, behind);
  const number = String(run.number);
  return (
    <Alert
      id="stand"
      tone={TONES[state]}
      title={t(`health.states.${state}`, { count: state === "broken" ? broken : unjudged, number })}
    >
      {broken > 0 && unjudged > 0 && `${t("health.states.unjudged", { count: unjudged })}. `}
      {t("health.when", { at: longInstant(run.askedAt, locale) })}{" "}
      <a href={href}>{t("runs.number", { number })}</a>
    </Alert>
  );
}
