import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import { TaskList } from "@/components/signs/task-list";
import type { StatedBalance } from "@/lib/domain/own-balance/stated-balance";
import { longDate } from "@/lib/views/dates";
import { BalanceTag } from "./balance-tag";

/** Balances that do not agree, on the first page of both sides; nothing when all do. */
export function BalanceFlags({ balances, page }: { balances: readonly StatedBalance[]; page: string }) {
  const t = useTranslations("ownBalance.flags");
  const locale = useLocale();
  if (balances.length === 0) return null;
  return (
    <Alert id="saldi" tone="warn" title={t("title", { count: balances.length })}>
      <TaskList
        tasks={balances.map((one) => ({
          href: `${page}#saldo-${one.id}`,
          title: t("of", {
            stream: one.streamName,
            municipality: one.municipalityName,
            date: longDate(one.onDate, locale),
          }),
          text: t(one.check.state === "broken" ? "broken" : "differs"),
          tag: <BalanceTag balance={one} />,
        }))}
      />
    </Alert>
  );
}
