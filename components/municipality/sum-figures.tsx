import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { type KeyFigure, KeyFigures } from "@/components/signs/key-figures";
import type { PlaceSums } from "@/lib/domain/municipality/area-figures";
import { euro, percentage } from "@/lib/views/money";

const SHOWN = ["allocated", "received", "spent", "lapses"] as const;

/** The municipality as a whole: four figures, each a word where a part is missing. */
export function SumFigures({ sums }: { sums: PlaceSums }) {
  const t = useTranslations("municipality");
  const locale = useLocale();
  const figures = SHOWN.map((name): KeyFigure => {
    const value = sums[name];
    const share =
      name === "allocated" || value === null || sums.allocated === null
        ? null
        : percentage(value, sums.allocated, locale);
    return {
      label: t(name),
      ...(value === null
        ? { figure: <Absent reason={name === "received" ? "none" : "incomplete"} />, tone: "word" as const }
        : { figure: euro(value, locale) }),
      sub: share === null ? undefined : t("share", { share }),
    };
  });
  return (
    <section aria-label={t("figures")}>
      <KeyFigures figures={figures} exact />
    </section>
  );
}
