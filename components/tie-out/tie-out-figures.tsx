import { useLocale, useTranslations } from "next-intl";
import { KeyFigures } from "@/components/signs/key-figures";
import { cents, sum } from "@/lib/domain/money";
import { allDifferences, type ReconciliationNode } from "@/lib/domain/reconciliation/tree";
import type { TieOutKind } from "@/lib/domain/tie-out/tie-out-file";
import { euro } from "@/lib/views/money";

type TieOutFiguresProps = { kind: TieOutKind; root: ReconciliationNode };

/** Theirs, ours, and that every cent between them has a name. */
export function TieOutFigures({ kind, root }: TieOutFiguresProps) {
  const t = useTranslations("tieOut.figures");
  const locale = useLocale();
  const differences = allDifferences(root);
  const unexplained = differences.filter(({ cause }) => cause === "unexplained");
  const open = sum(unexplained.map(({ amount }) => amount ?? cents(0n)));
  const difference = cents(root.amount - root.reached);
  return (
    <KeyFigures
      exact
      figures={[
        { label: t("theirs"), figure: euro(root.amount, locale), sub: t("theirsText") },
        { label: t("ours"), figure: euro(root.reached, locale), sub: t(`oursText.${kind}`) },
        {
          label: t("difference"),
          figure: euro(difference, locale),
          tone: difference === 0n ? undefined : "diff",
          sub: t("differenceText"),
        },
        {
          label: t("explained"),
          figure: euro(cents(difference - open), locale),
          sub: t("explainedText", { count: differences.length - unexplained.length }),
        },
        {
          label: t("unexplained"),
          figure: euro(open, locale),
          tone: open === 0n ? undefined : "error",
          sub: t(open === 0n ? "proved" : "notProved"),
        },
      ]}
    />
  );
}
