import { useLocale, useTranslations } from "next-intl";
import { type Step, Steps } from "@/components/signs/steps";
import { shortDate } from "@/lib/views/dates";

type Props = {
  /** What stands in the way of preparing; null for who does not see work in hand. */
  left: number | null;
  waiting: { readonly version: number; readonly by: string } | null;
  delivered: { readonly version: number; readonly on: string } | null;
  dueOn: string;
};

/** From the figures of accepted reports to a version that is delivered; of no use once it is. */
export function SisaSteps({ left, waiting, delivered, dueOn }: Props) {
  const t = useTranslations("sisa.steps");
  const locale = useLocale();
  const ready = waiting !== null || left === 0;
  const prepared = waiting !== null;
  const state = (done: boolean, now: boolean): Step["state"] => (done ? "done" : now ? "now" : "later");
  return (
    <Steps
      label={t("label")}
      steps={[
        { title: t("figures"), detail: t("figuresText"), state: "done" },
        {
          title: t("answers"),
          detail: left === null || ready ? undefined : t("left", { count: left }),
          state: state(ready, true),
        },
        {
          title: t("prepare"),
          detail: waiting ? t("by", { name: waiting.by, version: waiting.version }) : undefined,
          state: state(prepared, ready),
        },
        {
          title: t("deliver"),
          detail: delivered
            ? t("on", { version: delivered.version, date: shortDate(delivered.on, locale) })
            : t("before", { date: shortDate(dueOn, locale) }),
          state: state(false, prepared),
        },
      ]}
    />
  );
}
