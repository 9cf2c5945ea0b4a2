import { useTranslations } from "next-intl";
import { type Step, Steps } from "@/components/signs/steps";
import type { SettlementSum } from "@/lib/domain/settlement/settlement";

type State = { readonly ready: boolean; readonly waiting: boolean; readonly settled: boolean };

/** Where a settlement stands: accounted for, proposed, approved, and the money squared. */
export function SettlementSteps({ ready, waiting, settled, sum }: State & { sum: SettlementSum }) {
  const t = useTranslations("settlement.steps");
  const squared = settled && sum.recovery === 0n && sum.remainder === 0n;
  const done = [ready || settled, waiting || settled, settled, squared];
  const now = done.indexOf(false);
  const last = sum.recovery > 0n ? "recover" : sum.remainder > 0n ? "pay" : "square";
  const steps = (["report", "propose", "approve", last] as const).map(
    (name, index): Step => ({
      title: t(name),
      state: done[index] ? "done" : index === now ? "now" : "later",
    }),
  );
  return <Steps label={t("label")} steps={steps} />;
}
