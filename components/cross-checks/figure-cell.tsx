import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountText } from "@/components/signs/amount-text";
import type { Figure, FigureUnit } from "@/lib/domain/cross-checks/finding";
import { cents } from "@/lib/domain/money";
import { count } from "@/lib/views/digits";
import { amountParts } from "@/lib/views/money";

type FigureTextProps = { value: bigint; unit: FigureUnit };

/** An amount; a number of things says that it is one, because the column is of euros. */
export function FigureText({ value, unit }: FigureTextProps) {
  const t = useTranslations("crossChecks.findings");
  const locale = useLocale();
  if (unit === "cents") return <AmountText parts={amountParts(cents(value), locale)} />;
  return <>{t("counted", { count: count(value, locale) })}</>;
}

type FigureCellProps = { figure: Figure; unit: FigureUnit; label: string; href: string | undefined };

/** One side of a finding, with where it is from. */
export function FigureCell({ figure, unit, label, href }: FigureCellProps) {
  const t = useTranslations("crossChecks");
  const from = t(`origins.${figure.origin}`);
  return (
    <td role="cell" className="amount" data-label={label}>
      <span>
        {figure.value === null ? (
          <Absent reason="not_applicable">{t("findings.absent")}</Absent>
        ) : (
          <FigureText value={figure.value} unit={unit} />
        )}
        <span className="meta">{href === undefined ? from : <a href={href}>{from}</a>}</span>
      </span>
    </td>
  );
}
